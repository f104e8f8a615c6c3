/// What the shell's words are made of.
extension Scanner {
  /// Whether a word could begin at `index`.
  func isWordBoundary(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch source[index - 1] {
    case 0x20, 0x09, 0x0A, 0x0D, ";", "|", "&", "(", "`": return true
    default: return false
    }
  }

  /// The end of the unquoted word at `index`.
  func shellWordEnd(from index: Int, stops: UInt8) -> Int {
    var end = index
    while end < limit {
      switch source[end] {
      case 0x00...0x20, "'", "\"", "`", "$", "|", "&", ";", "(", ")", "<", ">", "{", "}", "[", "]", "*", "?",
        .backslash:
        return end
      case stops: return end
      case ",": return end
      default: end += 1
      }
    }
    return end
  }

  /// Whether the `$` at the cursor expands to something.
  var startsExpansion: Bool {
    switch peek(1) {
    case "{", "(", "@", "*", "#", "?", "-", "$", "!", "<", "^", "+": true
    case let next: next.isWord && next < 0x80
    }
  }

  /// Whether the name that ends at `index` is assigned to: `=`, `+=`, `[i]=`.
  func isAssignment(_ index: Int) -> Bool {
    guard byte(at: index) == "[" else { return byte(at: index + 1) != "=" || byte(at: index) == "+" }
    var end = index
    while end < limit, end - index < 64, source[end] != "]", !source[end].isLineEnd { end += 1 }
    return byte(at: end) == "]" && (byte(at: end + 1) == "=" || byte(at: end + 1) == "+")
  }

  /// `in` and `do` stand where arguments stand.
  func isReservedInside(_ start: Int, _ end: Int) -> Bool {
    end - start == 2 && endsWith("in", end) || endsWith("do", end) && end - start == 2
  }

  func endsWith(_ word: StaticString, _ end: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end >= count, end <= limit else { return false }
    return word.withUTF8Buffer { buffer in
      for offset in 0..<count where source[end - count + offset] != buffer[offset] { return false }
      return end == count || !source[end - count - 1].isWord
    }
  }

  func isNumber(from start: Int, to end: Int) -> Bool {
    for index in start..<end where !source[index].isDigit { return false }
    return end > start
  }

  /// The end of make's `$(…)` at `index`, brackets balanced, on one line.
  func makeReferenceEnd(from index: Int) -> Int {
    let open = byte(at: index + 1)
    let close: UInt8 = open == "(" ? .of(")") : .of("}")
    var nesting = 0
    var end = index + 1
    while end < limit, source[end] != .lineFeed {
      if source[end] == open { nesting += 1 }
      if source[end] == close {
        nesting -= 1
        if nesting == 0 { return end + 1 }
      }
      end += 1
    }
    return end
  }
}
