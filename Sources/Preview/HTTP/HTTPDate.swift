/// Dates of HTTP (RFC 9110, section 5.6.7), in whole seconds since 1970.
enum HTTPDate {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Sun, 06 Nov 1994 08:49:37 GMT`. Years outside of 1970-9999 are given as the nearest moment inside.
  static func text(_ seconds: Int64) -> String {
    let seconds = min(max(seconds, 0), 253_402_300_799)
    let day = seconds / 86_400
    let rest = seconds % 86_400
    let (year, month, date) = civil(day)
    return "\(days[Int(day % 7)]), \(two(date)) \(months[month - 1]) \(four(year)) "
      + "\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60)) GMT"
  }

  /// `1994-11-06 08:49 UTC`, for people.
  static func plain(_ seconds: Int64) -> String {
    let seconds = min(max(seconds, 0), 253_402_300_799)
    let (year, month, date) = civil(seconds / 86_400)
    let rest = seconds % 86_400
    return "\(four(year))-\(two(month))-\(two(date)) \(two(rest / 3_600)):\(two(rest / 60 % 60)) UTC"
  }

  /// Reads the preferred form only; the two obsolete ones are nil, which every use takes for "no such condition".
  static func seconds(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count == 29, text.hasSuffix(" GMT") else { return nil }
    func number(_ range: Range<Int>) -> Int64? {
      var value: Int64 = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      }
      return value
    }
    let name = String(decoding: bytes[8..<11], as: UTF8.self)
    guard let month = months.firstIndex(of: name).map({ Int64($0 + 1) }), let date = number(5..<7),
      let year = number(12..<16), let hour = number(17..<19), let minute = number(20..<22),
      let second = number(23..<25),
      (1...31).contains(date), year >= 1970, hour < 24, minute < 60, second <= 60
    else { return nil }
    return dayNumber(year, month, date) * 86_400 + hour * 3_600 + minute * 60 + second
  }

  private static func two(_ value: some BinaryInteger) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func four(_ value: Int64) -> String {
    let text = "\(value)"
    return String(repeating: "0", count: max(0, 4 - text.utf8.count)) + text
  }

  /// Days since 1970 to the Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private static func civil(_ day: Int64) -> (year: Int64, month: Int, date: Int64) {
    let shifted = day + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * ofYear + 2) / 153
    let month = Int(part < 10 ? part + 3 : part - 9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * part + 2) / 5 + 1)
  }

  private static func dayNumber(_ year: Int64, _ month: Int64, _ date: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + date - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
  }
}
