import Diagnostics
import Highlighting

/// Reads what `TreeEncoder` wrote. Damage is an error, never a crash: every count is held against the bytes that are left
/// before anything is reserved for it, and nesting has a limit.
struct TreeDecoder {
  struct Damaged: Error {}

  /// Far beyond what the reader lets an article nest.
  private static let deepest = 2000

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var lastStart: UInt32 = 0
  private var depth = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func enter() throws(Damaged) {
    depth += 1
    if depth > Self.deepest { throw Damaged() }
  }
  mutating func leave() { depth -= 1 }

  @inline(__always)
  mutating func byte() throws(Damaged) -> UInt8 {
    guard offset < bytes.count else { throw Damaged() }
    defer { offset += 1 }
    return bytes[offset]
  }

  @inline(__always)
  mutating func number() throws(Damaged) -> Int {
    let first = try byte()
    if first < 128 { return Int(first) }
    return try longNumber(first)
  }

  private mutating func longNumber(_ first: UInt8) throws(Damaged) -> Int {
    var value = UInt64(first & 127)
    var shift: UInt64 = 7
    while shift < 64 {
      let byte = try byte()
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    throw Damaged()
  }

  /// A number of things each of which takes at least one byte.
  @inline(__always)
  mutating func count() throws(Damaged) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - offset else { throw Damaged() }
    return count
  }

  mutating func range() throws(Damaged) -> SourceRange {
    let code = try number()
    let distance = code & 1 == 0 ? code >> 1 : -(code >> 1)
    let (count, limit) = (try number(), Int(UInt32.max))
    let (start, overflow) = Int(lastStart).addingReportingOverflow(distance)
    guard !overflow, 0...limit ~= start, 0...(limit - start) ~= count else { throw Damaged() }
    lastStart = UInt32(start)
    return SourceRange(start: lastStart, end: UInt32(start + count))
  }

  private mutating func run() throws(Damaged) -> UnsafeRawBufferPointer {
    let count = try count()
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  mutating func text() throws(Damaged) -> Text { Text(bytes: Array(try run())) }
  mutating func formula() throws(Damaged) -> Formula {
    let source = try text()
    return Formula(source, definitions: try text())
  }
  mutating func string() throws(Damaged) -> String { String(decoding: try run(), as: UTF8.self) }

  mutating func list<Element>(_ read: (inout TreeDecoder) throws(Damaged) -> Element) throws(Damaged) -> [Element] {
    let count = try count()
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try read(&self)) }
    return result
  }

  mutating func optional<Value>(_ read: (inout TreeDecoder) throws(Damaged) -> Value) throws(Damaged) -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func optionalText() throws(Damaged) -> Text? { try flag() ? try text() : nil }

  mutating func flag() throws(Damaged) -> Bool { try byte() != 0 }

  mutating func attributes() throws(Damaged) -> Attributes {
    Attributes(
      try list { (decoder) throws(Damaged) in
        let name = try decoder.string()
        return Attributes.Item(name: name, value: try decoder.string())
      })
  }

  mutating func alignment() throws(Damaged) -> Alignment? {
    switch try byte() {
    case 0: nil
    case 1: .left
    case 2: .center
    case 3: .right
    default: throw Damaged()
    }
  }

  mutating func length() throws(Damaged) -> Length? {
    switch try byte() {
    case 0: nil
    case 1: .pixels(Double(bitPattern: UInt64(bitPattern: Int64(try number()))))
    case 2: .percent(Double(bitPattern: UInt64(bitPattern: Int64(try number()))))
    default: throw Damaged()
    }
  }

  mutating func media() throws(Damaged) -> Media {
    var media = Media(kind: try flag() ? .video : .audio, sources: [])
    media.sources = try list { (decoder) throws(Damaged) in try decoder.number() }
    media.poster = try optional { (decoder) throws(Damaged) in try decoder.number() }
    media.title = try optionalText()
    media.width = try length()
    media.height = try length()
    let flags = try byte()
    media.loops = flags & 1 != 0
    media.isMuted = flags & 2 != 0
    media.autoplays = flags & 4 != 0
    return media
  }

  mutating func raw<Element>(
    _ elements: (inout TreeDecoder) throws(Damaged) -> [Element]
  ) throws(Damaged) -> RawHTML<Element> {
    let pieces = try list { (decoder) throws(Damaged) -> RawHTML<Element>.Piece in
      try decoder.flag() ? .content(try elements(&decoder)) : .source(try decoder.text())
    }
    let names = try list { (decoder) throws(Damaged) in try decoder.string() }
    return RawHTML(pieces: pieces, elements: names, fallback: try elements(&self))
  }
}
