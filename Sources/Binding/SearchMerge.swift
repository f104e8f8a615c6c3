/// The terms of one group being merged: every occurrence is looked up once and later put into its place; nothing is
/// sorted but the distinct terms.
struct SearchMerge: ~Copyable {
  /// An open hash table of terms, at most half full: key and number in `terms`.
  private var slots: UnsafeMutablePointer<(key: UInt64, id: UInt32)>
  private var capacity = 1 << 13
  private var shift: UInt64 = 51
  /// UTF-8 of all terms.
  private var pool: [UInt8] = []
  private var terms: [Term] = []
  /// In order of the articles.
  private var occurrences: [Occurrence] = []

  struct Term {
    var start: UInt32
    var length: UInt16
    var headLength: UInt8
    var hash: UInt32
    var count: UInt32
  }

  private struct Occurrence {
    /// Entry, part (16 bits), info (8 bits).
    var posting: UInt64
    var term: UInt32
  }

  init() { slots = Self.allocate(1 << 13) }

  deinit { slots.deallocate() }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<(key: UInt64, id: UInt32)> {
    let slots = UnsafeMutablePointer<(key: UInt64, id: UInt32)>.allocate(capacity: capacity)
    slots.initialize(repeating: (0, 0), count: capacity)
    return slots
  }

  /// Adds a partition of one part of an article.
  ///
  /// - Parameters:
  ///   - bytes: entries of `SearchTermBlock`.
  ///   - titlesOnly: leaves out what stands in the text only.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, entry: Int, part: Int, titlesOnly: Bool) {
    add(bytes, UInt64(entry) << 24 | UInt64(min(part, 0xFFFF)) << 8, titlesOnly)
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ place: UInt64, _ titlesOnly: Bool) {
    var index = 0
    while index < bytes.count {
      let kind = bytes[index] >> 4
      var info = bytes[index] & 15
      index += 1
      let start = index
      var key: UInt64
      switch kind {
      case 0:
        key = 1 << 62 | UInt64(bytes[index]) << 21 | UInt64(bytes[index + 1]) << 29
        key |= UInt64(bytes[index + 2]) | UInt64(bytes[index + 3]) << 8
        index += 4
      case 1:
        key = 1 << 62 | UInt64(bytes[index]) << 21 | UInt64(bytes[index + 1]) << 29
        index += 2
      case 2:
        key = 1 << 62 | Self.scalar(bytes, index) << 21 | Self.scalar(bytes, index + 4)
        index += 8
      default:
        key = 14_695_981_039_346_656_037
        let end = index + 1 + Int(bytes[index])
        index += 1
        while index < end {
          key = (key ^ UInt64(bytes[index])) &* 1_099_511_628_211
          index += 1
        }
        key = (key ^ key >> 29) | 2 << 62
      }
      if titlesOnly {
        info &= 12
        guard info != 0 else { continue }
      }
      let id = find(key, kind, UnsafeBufferPointer(rebasing: bytes[start..<index]))
      occurrences.append(Occurrence(posting: place | UInt64(info), term: id))
    }
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    UInt64(bytes[index]) | UInt64(bytes[index + 1]) << 8 | UInt64(bytes[index + 2]) << 16
  }

  private mutating func find(_ key: UInt64, _ kind: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    let mask = capacity - 1
    while slots[slot].key != key {
      if slots[slot].key == 0 {
        guard terms.count * 2 < capacity else {
          grow()
          return find(key, kind, bytes)
        }
        slots[slot] = (key, UInt32(terms.count))
        appendTerm(key, kind, bytes)
        break
      }
      slot = (slot + 1) & mask
    }
    return slots[slot].id
  }

  private mutating func appendTerm(_ key: UInt64, _ kind: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) {
    let start = pool.count
    var term = Term(start: UInt32(start), length: 0, headLength: 0, hash: 0, count: 0)
    if kind == 3 {
      pool += bytes.dropFirst()
      let head = SearchHash.ofHead(bytes.dropFirst())
      term.hash = head.value
      term.headLength = UInt8(head.length)
    } else {
      let first = UInt32(key >> 21 & 0x1F_FFFF)
      let second = UInt32(key & 0x1F_FFFF)
      appendScalar(first)
      term.headLength = UInt8(pool.count - start)
      term.hash = SearchHash.of(first)
      if second != 0 { appendScalar(second) }
    }
    term.length = UInt16(pool.count - start)
    terms.append(term)
  }

  private mutating func appendScalar(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { return }
    pool += encoded
  }

  private mutating func grow() {
    let (old, count) = (slots, capacity)
    shift -= 1
    capacity *= 2
    slots = Self.allocate(capacity)
    for index in 0..<count where old[index].key != 0 {
      var slot = Int(truncatingIfNeeded: (old[index].key &* 0x9E37_79B9_7F4A_7C15) >> shift)
      while slots[slot].key != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = old[index]
    }
    old.deallocate()
  }

  /// The posting lists, terms in order of their UTF-8.
  consuming func lists() -> Lists {
    for occurrence in occurrences { terms[Int(occurrence.term)].count += 1 }
    var starts = [Int](repeating: 0, count: terms.count + 1)
    for (index, term) in terms.enumerated() { starts[index + 1] = starts[index] + Int(term.count) }
    var next = starts
    let placed = [UInt64](unsafeUninitializedCapacity: occurrences.count) { placed, count in
      next.withUnsafeMutableBufferPointer { next in
        for occurrence in occurrences {
          let term = Int(occurrence.term)
          (placed.baseAddress! + next[term]).initialize(to: occurrence.posting)
          next[term] += 1
        }
      }
      count = occurrences.count
    }
    let order = pool.withUnsafeBufferPointer { pool in
      terms.indices.sorted { left, right in
        let (left, right) = (terms[left], terms[right])
        return pool[Int(left.start)..<Int(left.start) + Int(left.length)].lexicographicallyPrecedes(
          pool[Int(right.start)..<Int(right.start) + Int(right.length)])
      }
    }
    return Lists(pool: pool, terms: terms, starts: starts, postings: placed, order: order)
  }
}
