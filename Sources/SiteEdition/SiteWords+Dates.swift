import Diagnostics
import Manuscript

extension SiteWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// A day as readers of the language write it, in the date's own zone.
  func day(_ date: ArticleDate) -> String {
    let fields = date.fields
    switch language {
    case .english:
      let month = Self.months.indices.contains(fields.month - 1) ? Self.months[fields.month - 1] : "\(fields.month)"
      return "\(fields.day) \(month) \(fields.year)"
    case .simplifiedChinese: return "\(fields.year)年\(fields.month)月\(fields.day)日"
    }
  }
}

extension ArticleDate {
  /// `2022-12-12T09:08:07+08:00` (RFC 3339), in its own zone.
  var iso8601: String {
    let fields = fields
    let zone: String
    if offsetMinutes == 0 {
      zone = "Z"
    } else {
      let (hours, minutes) = offsetMinutes.magnitude.quotientAndRemainder(dividingBy: 60)
      zone = (offsetMinutes < 0 ? "-" : "+") + Self.padded(Int(hours), 2) + ":" + Self.padded(Int(minutes), 2)
    }
    return "\(Self.padded(fields.year, 4))-\(Self.padded(fields.month, 2))-\(Self.padded(fields.day, 2))"
      + "T\(Self.padded(fields.hour, 2)):\(Self.padded(fields.minute, 2)):\(Self.padded(fields.second, 2))\(zone)"
  }

  /// `12-12`, for a list whose year is known.
  var monthAndDay: String { "\(Self.padded(fields.month, 2))-\(Self.padded(fields.day, 2))" }

  /// `2022-12-12`.
  var shortDay: String { "\(Self.padded(fields.year, 4))-\(monthAndDay)" }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
