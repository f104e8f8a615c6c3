/// Bytes of one file as the checkers read them.
typealias FileBytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The text of a range; ill-formed bytes become U+FFFD.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
  }

  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self[range]) }

  func has(_ word: StaticString, at start: Int) -> Bool {
    guard start >= 0, count - start >= word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount where self[start + offset] != word.utf8Start[offset] { return false }
    return true
  }

  func `is`(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && has(word, at: range.lowerBound)
  }

  /// Where a word first stands at or behind a place; nil when it does not.
  func find(_ word: StaticString, from start: Int) -> Int? {
    var index = start
    let first = word.utf8Start[0]
    while index + word.utf8CodeUnitCount <= count {
      if self[index] == first, has(word, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// Where something that is not UTF-8 begins; nil when all is well.
  var firstIllFormed: Int? {
    var index = 0
    while index < count {
      let byte = self[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard byte >= 0xC2, byte <= 0xF4, index + length <= count else { return index }
      let second = self[index + 1]
      switch byte {
      case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
        return index
      default: break
      }
      for offset in 1..<length where self[index + offset] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// May stand in a JavaScript identifier; every byte beyond ASCII counts.
  var isIdentifier: Bool { isLetter || isDigit || self == 0x5F || self == 0x24 || self >= 0x80 }
}
