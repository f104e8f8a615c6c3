import Manuscript

/// The pieces of a date, one after the other.
struct DateScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private enum Offset {
    case none
    case utc
    case minutes(Int)
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func take(_ wanted: Character) -> Bool {
    guard position < bytes.count, bytes[position] == wanted.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func takeOne(of wanted: StaticString) -> UInt8? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    guard UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount).contains(byte) else {
      return nil
    }
    position += 1
    return byte
  }

  private mutating func skipBlanks() -> Bool {
    let start = position
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    return position > start
  }

  /// A number of so many decimal digits, as many as there are; nil when there are fewer.
  mutating func number(digits: ClosedRange<Int>) -> Int? {
    let start = position
    var value = 0
    while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39, position - start < digits.upperBound
    {
      value = value * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    return digits.contains(position - start) ? value : nil
  }

  static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard month >= 1, month <= 12, day >= 1 else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return day <= (isLeap ? 29 : 28)
    case 4, 6, 9, 11: return day <= 30
    default: return day <= 31
    }
  }

  /// The whole text as a date; see `DateParser` for what is read.
  mutating func date(zone: TimeZoneRule) -> ArticleDate? {
    _ = skipBlanks()
    guard let year = number(digits: 4...4), year >= 1, let separator = takeOne(of: "-/."),
      let month = number(digits: 1...2), takeOne(of: "-/.") == separator, let day = number(digits: 1...2),
      Self.isDay(year, month, day)
    else { return nil }
    var fields = ArticleDate.Fields(year: year, month: month, day: day)
    var offset = Offset.none
    let hasSeparator = takeOne(of: "Tt") != nil || skipBlanks()
    if hasSeparator, !isAtEnd {
      guard time(into: &fields), let read = self.offset() else { return nil }
      offset = read
      _ = skipBlanks()
    }
    guard isAtEnd else { return nil }
    switch offset {
    case .none: return ArticleDate(local: fields, zone: zone)
    case .minutes(let minutes): return ArticleDate(fields: fields, offsetMinutes: minutes)
    case .utc:
      let seconds = ArticleDate(fields: fields, offsetMinutes: 0).seconds
      return ArticleDate(seconds: seconds, offsetMinutes: zone.minutes(at: seconds))
    }
  }

  private mutating func time(into fields: inout ArticleDate.Fields) -> Bool {
    guard let hour = number(digits: 1...2), hour < 24, take(":"), let minute = number(digits: 2...2), minute < 60
    else { return false }
    fields.hour = hour
    fields.minute = minute
    guard take(":") else { return true }
    guard let second = number(digits: 2...2), second < 60 else { return false }
    fields.second = second
    if takeOne(of: ".,") != nil, number(digits: 1...9) == nil { return false }
    return true
  }

  /// nil when something stands there that is no offset.
  private mutating func offset() -> Offset? {
    _ = skipBlanks()
    if isAtEnd { return Offset.none }
    if takeOne(of: "Zz") != nil { return .utc }
    for name: StaticString in ["UTC", "GMT"]
    where bytes[position...].elementsEqual(
      UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    {
      position += 3
      return .utc
    }
    guard let sign = takeOne(of: "+-"), let hours = number(digits: 2...2), hours <= 14 else { return nil }
    var minutes = 0
    if take(":") || (!isAtEnd && bytes[position] != 0x20) {
      guard let read = number(digits: 2...2), read < 60 else { return nil }
      minutes = read
    }
    let total = hours * 60 + minutes
    return .minutes(sign == UInt8(ascii: "-") ? -total : total)
  }
}
