/// The next byte that needs care, eight bytes at a time; what is marked is looked at by itself.
extension WXMLEscaping {
  /// The position of the first byte that may not stand in plain text, or the count.
  static func nextRisky(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    // Blanks collapse at both ends and next to each other.
    guard start < text.count else { return text.count }
    if start == 0, text[0] == 0x20 { return 0 }
    var index = start
    while index < text.count {
      let bytes = ByteWord(text, at: index)
      let blanks = ~bytes.differs(from: 0x20) & ByteWord.highestBits
      let doubled = blanks & (blanks << 8 | (index > 0 && text[index - 1] == 0x20 ? 0x80 : 0))
      let safe =
        bytes.isAtLeast(0x20) & bytes.differs(from: 0x5C) & bytes.differs(from: 0x26)
        & bytes.differs(from: 0x3C, ignoring: 0x02)
      let marks = (~safe | bytes.isAtLeast(openBrace) | bytes.word | doubled) & ByteWord.highestBits
      guard marks != 0 else {
        index += 8
        continue
      }
      index += ByteWord.first(marks)
      let byte = text[index]
      if byte >= 0x80 {
        if care(byte) & plain != 0, escapedScalar(text, index) != nil || isWideSpace(text, index) { return index }
        index += scalarLength(text, index)
        // Most of Chinese: three bytes, none of which needs care.
        while index < text.count, text[index] >= 0xE4, text[index] <= 0xE9 { index += 3 }
      } else if care(byte) & plain != 0 {
        return index
      } else {
        index += 1
      }
    }
    return text[text.count - 1] == 0x20 ? text.count - 1 : text.count
  }

  /// Whether a value between double quotes must be written as an expression.
  static func isRiskyValue(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count {
      let bytes = ByteWord(text, at: index)
      // The signs for "and" and for quotation differ in one bit, the two angles in another.
      let safe =
        bytes.isAtLeast(0x20) & bytes.differs(from: 0x5C) & bytes.differs(from: 0x22, ignoring: 0x04)
        & bytes.differs(from: 0x3C, ignoring: 0x02)
      let marks = (~safe | bytes.isAtLeast(openBrace) | bytes.word) & ByteWord.highestBits
      guard marks != 0 else {
        index += 8
        continue
      }
      index += ByteWord.first(marks)
      let byte = text[index]
      if care(byte) & attribute != 0, byte < 0x80 || escapedScalar(text, index) != nil { return true }
      index += byte < 0x80 ? 1 : scalarLength(text, index)
    }
    return false
  }

  /// Marks what may not stand in a string of an attribute.
  @inline(__always)
  static func stringMarks(_ bytes: ByteWord) -> UInt64 {
    let safe =
      bytes.isAtLeast(0x20) & bytes.differs(from: 0x5C) & bytes.differs(from: 0x22) & bytes.differs(from: 0x27)
    return (~safe | bytes.isAtLeast(openBrace) | bytes.word) & ByteWord.highestBits
  }
}
