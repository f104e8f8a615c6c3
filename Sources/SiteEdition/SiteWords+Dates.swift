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
      return ArticleDate.text {
        $0.write(fields.day, width: 1)
        $0.write(" ")
        $0.write(month)
        $0.write(" ")
        $0.write(fields.year, width: 1)
      }
    case .simplifiedChinese:
      return ArticleDate.text {
        $0.write(fields.year, width: 1)
        $0.write("年")
        $0.write(fields.month, width: 1)
        $0.write("月")
        $0.write(fields.day, width: 1)
        $0.write("日")
      }
    }
  }
}

extension ArticleDate {
  /// `2022-12-12T09:08:07+08:00` (RFC 3339), in its own zone.
  var iso8601: String {
    let fields = fields
    return Self.text { digits in
      digits.day(fields)
      digits.write("T")
      digits.write(fields.hour, width: 2)
      digits.write(":")
      digits.write(fields.minute, width: 2)
      digits.write(":")
      digits.write(fields.second, width: 2)
      if offsetMinutes == 0 {
        digits.write("Z")
      } else {
        let (hours, minutes) = Int(offsetMinutes.magnitude).quotientAndRemainder(dividingBy: 60)
        digits.write(offsetMinutes < 0 ? "-" : "+")
        digits.write(hours, width: 2)
        digits.write(":")
        digits.write(minutes, width: 2)
      }
    }
  }

  /// `Mon, 12 Dec 2022 09:08:07 +0800` (RFC 822 with RFC 1123's years), in its own zone.
  var rfc822: String {
    let fields = fields
    let local = seconds + Int64(offsetMinutes) * 60
    // 1970-01-01 was a Thursday.
    let days = (local >= 0 ? local : local - 86399) / 86400
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][Int(((days % 7) + 7) % 7)]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let month = months.indices.contains(fields.month - 1) ? months[fields.month - 1] : "Jan"
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = Int(offsetMinutes.magnitude).quotientAndRemainder(dividingBy: 60)
    return "\(weekday), \(two(fields.day)) \(month) \(fields.year) \(two(fields.hour)):\(two(fields.minute)):"
      + "\(two(fields.second)) \(offsetMinutes < 0 ? "-" : "+")\(two(hours))\(two(minutes))"
  }

  /// `12-12`, for a list whose year is known.
  var monthAndDay: String { String(shortDay.suffix(5)) }

  /// `2022-12-12`.
  var shortDay: String {
    let fields = fields
    return Self.text { $0.day(fields) }
  }

  /// At most 48 bytes of text.
  fileprivate static func text(_ write: (inout DigitWriter) -> Void) -> String {
    String(unsafeUninitializedCapacity: 48) { buffer in
      var digits = DigitWriter(buffer: buffer)
      write(&digits)
      return digits.count
    }
  }
}

/// Writes numbers and words one after the other; what does not fit is left out.
private struct DigitWriter {
  let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func write(_ text: String) {
    guard text.utf8.count <= buffer.count - count else { return }
    for byte in text.utf8 {
      buffer.initializeElement(at: count, to: byte)
      count += 1
    }
  }

  /// With zeros in front up to a width.
  mutating func write(_ number: Int, width: Int) {
    if number < 0 { write("-") }
    var power = 1
    var length = 1
    while number.magnitude / UInt(power) >= 10 {
      power *= 10
      length += 1
    }
    if length < width { for _ in length..<width { write("0") } }
    var rest = number.magnitude
    while power > 0 {
      guard count < buffer.count else { return }
      buffer.initializeElement(at: count, to: UInt8(48 + rest / UInt(power)))
      count += 1
      rest %= UInt(power)
      power /= 10
    }
  }

  mutating func day(_ fields: ArticleDate.Fields) {
    write(fields.year, width: 4)
    write("-")
    write(fields.month, width: 2)
    write("-")
    write(fields.day, width: 2)
  }
}
