/// Reads nginx's configuration: a directive, its arguments, a semicolon or a block.
struct NginxLexer {
  static func lex(_ scanner: inout Scanner) {
    var isDirective = true
    while !scanner.isAtEnd {
      let start = scanner.position
      let byte = scanner.source[start]
      switch byte {
      case _ where byte.isBlank || byte.isLineEnd: scanner.takeBlanks()
      case "#": scanner.take(.comment, to: scanner.commentLineEnd(from: start))
      case "{", "}", ";":
        scanner.take(.punctuation, count: 1)
        isDirective = true
      case "\"", "'": string(&scanner, byte)
      case "$": scanner.take(.variable, to: scanner.variableEnd(from: start))
      case _ where "~=!^".utf8.contains(byte) && scanner.isOperator(start):
        var end = start
        while "~=!^*".utf8.contains(scanner.byte(at: end)) { end += 1 }
        scanner.take(.operator, to: end)
      case "(", ")": scanner.take(.punctuation, count: 1)
      default: word(&scanner, &isDirective)
      }
      if scanner.position == start { scanner.take(.plain, count: 1) }
    }
  }

  private static func word(_ scanner: inout Scanner, _ isDirective: inout Bool) {
    let start = scanner.position
    var end = start + 1
    while end < scanner.limit, scanner.source[end] > 0x20,
      !";{$\"'".utf8.contains(scanner.source[end])
        || (scanner.source[end] == "{" && scanner.byte(at: end + 1).isDigit)
    {
      end += scanner.source[end] == .backslash ? 2 : 1
    }
    end = min(end, scanner.limit)
    if !isDirective, let colon = scanner.portColon(from: start, to: end) {
      // `127.0.0.1:8080`
      scanner.take(.plain, to: colon)
      scanner.take(.punctuation, count: 1)
      scanner.take(.number, to: end)
    } else if !isDirective, scanner.source[start] == "=", scanner.isQuantity(from: start + 1, to: end) {
      scanner.take(.operator, count: 1)
      scanner.take(.number, to: end)
    } else if isDirective {
      scanner.take(.keyword, to: end)
      isDirective = false
    } else if scanner.isQuantity(from: start, to: end) {
      scanner.take(.number, to: end)
    } else if let kind = Scanner.scalarWords.kind(in: scanner.source, from: start, to: end) {
      scanner.take(kind, to: end)
    } else {
      scanner.take(.string, to: end)
    }
  }

  private static func string(_ scanner: inout Scanner, _ quote: UInt8) {
    scanner.take(.string, count: 1)
    while !scanner.isAtEnd {
      let byte = scanner.peek()
      switch byte {
      case quote:
        scanner.take(.string, count: 1)
        return
      case .backslash: scanner.take(.escape, count: 2)
      case "$" where scanner.peek(1).isWordStart || scanner.peek(1) == "{":
        scanner.take(.variable, to: scanner.variableEnd(from: scanner.position))
      default: scanner.take(.string, count: 1)
      }
    }
  }
}

extension Scanner {
  /// `$name`, `${name}`, `$1`.
  fileprivate func variableEnd(from index: Int) -> Int {
    guard byte(at: index + 1) == "{" else { return Swift.max(nameEnd(from: index + 1), index + 1) }
    let end = nameEnd(from: index + 2)
    return byte(at: end) == "}" ? end + 1 : end
  }

  fileprivate func isOperator(_ index: Int) -> Bool {
    var end = index
    while "~=!^*".utf8.contains(byte(at: end)) { end += 1 }
    return end - index <= 3 && (byte(at: end).isBlank || byte(at: end) == 0)
  }

  /// The colon between a host and its port.
  fileprivate func portColon(from start: Int, to end: Int) -> Int? {
    var colon = end - 1
    while colon > start, source[colon].isDigit { colon -= 1 }
    guard colon > start, colon < end - 1, source[colon] == ":" else { return nil }
    for index in start..<colon where !(source[index].isWord || source[index] == "." || source[index] == "-") {
      return nil
    }
    return colon
  }

  /// A number with an optional unit: `80`, `10m`, `1024k`, `30s`, `1.1`.
  fileprivate func isQuantity(from start: Int, to end: Int) -> Bool {
    guard end > start, source[start].isDigit else { return false }
    for index in start..<end - 1 where !(source[index].isDigit || source[index] == ".") { return false }
    return source[end - 1].isDigit || "kKmMgGsShHdwyY%".utf8.contains(source[end - 1])
  }
}
