extension ArticleDate {
  /// As authors write it: `2024-05-01 08:30:00 +0800`.
  package var text: String {
    let fields = fields
    let offset = abs(offsetMinutes)
    return dayText + " " + Self.digits(fields.hour) + ":" + Self.digits(fields.minute) + ":"
      + Self.digits(fields.second)
      + (offsetMinutes < 0 ? " -" : " +") + Self.digits(offset / 60) + Self.digits(offset % 60)
  }

  /// `2024-05-01`, in its own zone.
  package var dayText: String {
    let fields = fields
    return Self.digits(fields.year, 4) + "-" + Self.digits(fields.month) + "-" + Self.digits(fields.day)
  }

  private static func digits(_ number: Int, _ count: Int = 2) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
