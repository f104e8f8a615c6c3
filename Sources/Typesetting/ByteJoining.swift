extension [UInt8] {
  /// Appends literals in one go: room is made once for all of them, which for a tag in pieces is most of the cost.
  @inline(__always)
  mutating func append(
    _ first: StaticString, _ second: StaticString, _ third: StaticString, _ fourth: StaticString = "",
    _ fifth: StaticString = ""
  ) {
    let count =
      first.utf8CodeUnitCount + second.utf8CodeUnitCount + third.utf8CodeUnitCount + fourth.utf8CodeUnitCount
      + fifth.utf8CodeUnitCount
    append(addingCapacity: count) { span in
      span.withUnsafeMutableBufferPointer { output, done in
        let raw = UnsafeMutableRawPointer(output.baseAddress.unsafelyUnwrapped)
        // Their lengths add up to the room that was made.
        func put(_ literal: StaticString) {
          (raw + done).copyMemory(from: literal.utf8Start, byteCount: literal.utf8CodeUnitCount)
          done += literal.utf8CodeUnitCount
        }
        put(first)
        put(second)
        put(third)
        put(fourth)
        put(fifth)
      }
    }
  }
}
