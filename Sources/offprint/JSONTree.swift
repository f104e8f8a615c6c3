/// A JSON value printed over several lines, keys in their order: for files that people read.
indirect enum JSONTree {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case list([JSONTree])
  case object([(String, JSONTree)])

  /// Two blanks an indentation; no line feed at the end.
  func printed(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quoted(text)
    case .integer(let number): return String(number)
    case .boolean(let truth): return truth ? "true" : "false"
    case .list(let items):
      return "[" + items.map { $0.printed(indent: inner) }.joined(separator: ", ") + "]"
    case .object(let pairs):
      let lines = pairs.map { inner + Self.quoted($0.0) + ": " + $0.1.printed(indent: inner) }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    }
  }

  /// Only for texts of the program itself: no control characters.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result + "\""
  }
}
