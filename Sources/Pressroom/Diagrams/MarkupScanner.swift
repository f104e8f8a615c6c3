/// Reads the XML that a tool prints, piece by piece: tags, attributes and text, its references resolved. Declarations and
/// comments are no pieces. For the words of a program that is known, not for authors' files: what is odd ends it.
struct MarkupScanner {
  enum Piece {
    case start(String, [String: String], isEmpty: Bool)
    case end(String)
    case text([UInt8])
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Goes on behind the next start tag of this name.
  ///
  /// - Returns: its attributes; nil when there is none.
  mutating func next(until name: String) -> [String: String]? {
    while let piece = next() {
      if case .start(name, let attributes, false) = piece { return attributes }
    }
    return nil
  }

  mutating func next() -> Piece? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        return .text(Self.resolved(bytes[start..<index]))
      }
      if starts("<!--") {
        guard skip(behind: "-->") else { return nil }
      } else if starts("<!") || starts("<?") {
        guard skip(behind: ">") else { return nil }
      } else {
        return tag()
      }
    }
    return nil
  }

  private func starts(_ sign: String) -> Bool { bytes[index...].starts(with: sign.utf8) }

  private mutating func skip(behind sign: String) -> Bool {
    while index < bytes.count, !starts(sign) { index += 1 }
    index += sign.utf8.count
    return index <= bytes.count
  }

  private mutating func tag() -> Piece? {
    index += 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let name = word()
    guard !name.isEmpty else { return nil }
    var attributes: [String: String] = [:]
    while index < bytes.count {
      skipBlanks()
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        return isEnd ? .end(name) : .start(name, attributes, isEmpty: false)
      }
      if starts("/>") {
        index += 2
        return .start(name, attributes, isEmpty: true)
      }
      let key = word()
      guard !key.isEmpty, starts("=\"") else { return nil }
      index += 2
      guard let close = bytes[index...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
      attributes[key] = String(decoding: Self.resolved(bytes[index..<close]), as: UTF8.self)
      index = close + 1
    }
    return nil
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, bytes[index] > 0x20, !"=/>\"<".utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  /// Without the references that XML knows by itself and those to characters; others stay as they are.
  private static func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var result: [UInt8] = []
    var rest = text
    while let first = rest.first {
      guard first == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        result.append(first)
        rest = rest.dropFirst()
        continue
      }
      let name = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
      switch name {
      case "amp": result.append(UInt8(ascii: "&"))
      case "lt": result.append(UInt8(ascii: "<"))
      case "gt": result.append(UInt8(ascii: ">"))
      case "quot": result.append(UInt8(ascii: "\""))
      case "apos": result.append(UInt8(ascii: "'"))
      default:
        let number =
          name.hasPrefix("#x")
          ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
        if let scalar = number.flatMap(Unicode.Scalar.init) {
          result += Array(String(Character(scalar)).utf8)
        } else {
          result += rest[...end]
        }
      }
      rest = rest[(end + 1)...]
    }
    return result
  }
}
