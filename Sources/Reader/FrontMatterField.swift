import Diagnostics
import Manuscript

/// One value of a front matter on its way to a typed field; each reading reports what it cannot use, and where.
struct FrontMatterField {
  /// The key as the author wrote it.
  let name: String
  let value: DataValue
  let context: ReadingContext

  /// Reports that a value is not what was wanted.
  ///
  /// - Parameter expected: A word of `Vocabulary`, or the allowed values.
  func reject(_ value: DataValue, expected: String) {
    context.report(.badValue, at: value.range, [name, expected, context.file.excerpt(value.range)])
  }

  /// A text on one line: line ends and control characters become blanks, runs of blanks one. nil when nothing is left.
  func line() -> String? { line(of: value, expected: "string") }

  func line(of value: DataValue, expected: String) -> String? {
    guard let text = value.text else {
      reject(value, expected: expected)
      return nil
    }
    let line = text.asOneLine
    return line.isEmpty ? nil : line
  }

  func boolean() -> Bool? {
    if let boolean = value.boolean { return boolean }
    reject(value, expected: "boolean")
    return nil
  }

  func integer() -> Int? {
    if let integer = value.integer { return integer }
    reject(value, expected: "integer")
    return nil
  }

  func date() -> ArticleDate? {
    guard let text = value.text else {
      reject(value, expected: "date")
      return nil
    }
    if text.isEmpty { return nil }
    if let date = DateParser.parse(text, zone: context.options.timeZone) { return date }
    context.report(.badDate, at: value.range, [name, context.file.excerpt(value.range)])
    return nil
  }

  /// Tags or categories: a text, or a list of texts. What is no text but a scalar (a year, `3.10`, `true`) counts as typed.
  ///
  /// - Parameters:
  ///   - splits: Whether a text holds several: divided at commas where it has any (`Swift, Server Side`), at blanks
  ///     otherwise, which is Jekyll's rule for the plural keys.
  ///   - nests: Whether a list inside the list is one more level of the same path (Hexo writes categories so).
  func terms(splits: Bool, nests: Bool, into terms: inout [String]) {
    var unique = UniqueTexts(terms)
    switch value.content {
    case .scalar(let scalar):
      for part in splits ? scalar.text.splitTerms : [scalar.text] { Self.add(part, to: &unique) }
    case .sequence(let items):
      var paths = 0
      for item in items {
        if nests, case .sequence(let inner) = item.content {
          paths += 1
          // Hexo allows several paths; an article here stands at one place.
          if paths == 1, unique.list.isEmpty {
            for level in inner { add(level, &unique) }
          } else {
            reject(item, expected: "string")
          }
        } else {
          add(item, &unique)
        }
      }
    case .mapping: reject(value, expected: "string-list")
    }
    terms = unique.list
  }

  private func add(_ item: DataValue, _ terms: inout UniqueTexts) {
    guard !item.isNull, let term = line(of: item, expected: "string") else { return }
    terms.insert(term)
  }

  private static func add(_ term: String, to terms: inout UniqueTexts) {
    let term = term.asOneLine
    if !term.isEmpty { terms.insert(term) }
  }
}

extension String {
  /// Line ends and other control characters read as blanks, no blanks around, never two in a row.
  var asOneLine: String {
    if isOneLine { return self }
    return split { $0.isWhitespace && $0 != "\u{3000}" && $0 != "\u{A0}" || $0.isControl }.joined(separator: " ")
  }

  /// Whether it holds an ASCII control character (U+0000-U+001F, U+007F).
  var hasControlCharacters: Bool { utf8.contains { $0 < 0x20 || $0 == 0x7F } }

  private var isOneLine: Bool {
    var text = self
    return text.withUTF8 { bytes in
      // A blank at the start is the second of two, and so is one at the end.
      var last: UInt8 = 0x20
      for byte in bytes {
        if byte < 0x20 || byte == 0x7F || (byte == 0x20 && last == 0x20) { return false }
        last = byte
      }
      return bytes.isEmpty || last != 0x20
    }
  }

  /// Several tags in one text.
  fileprivate var splitTerms: [String] {
    let commas: [Character] = [",", "，", "、"]
    if contains(where: { commas.contains($0) }) { return split { commas.contains($0) }.map(String.init) }
    return split { $0.isWhitespace }.map(String.init)
  }
}

extension Character {
  fileprivate var isControl: Bool { unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0x7F } }
}
