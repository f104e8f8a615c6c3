extension ThemeTokens {
  /// Reads a token file; lines that are none are returned as problems.
  package static func parse(_ bytes: [UInt8]) -> (tokens: ThemeTokens, problems: [Problem]) {
    var tokens = ThemeTokens()
    var problems: [Problem] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      let line = String(decoding: bytes[start..<end], as: UTF8.self)
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" })
      if let first = words.first, !first.hasPrefix("#") {
        if let token = token(words, in: line) {
          tokens.set(token)
        } else {
          problems.append(Problem(range: start..<end, line: line))
        }
      }
      start = end + 1
    }
    return (tokens, problems)
  }

  private static func token(_ words: [Substring], in line: String) -> Token? {
    guard words.count >= 3, isName(words[1]) else { return nil }
    guard let value = value(kind: words[0], Array(words[2...]), in: line) else { return nil }
    return Token(name: String(words[1]), value: value)
  }

  private static func value(kind: Substring, _ words: [Substring], in line: String) -> Value? {
    switch (kind, words.count) {
    case ("color", 2):
      guard isColor(words[0]), isColor(words[1]) else { return nil }
      return .color(light: String(words[0]), dark: String(words[1]))
    case ("length", 1): return Double(words[0]).flatMap { $0.isFinite ? .length($0) : nil }
    case ("number", 1): return Double(words[0]).flatMap { $0.isFinite ? .number($0) : nil }
    case ("font", _):
      // What could end the declaration or the style sheet has no place in a font list.
      guard !line.utf8.contains(where: { ";{}<>\\".utf8.contains($0) }) else { return nil }
      return .font(words.joined(separator: " "))
    default: return nil
    }
  }

  private static func isName(_ word: Substring) -> Bool {
    word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// `#rgb`, `#rrggbb`, and both with an opacity.
  private static func isColor(_ word: Substring) -> Bool {
    let digits = word.dropFirst()
    return word.hasPrefix("#") && [3, 4, 6, 8].contains(digits.utf8.count)
      && digits.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) || (65...70).contains($0) }
  }
}
