/// Numbers of all bases, with separators, exponents and suffixes.
extension CodeLexer {
  mutating func number(_ scanner: inout Scanner) {
    scanner.take(.number, to: scanner.numberEnd(quotedDigits: grammar.traits.contains(.quotedDigits)))
    settle(operand: true)
  }
}

extension Scanner {
  /// The end of the number at the cursor: `0xFF_u8`, `1_000.5e-3f`, `1'000'000`; letters right behind belong to it.
  func numberEnd(quotedDigits: Bool = false) -> Int {
    var index = position
    let second = peek(1).folded
    let isHex = peek() == "0" && second == "x"
    var hasPoint = false
    if isHex || (peek() == "0" && (second == "b" || second == "o")) { index += 2 }
    while index < limit {
      let byte = source[index]
      if byte.isDigit || byte == "_" || byte.isLetter {
        let isExponent = isHex ? byte.folded == "p" : byte.folded == "e"
        index += 1
        if isExponent, self.byte(at: index) == "+" || self.byte(at: index) == "-",
          self.byte(at: index + 1).isDigit
        {
          index += 1
        }
      } else if byte == "." && !hasPoint && self.byte(at: index + 1).isDigit {
        hasPoint = true
        index += 1
      } else if byte == "." && !hasPoint && !isHex && isFinalPoint(index) {
        return index + 1
      } else if byte == "'" && quotedDigits && self.byte(at: index + 1).isHexDigit {
        index += 1
      } else {
        break
      }
    }
    return Swift.max(index, position + 1)
  }

  /// `1.` is a number where neither a name nor another point follows.
  private func isFinalPoint(_ index: Int) -> Bool {
    let next = byte(at: index + 1)
    return next.isBlank || next == ")" || next == "," || next == "]" || next == ";" || next == .lineFeed && next != 0
  }
}
