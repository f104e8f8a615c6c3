import Diagnostics

/// Reads the YAML that nearly all front matter is made of, `key: value` lines, without libyaml: a tenth of the time.
///
/// Values are nothing, plain scalars, scalars in quotation marks without escapes, or lists of plain scalars in brackets.
/// Whatever is not certainly one of these is left to `YAMLReader`; what is read here equals its reading, byte for byte
/// (a property test holds the two against each other).
struct PlainYAML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private var at = 0
  private var problems: [DataProblem] = []

  /// - Parameter base: the offset of the first of the bytes in the file.
  /// - Returns: nil when it takes a parser to read this.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) -> DataDocument? {
    // Beyond that, libyaml's limits for keys and `DataLimits` would have to be known here.
    guard bytes.count < 16 * 1024, UTF8Check.firstFault(bytes, in: 0..<bytes.count) == nil else { return nil }
    var reader = PlainYAML(bytes: bytes, base: base)
    return reader.document()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.base = base
  }

  private mutating func document() -> DataDocument? {
    var entries = DataEntries()
    var start: SourceRange?
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\n") {
        at += 1
        continue
      }
      let keyStart = at
      guard Self.isKeyStart(bytes[at]) else { return nil }
      while at < bytes.count, bytes[at].isKeyCharacter { at += 1 }
      let keyEnd = at
      // Longer ones are no simple keys.
      guard at < bytes.count, bytes[at] == UInt8(ascii: ":"), keyEnd - keyStart < 256 else { return nil }
      at += 1
      guard at == bytes.count || bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\n"),
        let value = value()
      else { return nil }
      let key = text(keyStart..<keyEnd)
      if start == nil { start = range(keyStart..<keyStart) }
      if let first = entries.add(key, at: range(keyStart..<keyEnd), value) {
        problems.append(DataProblem(kind: .duplicateKey(key, first: first), range: range(keyStart..<keyEnd)))
      }
    }
    guard let start, let last = entries.lastRange else { return nil }
    return DataDocument(
      root: DataValue(content: .mapping(entries.list), range: start.union(last)), problems: problems)
  }

  /// The value behind a colon, and the line end behind it.
  private mutating func value() -> DataValue? {
    let colonEnd = at
    skipBlanks()
    guard at < bytes.count, bytes[at] != UInt8(ascii: "\n") else {
      // A value may stand on the lines below.
      var next = at
      while next < bytes.count, bytes[next] == UInt8(ascii: "\n") { next += 1 }
      guard next == bytes.count || Self.isKeyStart(bytes[next]) else { return nil }
      return scalar("", isPlain: true, colonEnd..<colonEnd)
    }
    let value: DataValue?
    switch bytes[at] {
    case UInt8(ascii: "["): value = list()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): value = quoted()
    default: value = plain()
    }
    guard let value else { return nil }
    skipBlanks()
    guard at == bytes.count || bytes[at] == UInt8(ascii: "\n") else { return nil }
    // An indented line would go on with it.
    var next = at
    while next < bytes.count, bytes[next] == UInt8(ascii: "\n") { next += 1 }
    guard next == bytes.count || Self.isKeyStart(bytes[next]) else { return nil }
    return value
  }

  private mutating func plain() -> DataValue? {
    let start = at
    guard Self.isPlainStart(bytes[at]) else { return nil }
    var end = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
      let byte = bytes[at]
      if byte == UInt8(ascii: ":") {
        // With a blank it would be a key.
        guard at + 1 < bytes.count, bytes[at + 1] > 0x20 else { return nil }
      } else if byte == UInt8(ascii: "#") {
        guard bytes[at - 1] != UInt8(ascii: " ") else { return nil }
      } else if !isCertain(byte) {
        return nil
      }
      at += 1
      if byte != UInt8(ascii: " ") { end = at }
    }
    return scalar(text(start..<end), isPlain: true, start..<end)
  }

  private mutating func quoted() -> DataValue? {
    let quote = bytes[at]
    let start = at
    at += 1
    while at < bytes.count, bytes[at] != quote {
      guard bytes[at] != UInt8(ascii: "\\") || quote == UInt8(ascii: "'"), isCertain(bytes[at]) else { return nil }
      at += 1
    }
    guard at < bytes.count else { return nil }
    at += 1
    // Two in a row are one inside the text.
    guard at == bytes.count || bytes[at] != quote else { return nil }
    return scalar(text(start + 1..<at - 1), isPlain: false, start..<at)
  }

  /// `[a, b c]`, of words that no flow syntax is made of.
  private mutating func list() -> DataValue? {
    let start = at
    at += 1
    var items: [DataValue] = []
    skipBlanks()
    if at < bytes.count, bytes[at] == UInt8(ascii: "]") {
      at += 1
      return DataValue(content: .sequence([]), range: range(start..<at))
    }
    while at < bytes.count {
      let itemStart = at
      var end = at
      guard Self.isPlainStart(bytes[at]) else { return nil }
      while at < bytes.count, bytes[at] != UInt8(ascii: ","), bytes[at] != UInt8(ascii: "]") {
        let byte = bytes[at]
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "}"),
          UInt8(ascii: "\n"):
          return nil
        case UInt8(ascii: "#"): if bytes[at - 1] == UInt8(ascii: " ") { return nil }
        default: if !isCertain(byte) { return nil }
        }
        at += 1
        if byte != UInt8(ascii: " ") { end = at }
      }
      guard at < bytes.count else { return nil }
      items.append(scalar(text(itemStart..<end), isPlain: true, itemStart..<end))
      at += 1
      if bytes[at - 1] == UInt8(ascii: "]") {
        return DataValue(content: .sequence(items), range: range(start..<at))
      }
      skipBlanks()
    }
    return nil
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
  }

  /// Whether the byte here is one that stands for itself: no control character, none of YAML's other line ends (U+0085,
  /// U+2028, U+2029), no byte order mark, nothing that libyaml calls unprintable.
  private func isCertain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20..<0x7F: return true
    case 0xC2: return bytes[at + 1] >= 0xA0
    case 0xE2: return bytes[at + 1] != 0x80 || bytes[at + 2] < 0xA8 || bytes[at + 2] > 0xA9
    case 0xEF: return (bytes[at + 1], bytes[at + 2]) != (0xBB, 0xBF) && (bytes[at + 1] != 0xBF || bytes[at + 2] < 0xBE)
    default: return byte >= 0x80
    }
  }

  private static func isKeyStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func isPlainStart(_ byte: UInt8) -> Bool {
    isKeyStart(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "+") || byte >= 0x80
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private func range(_ range: Range<Int>) -> SourceRange {
    SourceRange(range.lowerBound + base..<range.upperBound + base)
  }

  private func scalar(_ text: String, isPlain: Bool, _ range: Range<Int>) -> DataValue {
    DataValue(content: .scalar(DataValue.Scalar(text: text, isPlain: isPlain)), range: self.range(range))
  }
}
