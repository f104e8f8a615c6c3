/// The distinct terms of one part of an article, as compact as memory needs them while all articles wait to be merged:
/// five bytes for a pair of characters.
///
/// An entry is a byte (kind in the high half, frequency and flags in the low one) and the term: two characters of two or
/// four bytes, one character of two, or a length and UTF-8.
struct SearchTermBlock: Sendable {
  /// Entries are grouped by so many bits of the hash of their head.
  static let partitions = 64

  private(set) var bytes: [UInt8] = []
  /// Where each partition begins, and the end.
  private(set) var starts: [UInt32] = []

  /// One entry being written.
  struct Entry {
    var info: UInt8 = 0
    fileprivate var kind: UInt8 = 0
    fileprivate var bytes: [UInt8] = []
    fileprivate var hash = SearchHash()

    /// - Parameter second: 0 at the end of a run.
    mutating func setPair(_ first: UInt32, _ second: UInt32) {
      bytes.removeAll(keepingCapacity: true)
      hash = SearchHash()
      hash.add(first)
      let isWide = first > 0xFFFF || second > 0xFFFF
      kind = isWide ? 2 : second == 0 ? 1 : 0
      for scalar in second == 0 && !isWide ? [first] : [first, second] {
        bytes.append(UInt8(truncatingIfNeeded: scalar))
        bytes.append(UInt8(truncatingIfNeeded: scalar >> 8))
        if isWide {
          bytes.append(UInt8(truncatingIfNeeded: scalar >> 16))
          bytes.append(0)
        }
      }
    }

    mutating func beginWord() {
      bytes.removeAll(keepingCapacity: true)
      bytes.append(0)
      kind = 3
    }

    mutating func append(_ byte: UInt8) {
      bytes.append(byte)
      bytes[0] += 1
    }

    fileprivate var partition: Int {
      if kind == 3 { return Int(SearchHash.ofHead(bytes.dropFirst()).value) & (partitions - 1) }
      return Int(hash.value) & (partitions - 1)
    }
  }

  static func encode(count: Int, _ fill: (Int, inout Entry) -> Void) -> SearchTermBlock {
    var entry = Entry()
    // In the order in which they come first, then moved to their partitions.
    var flat: [UInt8] = []
    flat.reserveCapacity(count * 6)
    var places: [(partition: UInt8, end: UInt32)] = []
    places.reserveCapacity(count)
    var sizes = [UInt32](repeating: 0, count: partitions + 1)
    for index in 0..<count {
      fill(index, &entry)
      let partition = entry.partition
      flat.append(entry.kind << 4 | entry.info)
      flat += entry.bytes
      sizes[partition + 1] += UInt32(entry.bytes.count + 1)
      places.append((UInt8(partition), UInt32(flat.count)))
    }
    for index in 0..<partitions { sizes[index + 1] += sizes[index] }
    var block = SearchTermBlock()
    block.starts = sizes
    block.bytes = [UInt8](unsafeUninitializedCapacity: flat.count) { buffer, initialized in
      var start = 0
      for place in places {
        let size = Int(place.end) - start
        var target = Int(sizes[Int(place.partition)])
        sizes[Int(place.partition)] += UInt32(size)
        for index in start..<start + size {
          buffer.initializeElement(at: target, to: flat[index])
          target += 1
        }
        start += size
      }
      initialized = flat.count
    }
    return block
  }
}

/// The hash that decides which file holds a head: FNV-1a over code points, folded; `engine.js` has the same.
struct SearchHash {
  private var state: UInt32 = 0x811C_9DC5

  mutating func add(_ scalar: UInt32) { state = (state ^ scalar) &* 0x0100_0193 }

  var value: UInt32 { state ^ state >> 15 }

  static func of(_ scalar: UInt32) -> UInt32 {
    var hash = SearchHash()
    if scalar != 0 { hash.add(scalar) }
    return hash.value
  }

  /// The hash of a word's first two characters, and how many bytes they take.
  static func ofHead(_ word: some Collection<UInt8>) -> (value: UInt32, length: Int) {
    var hash = SearchHash()
    var length = 0
    var points = 0
    var scalar: UInt32 = 0
    for byte in word {
      if byte & 0xC0 != 0x80 {
        if points > 0 { hash.add(scalar) }
        if points == 2 { return (hash.value, length) }
        points += 1
        scalar =
          switch byte {
          case ..<0x80: UInt32(byte)
          case ..<0xE0: UInt32(byte & 31)
          case ..<0xF0: UInt32(byte & 15)
          default: UInt32(byte & 7)
          }
      } else {
        scalar = scalar << 6 | UInt32(byte & 63)
      }
      length += 1
    }
    if points > 0 { hash.add(scalar) }
    return (hash.value, length)
  }
}
