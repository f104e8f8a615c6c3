/// Looking ahead: none of these moves the cursor.
extension Scanner {
  /// Whether the bytes at `index` are these.
  func has(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + bytes.count <= limit else { return false }
    for offset in bytes.indices where source[index + offset] != bytes[offset] { return false }
    return true
  }

  /// Whether the bytes at `index` are these, capital letters counting as small ones (`bytes` is in small letters).
  func hasFolded(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index >= 0, index + bytes.count <= limit else { return false }
    for offset in bytes.indices where source[index + offset].folded != bytes[offset] { return false }
    return true
  }

  /// The offset of the line feed that ends the line, or the end of what may be read.
  func lineEnd(from index: Int) -> Int {
    var index = index
    while index < limit, source[index] != .lineFeed { index += 1 }
    return index
  }

  /// Where the bytes next occur; nil when they do not.
  func find(_ bytes: [UInt8], from index: Int) -> Int? {
    guard let first = bytes.first else { return nil }
    var index = index
    while index < limit {
      if source[index] == first, has(bytes, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The first offset that holds no blank and no line end.
  func skipBlanks(from index: Int) -> Int {
    var index = index
    while index < limit, source[index].isBlank || source[index].isLineEnd { index += 1 }
    return index
  }

  /// The first offset that holds no blank; line ends count.
  func skipSpaces(from index: Int) -> Int {
    var index = index
    while index < limit, source[index].isBlank { index += 1 }
    return index
  }

  /// The end of the letters, digits and underscores (and of all that is not ASCII) that start at `index`.
  func wordEnd(from index: Int) -> Int {
    var index = index
    while index < limit, source[index].isWord { index += 1 }
    return index
  }

  /// Whether only blanks stand between the start of the line and `index`.
  func isFirstOnLine(_ index: Int) -> Bool {
    var index = index - 1
    while index >= 0, source[index].isBlank { index -= 1 }
    return index < 0 || source[index].isLineEnd
  }
}
