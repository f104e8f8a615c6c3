import Diagnostics

/// Reads one JSON value (RFC 8259, strictly) into a `DataValue`, and says where it ended.
struct JSONReader {
  private let file: [UInt8]
  private let end: Int
  private(set) var position: Int
  private var problems: [DataProblem] = []
  private var valueCount = 0

  /// - Returns: The document, and the offset behind the value (behind what could be read, after an error).
  static func read(_ file: [UInt8], in range: Range<Int>) -> (document: DataDocument, end: Int) {
    var reader = JSONReader(file: file, range: range)
    reader.skipBlanks()
    let root = reader.value(depth: 0)
    return (DataDocument(root: root, problems: reader.problems), reader.position)
  }

  private init(file: [UInt8], range: Range<Int>) {
    self.file = file
    self.position = range.lowerBound
    self.end = range.upperBound
  }

  private var byte: UInt8? { position < end ? file[position] : nil }

  private mutating func skipBlanks() {
    while let byte, byte.isBlankOrLineEnd { position += 1 }
  }

  /// Steps over a byte when it is the next one.
  private mutating func take(_ wanted: Character) -> Bool {
    guard let byte, byte == wanted.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func fail(_ word: String) {
    guard problems.last?.isSyntax != true else { return }
    let range = SourceRange(min(position, end)..<min(position + 1, end))
    problems.append(DataProblem(kind: .syntax(word), range: range))
  }

  /// nil after an error; of the outermost object what there is of it.
  private mutating func value(depth: Int) -> DataValue? {
    valueCount += 1
    guard depth < DataLimits.depth, valueCount <= DataLimits.values else {
      fail(depth < DataLimits.depth ? "data-too-large" : "data-too-deep")
      return nil
    }
    let collection: DataValue
    switch byte {
    case UInt8(ascii: "{"): collection = object(depth: depth)
    case UInt8(ascii: "["): collection = array(depth: depth)
    case UInt8(ascii: "\""): return string()
    default: return literal()
    }
    // One that an error cut short would say less than its author did.
    return hasFailed && depth > 0 ? nil : collection
  }

  private mutating func object(depth: Int) -> DataValue {
    let start = position
    var entries = DataEntries()
    position += 1
    skipBlanks()
    var isClosed = take("}")
    while !isClosed {
      skipBlanks()
      guard byte == UInt8(ascii: "\""), let key = string(), let name = key.text else {
        fail("json-key")
        break
      }
      skipBlanks()
      guard take(":") else {
        fail("json-colon")
        break
      }
      skipBlanks()
      guard let value = value(depth: depth + 1) else { break }
      if let first = entries.add(name, at: key.range, value) {
        problems.append(DataProblem(kind: .duplicateKey(name, first: first), range: key.range))
      }
      skipBlanks()
      isClosed = take("}")
      if !isClosed, hasFailed || !take(",") {
        fail("json-comma")
        break
      }
    }
    return DataValue(content: .mapping(entries.list), range: SourceRange(start..<position))
  }

  private mutating func array(depth: Int) -> DataValue {
    let start = position
    var items: [DataValue] = []
    position += 1
    skipBlanks()
    var isClosed = take("]")
    while !isClosed {
      skipBlanks()
      guard let item = value(depth: depth + 1) else { break }
      items.append(item)
      skipBlanks()
      isClosed = take("]")
      if !isClosed, hasFailed || !take(",") {
        fail("json-comma")
        break
      }
    }
    return DataValue(content: .sequence(items), range: SourceRange(start..<position))
  }

  private var hasFailed: Bool { problems.last?.isSyntax ?? false }

  /// `true`, `false`, `null` or a number, as typed.
  private mutating func literal() -> DataValue? {
    let start = position
    var stop = position
    while stop < end, file[stop].isKeyCharacter || file[stop] == UInt8(ascii: ".") || file[stop] == UInt8(ascii: "+") {
      stop += 1
    }
    let text = String(decoding: file[start..<stop], as: UTF8.self)
    guard ["true", "false", "null"].contains(text) || JSONNumber.isNumber(file[start..<stop]) else {
      fail("json-value")
      return nil
    }
    position = stop
    return DataValue(
      content: .scalar(DataValue.Scalar(text: text, isPlain: true)), range: SourceRange(start..<stop))
  }

  private mutating func string() -> DataValue? {
    let start = position
    guard let (text, stop) = JSONString.decode(file, from: start, to: end) else {
      fail("json-string")
      return nil
    }
    position = stop
    return DataValue(
      content: .scalar(DataValue.Scalar(text: text, isPlain: false)), range: SourceRange(start..<stop))
  }
}

extension DataProblem {
  /// Whether reading stopped here.
  var isSyntax: Bool {
    if case .syntax = kind { true } else { false }
  }
}
