/// Bytes of one file as the checkers read them.
typealias FileBytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// The text of a range; ill-formed bytes become U+FFFD.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
  }

  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: self[range]) }

  @inline(__always)
  func has(_ word: StaticString, at start: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard start >= 0, count - start >= length, let baseAddress else { return false }
    let (text, word) = (UnsafeRawPointer(baseAddress + start), UnsafeRawPointer(word.utf8Start))
    func differ<T: FixedWidthInteger & BitwiseCopyable>(at offset: Int, _ type: T.Type) -> Bool {
      text.loadUnaligned(fromByteOffset: offset, as: T.self) != word.loadUnaligned(fromByteOffset: offset, as: T.self)
    }
    // The lengths of literals are known to the compiler: two or three comparisons are left of this.
    var offset = 0
    while offset + 8 <= length {
      if differ(at: offset, UInt64.self) { return false }
      offset += 8
    }
    if offset + 4 <= length {
      if differ(at: offset, UInt32.self) { return false }
      offset += 4
    }
    while offset < length {
      if differ(at: offset, UInt8.self) { return false }
      offset += 1
    }
    return true
  }

  @inline(__always)
  func `is`(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && has(word, at: range.lowerBound)
  }

  /// Where a word first stands at or behind a place; nil when it does not.
  func find(_ word: StaticString, from start: Int) -> Int? {
    var index = start
    while let found = first(word.utf8Start[0], in: index..<Swift.max(index, count)) {
      if has(word, at: found) { return found }
      index = found + 1
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
