import Manuscript

/// A date as lists and articles print it: `2022-12-12`, in its own zone.
enum ArticleDay {
  static func text(_ date: ArticleDate) -> String {
    let fields = date.fields
    return "\(padded(fields.year, 4))-\(padded(fields.month, 2))-\(padded(fields.day, 2))"
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}
