internal import Manuscript

/// Writes the binary form of the ledger and of the source maps: numbers as LEB128, strings with their length.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: UInt64) {
    var value = value
    while value >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 128)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }
  mutating func number(_ value: Int) { number(UInt64(bitPattern: Int64(value))) }
  /// Small numbers of either sign in few bytes.
  mutating func signed(_ value: Int64) { number(UInt64(bitPattern: value << 1 ^ value >> 63)) }
  mutating func raw(_ more: [UInt8]) { bytes += more }
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }
  /// Ends the bytes with a hash of them all.
  mutating func checksum() {
    let hash = ContentHash.hash(bytes)
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: hash >> shift)) }
  }
  mutating func string(_ value: String) {
    var value = value
    value.withUTF8 {
      number(UInt64($0.count))
      bytes.append(contentsOf: $0)
    }
  }
  mutating func list<Element>(_ values: some Collection<Element>, _ write: (inout ByteWriter, Element) -> Void) {
    number(UInt64(values.count))
    for value in values { write(&self, value) }
  }
  mutating func optional<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
    number(value == nil ? 0 : 1 as UInt64)
    if let value { write(&self, value) }
  }
}

/// Reads what `ByteWriter` wrote. Any damage is an error, never a crash.
struct ByteReader {
  struct Damaged: Error {}

  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  /// What `ByteWriter.checksum` put at the end; 0 where there is no room for one.
  static func storedChecksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.count < 8 ? 0 : bytes.suffix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }

  static func hasTrueChecksum(_ bytes: [UInt8]) -> Bool {
    bytes.count > 8 && ContentHash.hash(Array(bytes.dropLast(8))) == storedChecksum(bytes[...])
  }

  mutating func number() throws(Damaged) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return value }
      shift += 7
    }
    throw Damaged()
  }
  mutating func signed() throws(Damaged) -> Int64 {
    let value = try number()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }
  mutating func int() throws(Damaged) -> Int { Int(truncatingIfNeeded: Int64(bitPattern: try number())) }
  mutating func string() throws(Damaged) -> String {
    let count = try number()
    guard count <= UInt64(bytes.count - offset) else { throw Damaged() }
    let end = offset + Int(count)
    defer { offset = end }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }
  mutating func list<Element>(_ read: (inout ByteReader) throws(Damaged) -> Element) throws(Damaged) -> [Element] {
    let count = try number()
    guard count <= UInt64(bytes.count - offset) else { throw Damaged() }
    var result: [Element] = []
    result.reserveCapacity(Int(count))
    for _ in 0..<count { result.append(try read(&self)) }
    return result
  }
  mutating func optional<Value>(_ read: (inout ByteReader) throws(Damaged) -> Value) throws(Damaged) -> Value? {
    try number() == 0 ? nil : try read(&self)
  }
}
