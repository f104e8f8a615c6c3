/// Free room behind an array of bytes, into which the pieces of a tag are written one after the other.
///
/// A tag is five to eight pieces of a few bytes each. Appended singly, each asks again whether the array has room and
/// whether somebody else holds it too, which costs several times the copying; here that is asked once a tag. Every write
/// is held against the room that is left, so a count that is too small stops the program and overwrites nothing.
struct ByteRoom {
  private let base: UnsafeMutableRawPointer
  private let capacity: Int
  fileprivate private(set) var count = 0

  fileprivate init(_ base: UnsafeMutableRawPointer, capacity: Int) {
    self.base = base
    self.capacity = capacity
  }

  @inline(__always)
  mutating func write(_ byte: UInt8) {
    precondition(count < capacity)
    base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  @inline(__always)
  mutating func write(_ literal: StaticString) {
    write(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    precondition(bytes.count <= capacity - count)
    (base + count).copyMemory(from: source, byteCount: bytes.count)
    count += bytes.count
  }
}

extension [UInt8] {
  /// Appends what `fill` writes.
  ///
  /// - Parameter room: bytes that `fill` writes at most.
  @inline(__always)
  mutating func append(room: Int, _ fill: (inout ByteRoom) -> Void) {
    append(addingCapacity: room) { span in
      span.withUnsafeMutableBufferPointer { buffer, count in
        guard let base = buffer.baseAddress else { return }
        var place = ByteRoom(base, capacity: buffer.count)
        fill(&place)
        count = place.count
      }
    }
  }
}
