import CLibYAML
import Diagnostics

/// Reads YAML through libyaml's events into a `DataValue`, keeping order, positions and the text of scalars.
///
/// One document only. Aliases stand for what was anchored, within `DataLimits`. Tags other than `!!str` mean nothing.
struct YAMLReader: ~Copyable {
  // On the heap, because libyaml keeps a pointer to its own parser.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
  private let offsets: YAMLCharacterOffsets
  private var problems: [DataProblem] = []
  private var hasFailed = false
  private var anchors: [String: (value: DataValue, count: Int)] = [:]
  /// Values so far, an alias counting as all that it stands for.
  private var valueCount = 0

  /// Reads a part of a file. Ill-formed UTF-8 is read as U+FFFD; who reports that is the caller's choice.
  static func read(_ file: [UInt8], in range: Range<Int>) -> DataDocument {
    let plain = file.withUnsafeBufferPointer {
      PlainYAML.read(UnsafeBufferPointer(rebasing: $0[range]), base: range.lowerBound)
    }
    return plain ?? readEvents(file, in: range)
  }

  /// The same, always by libyaml.
  static func readEvents(_ file: [UInt8], in range: Range<Int>) -> DataDocument {
    let document = file.withUnsafeBufferPointer { bytes in
      let part = UnsafeBufferPointer(rebasing: bytes[range])
      return read(part, offsets: YAMLCharacterOffsets(part, base: range.lowerBound))
    }
    if let document { return document }
    let repaired = RepairedText(file[range])
    let offsets = YAMLCharacterOffsets(starts: repaired.starts, base: range.lowerBound, count: range.count)
    return repaired.bytes.withUnsafeBufferPointer { read($0, offsets: offsets) } ?? DataDocument()
  }

  /// nil when the bytes are not UTF-8.
  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, offsets: YAMLCharacterOffsets) -> DataDocument? {
    guard var reader = YAMLReader(bytes, offsets: offsets) else { return DataDocument() }
    let root = reader.document()
    if reader.hasFailed, reader.isEncodingError { return nil }
    return DataDocument(root: root, problems: reader.problems)
  }

  private init?(_ bytes: UnsafeBufferPointer<UInt8>, offsets: YAMLCharacterOffsets) {
    self.offsets = offsets
    event.initialize(to: yaml_event_t())
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) != 0 else { return nil }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  private var isEncodingError: Bool {
    guard parser.pointee.error == YAML_READER_ERROR else { return false }
    return parser.pointee.problem.map { String(cString: $0) } != YAMLProblem.controlCharacters
  }

  // MARK: Events

  /// The next event, nil after an error.
  private mutating func next() -> yaml_event_type_t? {
    guard !hasFailed else { return nil }
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) != 0 else {
      hasFailed = true
      problems.append(YAMLProblem.problem(of: parser.pointee, offsets: offsets))
      return nil
    }
    return event.pointee.type
  }

  private mutating func fail(_ word: String, at range: SourceRange) {
    hasFailed = true
    problems.append(DataProblem(kind: .syntax(word), range: range))
  }

  private var eventRange: SourceRange {
    let start = offsets.byte(of: event.pointee.start_mark.index)
    return SourceRange(start..<max(start, offsets.byte(of: event.pointee.end_mark.index)))
  }

  private mutating func document() -> DataValue? {
    guard next() == YAML_STREAM_START_EVENT, let first = next(), first == YAML_DOCUMENT_START_EVENT else { return nil }
    guard let type = next(), let root = value(type, depth: 0) else { return nil }
    if next() == YAML_DOCUMENT_END_EVENT, let after = next(), after != YAML_STREAM_END_EVENT {
      fail("yaml-documents", at: eventRange)
    }
    return root
  }

  // MARK: Values

  /// The value that the current event begins; nil after an error.
  ///
  /// A collection that an error cut short would say less than its author did. Only the outermost one is read as far as it
  /// goes: its entries before the error are whole.
  private mutating func value(_ type: yaml_event_type_t, depth: Int) -> DataValue? {
    valueCount += 1
    guard valueCount <= DataLimits.values else {
      fail("data-too-large", at: eventRange)
      return nil
    }
    switch type {
    case YAML_SCALAR_EVENT:
      return scalar()
    case YAML_ALIAS_EVENT:
      return alias()
    case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
      let range = eventRange
      guard depth < DataLimits.depth else {
        fail("data-too-deep", at: range)
        return nil
      }
      let isSequence = type == YAML_SEQUENCE_START_EVENT
      let anchor = isSequence ? event.pointee.data.sequence_start.anchor : event.pointee.data.mapping_start.anchor
      let name = anchor.map { String(cString: $0) }
      let before = valueCount
      let value = isSequence ? sequence(from: range, depth: depth) : mapping(from: range, depth: depth)
      guard !hasFailed || depth == 0 else { return nil }
      if let name { anchors[name] = (value, valueCount - before + 1) }
      return value
    default:
      return nil
    }
  }

  private mutating func scalar() -> DataValue {
    let scalar = event.pointee.data.scalar
    let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && !(scalar.tag.map(Self.isText) ?? false)
    let value = DataValue(content: .scalar(DataValue.Scalar(text: text, isPlain: isPlain)), range: eventRange)
    if let anchor = scalar.anchor { anchors[String(cString: anchor)] = (value, 1) }
    return value
  }

  private static func isText(_ tag: UnsafeMutablePointer<UInt8>) -> Bool {
    let name = String(cString: tag)
    return name == YAML_STR_TAG || name == "!"
  }

  private mutating func alias() -> DataValue? {
    let range = eventRange
    guard let name = event.pointee.data.alias.anchor, let (value, count) = anchors[String(cString: name)] else {
      fail("yaml-alias", at: range)
      return nil
    }
    valueCount += count
    guard valueCount <= DataLimits.values else {
      fail("data-too-large", at: range)
      return nil
    }
    return DataValue(content: value.content, range: range)
  }

  private mutating func sequence(from range: SourceRange, depth: Int) -> DataValue {
    var items: [DataValue] = []
    var end = range
    while let type = next() {
      if type == YAML_SEQUENCE_END_EVENT {
        end = closing(last: items.last?.range, opening: range)
        break
      }
      guard let item = value(type, depth: depth + 1) else { break }
      items.append(item)
    }
    return DataValue(content: .sequence(items), range: range.union(end))
  }

  private mutating func mapping(from range: SourceRange, depth: Int) -> DataValue {
    var entries = DataEntries()
    var end = range
    while let type = next() {
      if type == YAML_MAPPING_END_EVENT {
        end = closing(last: entries.lastRange, opening: range)
        break
      }
      guard let key = value(type, depth: depth + 1) else { break }
      guard let name = key.text else {
        fail("yaml-complex-key", at: key.range)
        break
      }
      guard let type = next(), let value = value(type, depth: depth + 1) else { break }
      if let first = entries.add(name, at: key.range, value) {
        problems.append(DataProblem(kind: .duplicateKey(name, first: first), range: key.range))
      }
    }
    return DataValue(content: .mapping(entries.list), range: range.union(end))
  }

  /// Where a collection ends: at its bracket, or (block style, whose end mark is wherever the next token begins) with
  /// its last value.
  private func closing(last: SourceRange?, opening: SourceRange) -> SourceRange {
    let end = eventRange
    return end.count > 0 ? end : last ?? SourceRange(start: opening.start, end: opening.start)
  }
}
