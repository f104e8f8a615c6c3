/// Writes strict JSON (RFC 8259) that is JavaScript as well: the two line separators that JSON allows in strings are
/// escaped. Keys keep their order.
package struct JSONPrinter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(reservingCapacity capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  package mutating func object(_ body: (inout JSONPrinter) -> Void) { enclose("{", "}", body) }
  package mutating func array(_ body: (inout JSONPrinter) -> Void) { enclose("[", "]", body) }

  package mutating func object(_ key: String, _ body: (inout JSONPrinter) -> Void) {
    self.key(key)
    object(body)
  }
  package mutating func array(_ key: String, _ body: (inout JSONPrinter) -> Void) {
    self.key(key)
    array(body)
  }

  /// What is written next is the value of this key.
  package mutating func key(_ key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ value: String) {
    separate()
    quote(value)
    needsComma = true
  }
  package mutating func string(_ value: [UInt8]) {
    separate()
    value.withUnsafeBufferPointer { quote($0) }
    needsComma = true
  }
  package mutating func string(_ value: ArraySlice<UInt8>) {
    separate()
    value.withUnsafeBufferPointer { quote($0) }
    needsComma = true
  }
  /// A value that is JSON already.
  package mutating func value(_ json: [UInt8]) {
    separate()
    bytes += json
    needsComma = true
  }
  package mutating func number(_ value: Int) {
    separate()
    DecimalNumber.append(value, to: &bytes)
    needsComma = true
  }
  package mutating func bool(_ value: Bool) {
    separate()
    MarkupEscaping.append(value ? "true" : "false", to: &bytes)
    needsComma = true
  }

  package mutating func field(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }
  package mutating func field(_ key: String, _ value: [UInt8]) {
    self.key(key)
    string(value)
  }
  package mutating func field(_ key: String, _ value: Int) {
    self.key(key)
    number(value)
  }
  package mutating func field(_ key: String, _ value: Bool) {
    self.key(key)
    bool(value)
  }

  /// Bytes that stand before or after the JSON: the call around an object literal, a line feed at the end.
  package mutating func literal(_ literal: StaticString) { MarkupEscaping.append(literal, to: &bytes) }

  private mutating func enclose(_ open: StaticString, _ close: StaticString, _ body: (inout JSONPrinter) -> Void) {
    separate()
    MarkupEscaping.append(open, to: &bytes)
    needsComma = false
    body(&self)
    MarkupEscaping.append(close, to: &bytes)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func quote(_ value: String) {
    var value = value
    value.withUTF8 { quote($0) }
  }

  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var clean = 0
    var index = 0
    while true {
      index = Self.special(in: text, from: index)
      guard index < text.count else { break }
      var scalar = UInt32(text[index])
      var length = 1
      if scalar >= 0x80 {
        guard let special = WXMLEscaping.escapedScalar(text, index) else {
          index += 1
          continue
        }
        scalar = special
        length = WXMLEscaping.scalarLength(text, index)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean..<index]))
      appendEscape(scalar)
      index += length
      clean = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean..<text.count]))
    bytes.append(UInt8(ascii: "\""))
  }

  /// The position of the first byte from `start` on that may have to be escaped, or the count; looks at eight bytes at a
  /// time. Of a character of several bytes (the text is valid UTF-8) the first one counts.
  private static func special(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones &* 0x80
    var index = start
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // A byte becomes zero where it is the one looked for; the lowest zero that is found is true.
      let (quote, slash, delete) = (word ^ ones &* 0x22, word ^ ones &* 0x5C, word ^ ones &* 0x7F)
      var found = (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote
      found |= (slash &- ones) & ~slash | (delete &- ones) & ~delete
      // Leads of characters of several bytes have the two highest bits.
      if word & word << 1 & highs != 0 {
        // C2 and E2 differ in one bit.
        let spaces = (word | ones &* 0x20) ^ ones &* 0xE2
        let (marks, ogham, arabic) = (word ^ ones &* 0xEF, word ^ ones &* 0xE1, word ^ ones &* 0xD8)
        found |= (spaces &- ones) & ~spaces | (marks &- ones) & ~marks
        found |= (ogham &- ones) & ~ogham | (arabic &- ones) & ~arabic
      }
      found &= highs
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte >= 0xC2 && WXMLEscaping.care(byte) != 0 {
        break
      }
      index += 1
    }
    return index
  }

  private mutating func appendEscape(_ scalar: UInt32) {
    switch scalar {
    case 0x22: MarkupEscaping.append("\\\"", to: &bytes)
    case 0x5C: MarkupEscaping.append("\\\\", to: &bytes)
    case 0x0A: MarkupEscaping.append("\\n", to: &bytes)
    case 0x0D: MarkupEscaping.append("\\r", to: &bytes)
    case 0x09: MarkupEscaping.append("\\t", to: &bytes)
    default:
      MarkupEscaping.append("\\u", to: &bytes)
      WXMLEscaping.appendHexadecimal(scalar, digits: 4, to: &bytes)
    }
  }
}
