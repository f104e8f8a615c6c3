import Diagnostics

/// Finds tags, comments and text in raw HTML, with their places.
///
/// Follows the tokenizer of the HTML standard where authors' pages can tell (attribute quoting, raw text elements,
/// bogus comments). It differs on purpose where the standard would hide words: a tag that its piece cuts off, and a
/// "tag" whose name no element can have (`<me@example.com>`), are text.
struct HTMLTokenizer {
  /// More attributes than this on one tag are read past: no page needs them.
  static let attributeLimit = 256

  var tokens: HTMLTokens
  /// Bytes before this are tokenised.
  var position = 0
  /// Where the piece ends that is being read.
  var end = 0
  /// The open element whose inside is no markup; its end tag may be in a later piece.
  var rawElement: Int?
  /// Bytes that tags without an end may still cost in this piece: keeps garbage linear. When spent, `<` is text.
  var budget = 0
  private var nameIndices: [String: Int] = [:]

  init(file: SourceFile) {
    tokens = HTMLTokens(source: HTMLSource(file: file.bytes))
  }

  mutating func append(_ slot: HTMLSlot) {
    tokens.slots.append(slot)
    tokens.list.append(HTMLToken(kind: .slot(tokens.slots.count - 1), range: position..<position))
  }

  mutating func append(_ piece: [UInt8], at range: SourceRange) {
    tokens.source.append(piece, at: range)
    end = tokens.source.bytes.count
    budget = 16 * piece.count + 65536
    var textStart = position
    while position < end {
      if let raw = rawElement {
        readRawText(of: raw)
        textStart = position
        continue
      }
      guard let open = find(0x3C, from: position) else { break }
      position = open
      if let next = markup(at: open) {
        add(.text, textStart..<open)
        tokens.list.append(next)
        position = next.range.upperBound
        textStart = position
        if case .startTag(isSelfClosing: false) = next.kind, tokens.names[next.name].element?.hasRawText == true {
          rawElement = next.name
        }
      } else {
        // Literal markup is a token of its own: where bytes are printed again, it must be escaped.
        add(.text, textStart..<open)
        add(.literal, open..<open + 1)
        position = open + 1
        textStart = position
      }
    }
    add(.text, textStart..<end)
    position = end
  }

  mutating func finish() -> HTMLTokens { tokens }

  mutating func add(_ kind: HTMLToken.Kind, _ range: Range<Int>) {
    if !range.isEmpty { tokens.list.append(HTMLToken(kind: kind, range: range)) }
  }

  /// The index of an element name, lower case.
  mutating func intern(_ range: Range<Int>) -> Int {
    let string = lowercased(range)
    // Mostly an end tag behind its start tag.
    if let last = tokens.names.last, last.string == string { return tokens.names.count - 1 }
    if let index = nameIndices[string] { return index }
    tokens.names.append(HTMLName(string: string, element: HTMLElement.named(string)))
    nameIndices[string] = tokens.names.count - 1
    return tokens.names.count - 1
  }

  func lowercased(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { buffer in
      for (index, byte) in tokens.source.bytes[range].enumerated() {
        buffer[index] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      }
      return range.count
    }
  }

  func byte(_ index: Int) -> UInt8 { index < end ? tokens.source.bytes[index] : 0 }

  func find(_ byte: UInt8, from start: Int) -> Int? {
    tokens.source.bytes[start..<end].firstIndex(of: byte)
  }

  private mutating func readRawText(of name: Int) {
    let wanted = Array(tokens.names[name].string.utf8)
    var search = position
    while let open = find(0x3C, from: search) {
      if byte(open + 1) == 0x2F, matches(wanted, at: open + 2), let tag = tag(at: open) {
        add(isVisible(name) ? .text : .rawText, position..<open)
        tokens.list.append(tag)
        position = tag.range.upperBound
        rawElement = nil
        return
      }
      search = open + 1
    }
    add(isVisible(name) ? .text : .rawText, position..<end)
    position = end
  }

  private func isVisible(_ name: Int) -> Bool { tokens.names[name].element?.showsRawText == true }

  private func matches(_ name: [UInt8], at start: Int) -> Bool {
    for (index, wanted) in name.enumerated() where byte(start + index) | 0x20 != wanted { return false }
    return !HTMLByte.isName(byte(start + name.count))
  }
}

/// Classes of bytes in markup.
enum HTMLByte {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// What an element's name is made of; custom elements and namespace prefixes included.
  static func isName(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x2D || byte == 0x3A || byte == 0x5F
  }
}
