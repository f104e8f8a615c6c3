extension String {
  /// Whether it comes before another by the bytes of their UTF-8: the order that depends on no language, and not on how
  /// Unicode composes characters.
  package func precedesByBytes(_ other: String) -> Bool {
    let isBefore = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { other in
        let common = min(own.count, other.count)
        var index = 0
        while index + 8 <= common {
          let left = UnsafeRawPointer(own.baseAddress!).loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let right = UnsafeRawPointer(other.baseAddress!).loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if left != right { return left.byteSwapped < right.byteSwapped }
          index += 8
        }
        while index < common {
          if own[index] != other[index] { return own[index] < other[index] }
          index += 1
        }
        return own.count < other.count
      }
    }
    return (isBefore ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
