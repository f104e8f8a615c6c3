extension Explanation {
  /// Puts arguments into a pattern.
  ///
  /// `{0}` is the argument itself; `{0:word}` the language's word for it where `Vocabulary` has one; `{0:bytes}` a count
  /// of bytes for people. A clause in `[[ ]]` is left out when an argument it names is missing or empty.
  package static func fill(_ pattern: String, with arguments: [String], in language: Language) -> String {
    var result = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "[") {
      guard rest[open...].hasPrefix("[["), let close = rest[open...].firstClosing else {
        result += expand(rest[...open], arguments, language).text
        rest = rest[rest.index(after: open)...]
        continue
      }
      result += expand(rest[..<open], arguments, language).text
      let clause = expand(rest[rest.index(open, offsetBy: 2)..<close], arguments, language)
      if clause.isComplete { result += clause.text }
      rest = rest[rest.index(close, offsetBy: 2)...]
    }
    return result + expand(rest, arguments, language).text
  }

  /// The text, and whether every argument that it names was there.
  private static func expand(
    _ pattern: Substring, _ arguments: [String], _ language: Language
  ) -> (text: String, isComplete: Bool) {
    var text = ""
    var isComplete = true
    var rest = pattern
    while let open = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: open)...]
      // Any other brace is part of the text: `{{#name}}`, `{#id}`.
      guard inside.first?.isNumber == true, let close = inside.firstIndex(of: "}") else {
        text += rest[...open]
        rest = inside
        continue
      }
      text += rest[..<open]
      let parts = inside[..<close].split(separator: ":")
      rest = rest[rest.index(after: close)...]
      guard let first = parts.first, let index = Int(first), arguments.indices.contains(index),
        !arguments[index].isEmpty
      else {
        isComplete = false
        continue
      }
      let argument = arguments[index]
      switch parts.dropFirst().first {
      case "word": text += Vocabulary.word(argument, in: language)
      case "bytes": text += Int(argument).map(ByteCount.describe) ?? argument
      case nil, .some: text += argument
      }
    }
    return (text + rest, isComplete)
  }
}

extension Substring {
  /// Where the first `]]` stands.
  fileprivate var firstClosing: Index? {
    var index = startIndex
    while let bracket = self[index...].firstIndex(of: "]") {
      if self[bracket...].hasPrefix("]]") { return bracket }
      index = self.index(after: bracket)
    }
    return nil
  }
}
