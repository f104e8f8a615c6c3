import Diagnostics

/// Reads TOML 1.0 into a `DataValue`, with the bytes of every key and value; numbers and dates stay as typed.
///
/// Our own, because the one library at hand aborts the process on some ill-formed input (a line that is only `[`),
/// sorts the keys, turns `3.10` into 3.1, knows no positions, and links the whole of Foundation.
///
/// Stricter than needed nowhere, laxer in one respect: a table may be extended by a later header even where the
/// specification calls it closed (an inline table, one made by dotted keys). Nothing is lost by that.
struct TOMLReader {
  /// More keys than that are refused: they are looked up one by one.
  private static let keyLimit = 2000

  let file: [UInt8]
  let end: Int
  var position: Int
  private var tree = TOMLTree()
  private var table: [TOMLTree.Key] = []
  private var problems: [DataProblem] = []
  private var hasFailed = false
  private var keyCount = 0

  static func read(_ file: [UInt8], in range: Range<Int>) -> DataDocument {
    var reader = TOMLReader(file: file, end: range.upperBound, position: range.lowerBound)
    while !reader.hasFailed, reader.expression() {}
    let entries = reader.tree.entries
    guard let last = entries.last else { return DataDocument(root: nil, problems: reader.problems) }
    let root = DataValue(
      content: .mapping(entries), range: SourceRange(start: entries[0].keyRange.start, end: last.value.range.end))
    return DataDocument(root: root, problems: reader.problems)
  }

  private init(file: [UInt8], end: Int, position: Int) {
    self.file = file
    self.end = end
    self.position = position
  }

  var byte: UInt8? { position < end ? file[position] : nil }

  mutating func take(_ wanted: Character) -> Bool {
    guard let byte, byte == wanted.asciiValue else { return false }
    position += 1
    return true
  }

  /// Stops reading here; only the first call counts, which is the innermost and most exact.
  mutating func fail(_ word: String) {
    guard !hasFailed else { return }
    hasFailed = true
    problems.append(
      DataProblem(kind: .syntax(word), range: SourceRange(min(position, end)..<min(position + 1, end))))
  }

  mutating func skipBlanks() {
    while byte == 0x20 || byte == 0x09 { position += 1 }
  }

  /// Over blanks, line ends and comments.
  private mutating func skipSpace() {
    while let byte {
      if byte == UInt8(ascii: "#") {
        skipComment()
      } else if byte.isBlankOrLineEnd {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func skipComment() {
    while let byte, byte != UInt8(ascii: "\n") {
      if byte < 0x20, byte != 0x09, byte != 0x0D { return fail("control-character") }
      position += 1
    }
  }

  /// A header or a key with its value, and the line's end; false at the end of the text or after an error.
  private mutating func expression() -> Bool {
    skipSpace()
    guard position < end, !hasFailed, countKey() else { return false }
    let start = position
    if take("[") {
      let isItem = take("[")
      guard let path = keyPath() else { return false }
      guard take("]"), !isItem || take("]") else {
        fail("toml-header")
        return false
      }
      table = path
      add(tree.open(path, range: SourceRange(start..<position), isItem: isItem))
    } else {
      guard let (path, value) = pair(depth: 0) else { return false }
      add(tree.insert(value, at: table + path))
    }
    skipBlanks()
    if byte == UInt8(ascii: "#") { skipComment() }
    _ = take("\r")
    if position < end, !take("\n") { fail("toml-line-end") }
    return !hasFailed
  }

  private mutating func add(_ problem: DataProblem?) {
    if let problem { problems.append(problem) }
  }

  private mutating func countKey() -> Bool {
    keyCount += 1
    if keyCount > Self.keyLimit { fail("data-too-large") }
    return keyCount <= Self.keyLimit
  }

  private mutating func pair(depth: Int) -> (path: [TOMLTree.Key], value: DataValue)? {
    guard let path = keyPath() else { return nil }
    guard take("=") else {
      fail("toml-equals")
      return nil
    }
    skipBlanks()
    return value(depth: depth).map { (path, $0) }
  }

  /// `a.b."c d"`, blanks around it included.
  private mutating func keyPath() -> [TOMLTree.Key]? {
    var path: [TOMLTree.Key] = []
    repeat {
      skipBlanks()
      let start = position
      guard let name = keyName(), path.count < DataLimits.depth else {
        fail("toml-key")
        return nil
      }
      path.append(TOMLTree.Key(name: name, range: SourceRange(start..<position)))
      skipBlanks()
    } while take(".")
    return path
  }

  private mutating func keyName() -> String? {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return string(allowsLines: false) }
    let start = position
    while let byte, byte.isKeyCharacter { position += 1 }
    return start == position ? nil : String(decoding: file[start..<position], as: UTF8.self)
  }

  private mutating func value(depth: Int) -> DataValue? {
    guard depth < DataLimits.depth else {
      fail("data-too-deep")
      return nil
    }
    let start = position
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let text = string(allowsLines: true) else {
        fail("toml-string")
        return nil
      }
      return DataValue(
        content: .scalar(DataValue.Scalar(text: text, isPlain: false)), range: SourceRange(start..<position))
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "{"): return inlineTable(depth: depth)
    default: return plain()
    }
  }

  private mutating func array(depth: Int) -> DataValue? {
    let start = position
    var items: [DataValue] = []
    position += 1
    skipSpace()
    while !take("]") {
      guard let item = value(depth: depth + 1) else { return nil }
      items.append(item)
      skipSpace()
      if !take(","), byte != UInt8(ascii: "]") { fail("toml-bracket") }
      skipSpace()
      if hasFailed { return nil }
    }
    return DataValue(content: .sequence(items), range: SourceRange(start..<position))
  }

  /// On one line, and without a comma before the brace (TOML 1.0).
  private mutating func inlineTable(depth: Int) -> DataValue? {
    let start = position
    var inner = TOMLTree()
    position += 1
    skipBlanks()
    var isClosed = take("}")
    while !isClosed {
      guard countKey(), let (path, value) = pair(depth: depth + 1) else { return nil }
      add(inner.insert(value, at: path))
      skipBlanks()
      isClosed = take("}")
      if !isClosed, !take(",") {
        fail("toml-bracket")
        return nil
      }
    }
    return DataValue(content: .mapping(inner.entries), range: SourceRange(start..<position))
  }

  /// A number, a boolean or a date: up to a comma, a bracket, a comment or the line's end.
  private mutating func plain() -> DataValue? {
    let start = position
    var stop = position
    while stop < end, !",]}#\r\n".utf8.contains(file[stop]) { stop += 1 }
    while stop > start, file[stop - 1] == 0x20 || file[stop - 1] == 0x09 { stop -= 1 }
    let text = String(decoding: file[start..<stop], as: UTF8.self)
    guard TOMLScalar.isValid(text) else {
      fail("toml-value")
      return nil
    }
    position = stop
    return DataValue(
      content: .scalar(DataValue.Scalar(text: text, isPlain: true)), range: SourceRange(start..<stop))
  }
}
