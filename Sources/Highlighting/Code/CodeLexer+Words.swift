/// Names and reserved words.
extension CodeLexer {
  private static let defaultWord = "default".bytes

  mutating func word(_ scanner: inout Scanner) {
    let start = scanner.position
    var end = start + 1
    while end < scanner.limit, isNamePart(scanner.source[end], in: scanner, at: end) { end += 1 }
    if grammar.traits.contains(.markedNames), scanner.byte(at: end) == "?" || scanner.byte(at: end) == "!",
      scanner.byte(at: end + 1) != "="
    {
      end += 1
    }
    let next = scanner.byte(at: end)
    if next == "\"" || next == "'" || next == "#", prefixedString(&scanner, wordEnd: end) { return }

    if let entry = grammar.words.entry(in: scanner.source, from: start, to: end),
      !(followsDot && grammar.traits.contains(.freeAfterDot)), !isKey(scanner, start, end, next),
      !(next == ":" && grammar.traits.contains(.argumentLabels) && scanner.followsArgumentSign(start)
        && !(end - start == 7 && scanner.has(CodeLexer.defaultWord, at: start)))
    {
      reserved(&scanner, entry, end, next)
      return
    }
    let kind = nameClass(scanner, start, end, next)
    scanner.take(kind, to: end)
    settle(operand: true)
  }

  @inline(__always) private func isNamePart(_ byte: UInt8, in scanner: Scanner, at index: Int) -> Bool {
    let action = grammar.actions[Int(byte)]
    if action == .word || action == .digit { return true }
    if byte.isWord { return true }
    return byte == "-" && grammar.traits.contains(.dashedNames) && scanner.byte(at: index + 1).isWord
  }

  private mutating func reserved(_ scanner: inout Scanner, _ entry: WordTable.Entry, _ end: Int, _ next: UInt8) {
    let declared = declares
    scanner.take(entry.kind, to: end)
    // `this`, `true` and types are operands; after `return` an operand is still to come.
    settle(operand: entry.kind != .keyword || next == ".")
    // In `public static final` the declaring word may come before others.
    declares = entry.declares ?? (entry.kind == .keyword ? declared : nil)
  }

  /// `name:` where a key may stand. `default:` in a `switch` looks the same and is more frequent than the key.
  private func isKey(_ scanner: Scanner, _ start: Int, _ end: Int, _ next: UInt8) -> Bool {
    if grammar.traits.contains(.colonKeys) {
      return next == ":" && scanner.byte(at: end + 1) != ":" && !followsDot && scanner.byte(at: end + 1).isBlank
    }
    guard mayBeKey, grammar.traits.contains(.keys) else { return false }
    return scanner.byte(at: scanner.skipSpaces(from: end)) == ":"
      && !(end - start == 7 && scanner.has(CodeLexer.defaultWord, at: start))
  }

  private func nameClass(_ scanner: Scanner, _ start: Int, _ end: Int, _ next: UInt8) -> Token.Class {
    if let declares { return declares }
    let traits = grammar.traits
    if isKey(scanner, start, end, next) { return .property }
    if traits.contains(.labels), next == ":", scanner.byte(at: end + 1) != ":", scanner.isFirstOnLine(start) {
      return .attribute
    }
    if traits.contains(.macros), next == "!", scanner.byte(at: end + 1) != "=" { return .function }
    let first = scanner.source[start]
    if first.isUpper {
      if traits.contains(.upperConstants), end - start > 1, isUpper(scanner, start, end), next != "(", next != "." {
        return .constant
      }
      if traits.contains(.capitalizedTypes) { return .type }
    }
    if next == "(" { return .function }
    return followsDot ? .property : .plain
  }

  private func isUpper(_ scanner: Scanner, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end {
      let byte = scanner.source[index]
      if !(byte.isUpper || byte.isDigit || byte == "_") { return false }
    }
    return true
  }
}

extension Scanner {
  /// Whether `(`, `[` or `,` stands before `index`, blanks apart.
  fileprivate func followsArgumentSign(_ index: Int) -> Bool {
    var index = index - 1
    while index >= 0, source[index].isBlank || source[index].isLineEnd { index -= 1 }
    return index >= 0 && (source[index] == "(" || source[index] == "[" || source[index] == ",")
  }
}
