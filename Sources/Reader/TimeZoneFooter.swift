import Manuscript

/// The rule that holds after a TZif file's last change: a POSIX `TZ` string such as `EST5EDT,M3.2.0,M11.1.0`.
///
/// Read as far as the zone database uses it: offsets, and days given as month, week and weekday.
struct TimeZoneFooter {
  private struct Rule {
    var month: Int
    /// 5: the last one.
    var week: Int
    /// 0: Sunday.
    var weekday: Int
    /// Seconds after local midnight; may be negative or beyond a day.
    var time: Int

    /// The change's local time in a year, as seconds since 1970 without an offset.
    func local(in year: Int) -> Int64 {
      let first = ArticleDate(fields: .init(year: year, month: month, day: 1), offsetMinutes: 0).seconds / 86400
      // 1970-01-01 was a Thursday.
      let weekdayOfFirst = Int(((first + 4) % 7 + 7) % 7)
      var day = 1 + (weekday - weekdayOfFirst + 7) % 7 + (week - 1) * 7
      while !DateScanner.isDay(year, month, day) { day -= 7 }
      return (first + Int64(day - 1)) * 86400 + Int64(time)
    }
  }

  /// Seconds east of UTC.
  private let standard: Int
  private let daylight: Int
  private let rules: (start: Rule, end: Rule)?

  /// nil when the bytes are not a line feed, such a string and a line feed.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.first == 0x0A, bytes.last == 0x0A, bytes.count > 2 else { return nil }
    var text = Substring(String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self))
    // POSIX counts west of Greenwich as positive.
    guard Self.takeName(&text), let west = Self.takeTime(&text) else { return nil }
    standard = -west
    guard !text.isEmpty else {
      daylight = standard
      rules = nil
      return
    }
    guard Self.takeName(&text) else { return nil }
    daylight = text.first == "," ? standard + 3600 : -(Self.takeTime(&text) ?? west - 3600)
    guard let start = Self.takeRule(&text), let end = Self.takeRule(&text), text.isEmpty else { return nil }
    rules = (start, end)
  }

  /// The changes after an instant, ascending, up to the year 2100.
  func changes(after last: Int64) -> [TimeZoneRule.Change] {
    guard let rules else { return [] }
    let year = max(1970, ArticleDate(seconds: max(last, 0), offsetMinutes: 0).fields.year)
    guard year <= 2100 else { return [] }
    return (year...2100).flatMap { year in
      [
        TimeZoneRule.Change(from: rules.start.local(in: year) - Int64(standard), minutes: daylight / 60),
        TimeZoneRule.Change(from: rules.end.local(in: year) - Int64(daylight), minutes: standard / 60),
      ]
    }
    .filter { $0.from > last }.sorted { $0.from < $1.from }
  }

  /// `EST` or `<+03>`.
  private static func takeName(_ text: inout Substring) -> Bool {
    let before = text
    if text.first == "<" {
      guard let close = text.firstIndex(of: ">") else { return false }
      text = text[text.index(after: close)...]
    } else {
      text = text.drop { $0.isASCII && $0.isLetter }
    }
    return text.startIndex != before.startIndex
  }

  /// `[+-]h[hh][:mm[:ss]]` in seconds.
  private static func takeTime(_ text: inout Substring) -> Int? {
    let isNegative = text.first == "-"
    if text.first == "-" || text.first == "+" { text.removeFirst() }
    guard let hours = takeNumber(&text) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where text.first == ":" {
      text.removeFirst()
      guard let part = takeNumber(&text) else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  private static func takeNumber(_ text: inout Substring) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count <= 3, let value = Int(digits) else { return nil }
    text = text[digits.endIndex...]
    return value
  }

  /// `,Mm.w.d[/time]`; the time is 02:00 when it is not said.
  private static func takeRule(_ text: inout Substring) -> Rule? {
    guard text.hasPrefix(",M") else { return nil }
    text = text.dropFirst(2)
    guard let month = takeNumber(&text), text.popFirst() == ".", let week = takeNumber(&text), text.popFirst() == ".",
      let weekday = takeNumber(&text), (1...12).contains(month), (1...5).contains(week), weekday <= 6
    else { return nil }
    var time = 7200
    if text.first == "/" {
      text.removeFirst()
      guard let said = takeTime(&text) else { return nil }
      time = said
    }
    return Rule(month: month, week: week, weekday: weekday, time: time)
  }
}
