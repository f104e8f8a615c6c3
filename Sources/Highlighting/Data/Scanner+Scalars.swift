/// What an unquoted value of a data format is.
extension Scanner {
  static let scalarWords = WordTable(
    [.constant: "true false null yes no on off ~ none", .number: "inf nan .inf -.inf +inf -inf .nan"], ignoresCase: true
  )

  /// A constant, a number or date, or a string.
  func scalarClass(from start: Int, to end: Int) -> Token.Class {
    if let kind = Scanner.scalarWords.kind(in: source, from: start, to: end) { return kind }
    guard end > start, end - start < 40 else { return .string }
    var digits = 0
    for index in start..<end {
      let byte = source[index]
      switch byte {
      case _ where byte.isDigit: digits += 1
      case "+", "-", ".", "_", ":": break
      case _ where index == start + 1 && source[start] == "0" && "xobX".utf8.contains(byte): break
      case "e", "E", "T", "Z", "t", "z", " ": if digits == 0 { return .string }
      case _ where byte.isHexDigit && end - start > 2 && source[start] == "0" && (source[start + 1] | 0x20) == "x":
        break
      default: return .string
      }
    }
    let first = source[start]
    return digits > 0 && (first.isDigit || first == "+" || first == "-" || first == ".") ? .number : .string
  }
}
