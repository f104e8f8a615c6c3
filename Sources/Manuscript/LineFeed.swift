extension UnsafeBufferPointer<UInt8> {
  /// The position of the first line feed from `start` on, or the count; looks at eight bytes at a time.
  package func firstLineFeed(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var position = start
    while position + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) ^ (ones &* 10)
      let zeros = (word &- ones) & ~word & (ones << 7)
      // The lowest one found is true; those above it may be borrowed.
      if zeros != 0 { return position + zeros.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < raw.count, raw[position] != 10 { position += 1 }
    return position
  }
}
