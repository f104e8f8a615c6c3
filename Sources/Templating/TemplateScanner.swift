/// Finds the tags of a template, one after another.
///
/// A tag other than a comment ends on its own line: an author who forgets a `}}` is told so there, and finding it takes time
/// in proportion to the line.
struct TemplateScanner {
  enum Item {
    case tag(TemplateTag)
    /// Something that begins like a tag and is none; the word says what is wrong (see `Diagnostic.Code.templateSyntax`).
    case malformed(word: String, range: Range<Int>)
  }

  private let bytes: [UInt8]
  private var opening: [UInt8] = Array("{{".utf8)
  private var closing: [UInt8] = Array("}}".utf8)
  /// Where the next search begins.
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The next tag, or nil when only text is left.
  mutating func next() -> Item? {
    guard let start = find(opening, from: position, through: bytes.count) else {
      position = bytes.count
      return nil
    }
    var content = start + opening.count
    let sigil = content < bytes.count ? bytes[content] : 0
    let kind = kind(sigil)
    if kind != .value { content += 1 }
    let end: [UInt8]
    switch (kind, sigil) {
    case (.rawValue, UInt8(ascii: "{")): end = [UInt8(ascii: "}")] + closing
    case (.delimiters, _): end = [UInt8(ascii: "=")] + closing
    default: end = closing
    }
    guard let close = close(of: kind, end: end, from: content) else {
      // A comment that never ends swallows the rest; another tag only its opening delimiter.
      position = kind == .comment ? bytes.count : start + opening.count
      return .malformed(word: "unclosed-tag", range: start..<min(content, bytes.count))
    }
    position = close + end.count
    let range = start..<position
    let name = trimmed(content..<close)
    switch kind {
    case .comment: break
    case .delimiters:
      guard setDelimiters(name) else { return .malformed(word: "bad-delimiters", range: range) }
    case .value, .rawValue, .section, .inverted, .end, .partial, .parent, .block:
      if name.isEmpty { return .malformed(word: "empty-tag", range: range) }
      if bytes[name].contains(where: Self.isBlank) { return .malformed(word: "bad-name", range: range) }
    }
    let text = kind == .comment ? "" : String(decoding: bytes[name], as: UTF8.self)
    return .tag(TemplateTag(kind: kind, name: .init(text: text, range: name), range: range))
  }

  private func kind(_ sigil: UInt8) -> TemplateTag.Kind {
    switch sigil {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .end
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: "&"): .rawValue
    // The triple mustache exists for the standard delimiters only (mustache specification, interpolation).
    case UInt8(ascii: "{") where opening == Array("{{".utf8): .rawValue
    default: .value
    }
  }

  /// Where a tag's closing delimiter stands.
  private func close(of kind: TemplateTag.Kind, end: [UInt8], from start: Int) -> Int? {
    if kind == .comment { return find(end, from: start, through: bytes.count) }
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if matches(end, at: index) { return index }
      if kind != .delimiters, matches(opening, at: index) { return nil }
      index += 1
    }
    return nil
  }

  /// `{{=<% %>=}}`: two words without `=`.
  private mutating func setDelimiters(_ range: Range<Int>) -> Bool {
    let words = bytes[range].split(whereSeparator: Self.isBlank)
    guard words.count == 2, !bytes[range].contains(UInt8(ascii: "=")) else { return false }
    opening = Array(words[0])
    closing = Array(words[1])
    return true
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, Self.isBlank(bytes[first]) { range = (first + 1)..<range.upperBound }
    while let last = range.last, Self.isBlank(bytes[last]) { range = range.lowerBound..<last }
    return range
  }

  private func find(_ word: [UInt8], from start: Int, through end: Int) -> Int? {
    var index = start
    while index + word.count <= end {
      if matches(word, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func matches(_ word: [UInt8], at start: Int) -> Bool {
    guard start + word.count <= bytes.count, bytes[start] == word[0] else { return false }
    for offset in 1..<max(1, word.count) where bytes[start + offset] != word[offset] { return false }
    return true
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
