import CCmarkGFM

/// Lets emphasis end and begin between punctuation and Chinese, Japanese or Korean: `**重点：**后文`.
///
/// CommonMark takes `**` behind punctuation and before a letter for the beginning of something, since words of other
/// languages have blanks around them. Behind `：` and before `后` it may just as well be an end. So before parsing, the letter
/// beside such a run gives way to a rare punctuation mark of as many bytes, with which the run can do both; in the
/// parsed tree the letter is put back. Positions do not change, and a text without such a run is not touched.
///
/// The idea is that of the "CJK friendly" amendment to CommonMark, held to `*` and `~`.
struct EmphasisBoundaries {
  /// The text to parse.
  private(set) var bytes: [UInt8]
  /// The three bytes of each letter, in the order of the marks that stand for them.
  private var letters: [(UInt8, UInt8, UInt8)] = []

  /// U+2E00…U+2E3F, "supplemental punctuation".
  static let markRange: ClosedRange<UInt32> = 0x2E00...0x2E3F
  private static let markLead: (UInt8, UInt8) = (0xE2, 0xB8)
  /// The third bytes of those that are punctuation to the library.
  private static let marks = markRange.filter { cmark_utf8proc_is_punctuation(Int32($0)) != 0 }.map {
    UInt8($0 & 0x3F) | 0x80
  }

  /// nil when nothing needs to change (or when the text itself uses the rare marks).
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var positions: [Int] = []
    for byte: UInt8 in [0x2A, 0x7E] { Self.letters(besideRunsOf: byte, in: text, &positions) }
    if positions.isEmpty || Self.usesMarks(text) { return nil }
    bytes = Array(text)
    var known: [UInt32: Int] = [:]
    for position in positions {
      let letter = (text[position], text[position + 1], text[position + 2])
      let key = UInt32(letter.0) << 16 | UInt32(letter.1) << 8 | UInt32(letter.2)
      let mark: Int
      if let same = known[key] {
        mark = same
      } else {
        guard letters.count < Self.marks.count else { continue }
        mark = letters.count
        known[key] = mark
        letters.append(letter)
      }
      bytes[position] = Self.markLead.0
      bytes[position + 1] = Self.markLead.1
      bytes[position + 2] = Self.marks[mark]
    }
  }

  // MARK: Before parsing

  private static func letters(
    besideRunsOf byte: UInt8, in text: UnsafeBufferPointer<UInt8>, _ positions: inout [Int]
  ) {
    var position = 0
    while let start = ByteRun.firstIndex(of: byte, in: text, position..<text.count) {
      var end = start + 1
      while end < text.count, text[end] == byte { end += 1 }
      position = end
      guard start > 0, end < text.count else { continue }
      if isLetter(text, end), endsWithPunctuation(text, start) {
        positions.append(end)
      } else if start >= 3, isLetter(text, start - 3), beginsWithPunctuation(text, end) {
        positions.append(start - 3)
      }
    }
  }

  // Han, kana, Hangul of three bytes.
  private static func isLetter(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    guard let scalar = scalar(text, offset) else { return false }
    return switch scalar {
    case 0x3005...0x3007, 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3105...0x312F,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF:
      true
    default: false
    }
  }

  private static func endsWithPunctuation(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    let last = text[end - 1]
    // A backslash escapes the run.
    if last < 0x80 { return last != 0x5C && ByteRun.isPunctuation(last) }
    return end >= 3 && isWidePunctuation(text, end - 3)
  }

  private static func beginsWithPunctuation(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    text[start] < 0x80 ? ByteRun.isPunctuation(text[start]) : isWidePunctuation(text, start)
  }

  private static func isWidePunctuation(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    guard let scalar = scalar(text, offset) else { return false }
    return switch scalar {
    case 0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFE30...0xFE4F,
      0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF3D, 0xFF5B...0xFF65:
      true
    default: false
    }
  }

  /// The scalar of three bytes that begins at an offset.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32? {
    guard offset + 2 < text.count, text[offset] & 0xF0 == 0xE0 else { return nil }
    return UInt32(text[offset] & 0x0F) << 12 | UInt32(text[offset + 1] & 0x3F) << 6 | UInt32(text[offset + 2] & 0x3F)
  }

  private static func usesMarks(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while let lead = ByteRun.firstIndex(of: markLead.1, in: text, position..<text.count) {
      if lead > 0, text[lead - 1] == markLead.0 { return true }
      position = lead + 1
    }
    return false
  }

  // MARK: After parsing

  /// Puts the letters back into every text of a parsed document.
  func restore(_ document: CommonMarkNode) {
    var node = document
    while true {
      restoreOne(node)
      if let child = node.firstChild {
        node = child
        continue
      }
      while node != document, node.nextSibling == nil, let parent = node.pointee.parent { node = parent }
      guard node != document, let next = node.nextSibling else { return }
      node = next
    }
  }

  private func restoreOne(_ node: CommonMarkNode) {
    restore(node.content)
    switch node.kind {
    case .text, .inlineCode, .inlineHTML, .html, .footnoteReference, .footnoteDefinition: restore(node.literal)
    case .code:
      restore(node.literal)
      restore(node.pointee.as.code.info.bytes)
    case .link, .image:
      restore(node.pointee.as.link.url.bytes)
      restore(node.pointee.as.link.title.bytes)
    // A formula is a piece of its paragraph's content.
    case .customInline: break
    case .document, .quote, .list, .item, .customBlock, .paragraph, .heading, .rule, .table, .tableRow, .tableCell,
      .softBreak, .hardBreak, .emphasis, .strong, .strikethrough, nil:
      break
    }
  }

  private func restore(_ text: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while let second = ByteRun.firstIndex(of: Self.markLead.1, in: text, position..<text.count) {
      position = second + 1
      guard second > 0, second + 1 < text.count, text[second - 1] == Self.markLead.0 else { continue }
      guard let mark = Self.marks.firstIndex(of: text[second + 1]), mark < letters.count else { continue }
      let bytes = UnsafeMutableBufferPointer(mutating: text)
      (bytes[second - 1], bytes[second], bytes[second + 1]) = letters[mark]
    }
  }
}
