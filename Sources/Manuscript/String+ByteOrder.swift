extension String {
  /// Whether it comes before another by the bytes of their UTF-8: the order that depends on no language, and not on how
  /// Unicode composes characters.
  package func precedesByBytes(_ other: String) -> Bool {
    let isBefore = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { other in
        UnsafeRawBufferPointer(own).precedes(UnsafeRawBufferPointer(other))
      }
    }
    return (isBefore ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension [String] {
  /// In the order of `String.precedesByBytes`. Sorts places in one buffer of all bytes: strings that are moved about count
  /// a reference at every step.
  package func sortedByBytes() -> [String] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(reduce(0) { $0 + $1.utf8.count })
    var places: [(range: Range<Int>, index: Int)] = []
    places.reserveCapacity(count)
    for index in indices {
      let start = bytes.count
      bytes.append(contentsOf: self[index].utf8)
      places.append((start..<bytes.count, index))
    }
    bytes.withUnsafeBytes { bytes in
      places.sort {
        UnsafeRawBufferPointer(rebasing: bytes[$0.range]).precedes(UnsafeRawBufferPointer(rebasing: bytes[$1.range]))
      }
    }
    return places.map { self[$0.index] }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether its bytes come before others; eight at a time.
  fileprivate func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
    let common = Swift.min(count, other.count)
    var index = 0
    while index + 8 <= common {
      let left = UInt64(bigEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let right = UInt64(bigEndian: other.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if left != right { return left < right }
      index += 8
    }
    while index < common {
      if self[index] != other[index] { return self[index] < other[index] }
      index += 1
    }
    return count < other.count
  }
}
