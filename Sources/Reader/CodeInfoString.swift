import Manuscript

/// What an author says behind the fence of a code block, in the forms of the common tools:
/// `js`, `rust,ignore` (mdBook), `js {1,3-5}` and `js:line-numbers` (VitePress), `go {linenos=table,hl_lines=["2-4"]}`
/// (Hugo), `python title="a.py" nolineno`, `js ins={2} del={1}` (Starlight).
struct CodeInfoString {
  var language: String?
  var title: Text?
  var showsLineNumbers: Bool?
  var highlightedLines: [Int] = []
  var insertedLines: [Int] = []
  var deletedLines: [Int] = []
  var firstLineNumber = 1
  /// Whether code that describes a picture may be drawn (`draw=false`).
  var isDrawn = true

  /// Lines beyond this are not asked for by anybody: guards against `{1-999999999}`.
  private static let lineLimit = 20_000

  init(_ info: [UInt8], isPlain: Bool) {
    let words = Self.words(info)
    guard let first = words.first else { return }
    if isPlain {
      language = String(decoding: first, as: UTF8.self)
      return
    }
    var rest = words.dropFirst()
    let isOption = first.firstIndex(of: 0x3D).map { !first[..<$0].contains(0x3A) } ?? false
    if first.first == 0x7B || isOption {
      rest = words[...]
    } else {
      readLanguage(first)
    }
    for word in rest { readOption(word) }
    Self.settle(&highlightedLines)
    Self.settle(&insertedLines)
    Self.settle(&deletedLines)
  }

  // Ascending, each once.
  private static func settle(_ lines: inout [Int]) {
    if !lines.isEmpty { lines = Set(lines).sorted() }
  }

  // `rust,ignore` and `ts:line-numbers` are a language and options.
  private mutating func readLanguage(_ word: ArraySlice<UInt8>) {
    var end = word.endIndex
    if let brace = word.firstIndex(of: 0x7B) {
      readBraces(word[brace...])
      end = brace
    }
    var name = word[word.startIndex..<end]
    if let comma = name.firstIndex(of: 0x2C) { name = name[..<comma] }
    if let colon = name.firstIndex(of: 0x3A) {
      let option = String(decoding: name[(colon + 1)...], as: UTF8.self)
      if option == "no-line-numbers" {
        showsLineNumbers = false
        name = name[..<colon]
      } else if option.hasPrefix("line-numbers") {
        showsLineNumbers = true
        name = name[..<colon]
        if let equals = option.firstIndex(of: "=") { setFirstLine(option[option.index(after: equals)...]) }
      }
    }
    if !name.isEmpty { language = String(decoding: name, as: UTF8.self) }
  }

  private mutating func readOption(_ word: ArraySlice<UInt8>) {
    if word.first == 0x7B { return readBraces(word) }
    if word.first == 0x5B, word.last == 0x5D, word.count > 2 {
      title = title ?? Text(bytes: Array(word.dropFirst().dropLast()))
      return
    }
    let parts = word.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
    let key = String(decoding: parts[0], as: UTF8.self).lowercased()
    read(key, parts.count > 1 ? Self.unquoted(parts[1]) : nil)
  }

  private mutating func read(_ key: String, _ value: ArraySlice<UInt8>?) {
    switch key {
    case "title", "file", "filename", "name":
      if let value, !value.isEmpty { title = Text(bytes: Array(value)) }
    case "linenos", "lineno", "line-numbers", "linenumbers", "shownlinenumbers", "showlinenumbers":
      showsLineNumbers = value.map { !$0.elementsEqual("false".utf8) } ?? true
    case "nolineno", "nolinenos", "no-line-numbers": showsLineNumbers = false
    case "hl_lines", "hl", "highlight":
      if let value { readLines(value, into: \.highlightedLines) }
    case "ins", "add": if let value { readLines(value, into: \.insertedLines) }
    case "del", "rem": if let value { readLines(value, into: \.deletedLines) }
    case "linenostart", "startlinenumber":
      if let value { setFirstLine(String(decoding: value, as: UTF8.self)[...]) }
    case "draw": isDrawn = !(value?.elementsEqual("false".utf8) ?? false)
    case "nodraw": isDrawn = false
    case ".nolineno": showsLineNumbers = false
    default: break
    }
  }

  // `{1,3-5}`, `{linenos=table,hl_lines=[8,"15-17"]}`, `{: .nolineno file="a" }`
  private mutating func readBraces(_ word: ArraySlice<UInt8>) {
    var inner = word.dropFirst()
    if inner.last == 0x7D { inner = inner.dropLast() }
    if inner.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2C || $0 == 0x2D || $0 == 0x20 }) {
      return readLines(inner, into: \.highlightedLines)
    }
    for part in Self.words(Array(inner), separators: [0x20, 0x2C]) { readOption(part) }
  }

  private mutating func setFirstLine(_ text: Substring) {
    if let number = Int(text), (0...9_999_999).contains(number) { firstLineNumber = number }
  }

  private mutating func readLines(_ list: ArraySlice<UInt8>, into lines: WritableKeyPath<Self, [Int]>) {
    let digits = list.map { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D ? $0 : 0x20 }
    for part in digits.split(separator: 0x20) {
      let ends = part.split(separator: 0x2D).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      guard let low = ends.first, let high = ends.last, low >= 1, low <= high, high <= Self.lineLimit else { continue }
      self[keyPath: lines] += low...high
    }
  }

  static func unquoted(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard value.count >= 2, let first = value.first, first == value.last, first == 0x22 || first == 0x27 else {
      return value
    }
    return value.dropFirst().dropLast()
  }

  /// Splits at separators outside of quotes, brackets and braces.
  static func words(_ bytes: [UInt8], separators: [UInt8] = [0x20, 0x09]) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start = 0
    var depth = 0
    var quote: UInt8 = 0
    for (index, byte) in bytes.enumerated() {
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x7B || byte == 0x5B {
        depth += 1
      } else if byte == 0x7D || byte == 0x5D {
        depth = max(depth - 1, 0)
      } else if depth == 0, separators.contains(byte) {
        if index > start { words.append(bytes[start..<index]) }
        start = index + 1
      }
    }
    if start < bytes.count { words.append(bytes[start...]) }
    return words
  }
}
