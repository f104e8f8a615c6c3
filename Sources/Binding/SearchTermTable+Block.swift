/// What was counted, in the form in which it waits for the other articles.
extension SearchTermTable {
  /// Everything counted, grouped by the hash of the heads.
  borrowing func block() -> SearchTermBlock {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: SearchTermBlock.partitions + 1) { starts in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: usedCount) { places in
        starts.initialize(repeating: 0)
        for index in 0..<usedCount {
          let place = place(of: slots[Int(used[index])])
          starts[place.partition + 1] += UInt32(place.size)
          places[index] = UInt16(place.partition << 8 | place.size)
        }
        for index in 0..<SearchTermBlock.partitions { starts[index + 1] += starts[index] }
        let block = SearchTermBlock(ends: starts.baseAddress.unsafelyUnwrapped)
        for index in 0..<usedCount {
          let place = places[index]
          let start = Int(starts[Int(place >> 8)])
          starts[Int(place >> 8)] += UInt32(place & 0xFF)
          write(slots[Int(used[index])], to: block.bytes + start)
        }
        return block
      }
    }
  }

  /// Which partition a term goes to, and how many bytes it takes there.
  @inline(__always)
  private borrowing func place(of slot: Slot) -> (partition: Int, size: Int) {
    let key = slot.key
    switch key >> 62 {
    case 1:
      let first = UInt32(key >> 21 & 0x1F_FFFF)
      let second = UInt32(key & 0x1F_FFFF)
      let size = first > 0xFFFF || second > 0xFFFF ? 9 : second == 0 ? 3 : 5
      return (SearchTermBlock.partition(SearchHash.of(first)), size)
    case 2:
      let length = Self.length(ofShortWord: key)
      let first = UInt32(key >> 48 & 0xFF)
      let second = UInt32(key >> 40 & 0xFF)
      if first < 0x80, second < 0x80 {
        var hash = SearchHash()
        hash.add(first)
        if second != 0 { hash.add(second) }
        return (SearchTermBlock.partition(hash.value), length + 2)
      }
      let word = (0..<length).map { UInt8(truncatingIfNeeded: key >> UInt64(48 - 8 * $0)) }
      return (SearchTermBlock.partition(SearchHash.ofHead(word).value), length + 2)
    default:
      let start = Int(slot.word >> 8)
      let length = Int(slot.word & 0xFF)
      return (SearchTermBlock.partition(SearchHash.ofHead(pool[start..<start + length]).value), length + 2)
    }
  }

  /// Writes an entry of `SearchTermBlock`, as many bytes as its place says.
  @inline(__always)
  private borrowing func write(_ slot: Slot, to target: UnsafeMutablePointer<UInt8>) {
    let key = slot.key
    let info = Self.info(slot.count)
    switch key >> 62 {
    case 1:
      let first = UInt32(key >> 21 & 0x1F_FFFF)
      let second = UInt32(key & 0x1F_FFFF)
      let isWide = first > 0xFFFF || second > 0xFFFF
      target[0] = (isWide ? 2 : second == 0 ? 1 : 0) << 4 | info
      let step = isWide ? 4 : 2
      for index in 0..<step { target[1 + index] = UInt8(truncatingIfNeeded: first >> UInt32(8 * index)) }
      guard second != 0 || isWide else { return }
      for index in 0..<step { target[1 + step + index] = UInt8(truncatingIfNeeded: second >> UInt32(8 * index)) }
    case 2:
      let length = Self.length(ofShortWord: key)
      target[0] = 3 << 4 | info
      target[1] = UInt8(length)
      for index in 0..<length { target[2 + index] = UInt8(truncatingIfNeeded: key >> UInt64(48 - 8 * index)) }
    default:
      let start = Int(slot.word >> 8)
      let length = Int(slot.word & 0xFF)
      target[0] = 3 << 4 | info
      target[1] = UInt8(length)
      for index in 0..<length { target[2 + index] = pool[start + index] }
    }
  }

  private static func length(ofShortWord key: UInt64) -> Int {
    7 - (key & 0xFF_FFFF_FFFF_FFFF).trailingZeroBitCount / 8
  }

  /// Class of the frequency in the body, then the flags.
  private static func info(_ count: UInt32) -> UInt8 { frequencyClass(count >> 2) | UInt8(count & 3) << 2 }

  /// None, once, two or three times, more.
  static func frequencyClass(_ frequency: UInt32) -> UInt8 {
    switch frequency {
    case 0: 0
    case 1: 1
    case 2, 3: 2
    default: 3
    }
  }
}
