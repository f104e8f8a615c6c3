/// The terms of one group being merged: every occurrence is looked up once and later put into its place; nothing is
/// sorted but the distinct terms.
struct SearchMerge {
  private var keys = [UInt64](repeating: 0, count: 1 << 13)
  private var ids = [UInt32](repeating: 0, count: 1 << 13)
  private var shift: UInt64 = 51
  /// UTF-8 of all terms.
  private var pool: [UInt8] = []
  private var terms: [Term] = []
  private var termOf: [UInt32] = []
  /// Entry, part (16 bits), info (8 bits).
  private var postings: [UInt64] = []

  struct Term {
    var start: UInt32
    var length: UInt16
    var headLength: UInt8
    var hash: UInt32
    var count: UInt32
  }

  /// - Parameter titlesOnly: leaves out what stands in the text only.
  mutating func add(_ block: SearchTermBlock, partition: Int, entry: Int, part: Int, titlesOnly: Bool) {
    var index = Int(block.starts[partition])
    let end = Int(block.starts[partition + 1])
    let place = UInt64(entry) << 24 | UInt64(min(part, 0xFFFF)) << 8
    block.bytes.withUnsafeBufferPointer { bytes in
      while index < end {
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
          let length = Int(bytes[index])
          for byte in bytes[index + 1..<index + 1 + length] { key = (key ^ UInt64(byte)) &* 1_099_511_628_211 }
          key = (key ^ key >> 29) | 2 << 62
          index += length + 1
        }
        if titlesOnly {
          info &= 12
          guard info != 0 else { continue }
        }
        let id = find(key, kind, UnsafeBufferPointer(rebasing: bytes[start..<index]))
        terms[Int(id)].count += 1
        termOf.append(id)
        postings.append(place | UInt64(info))
      }
    }
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    UInt64(bytes[index]) | UInt64(bytes[index + 1]) << 8 | UInt64(bytes[index + 2]) << 16
  }

  private mutating func find(_ key: UInt64, _ kind: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    let mask = keys.count - 1
    while keys[slot] != key {
      if keys[slot] == 0 {
        guard terms.count * 2 < keys.count else {
          grow()
          return find(key, kind, bytes)
        }
        keys[slot] = key
        ids[slot] = UInt32(terms.count)
        appendTerm(key, kind, bytes)
        break
      }
      slot = (slot + 1) & mask
    }
    return ids[slot]
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
    let oldKeys = keys
    let oldIDs = ids
    shift -= 1
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    ids = Array(repeating: 0, count: oldKeys.count * 2)
    for (index, key) in oldKeys.enumerated() where key != 0 {
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
      while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      ids[slot] = oldIDs[index]
    }
  }

  /// The posting lists, terms in order of their UTF-8.
  consuming func lists() -> Lists {
    var starts = [Int](repeating: 0, count: terms.count + 1)
    for (index, term) in terms.enumerated() { starts[index + 1] = starts[index] + Int(term.count) }
    var next = starts
    var placed = [UInt64](repeating: 0, count: postings.count)
    for (index, id) in termOf.enumerated() {
      placed[next[Int(id)]] = postings[index]
      next[Int(id)] += 1
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

  /// Merged posting lists.
  struct Lists {
    let pool: [UInt8]
    let terms: [Term]
    /// Where each term's postings begin, and the end.
    let starts: [Int]
    let postings: [UInt64]
    /// Terms by their text; those with one head follow each other.
    let order: [Int]

    func head(_ term: Int) -> (hash: UInt32, length: Int) { (terms[term].hash, Int(terms[term].headLength)) }

    func headText(_ term: Int) -> ArraySlice<UInt8> {
      pool[Int(terms[term].start)..<Int(terms[term].start) + Int(terms[term].headLength)]
    }

    private func tail(_ term: Int) -> ArraySlice<UInt8> {
      pool[Int(terms[term].start) + Int(terms[term].headLength)..<Int(terms[term].start) + Int(terms[term].length)]
    }

    /// The hash of the first character of what follows the head.
    func tailHash(_ term: Int) -> UInt32 {
      SearchHash.of(String(decoding: tail(term).prefix(4), as: UTF8.self).unicodeScalars.first?.value ?? 0)
    }

    /// A term's tail and its list.
    func append(_ term: Int, to bytes: inout [UInt8]) {
      bytes += tail(term)
      var previous = -1
      for posting in postings[starts[term]..<starts[term + 1]] { Self.append(posting, after: &previous, to: &bytes) }
    }

    /// The list of several terms together, as if they were one without a tail.
    ///
    /// - Parameter sums: one element a place (`SearchPlaces`), all zero before and after.
    func append(
      unionOf terms: [Int], _ places: SearchPlaces, sums: inout [UInt16], to bytes: inout [UInt8]
    ) {
      for term in terms {
        for posting in postings[starts[term]..<starts[term + 1]] {
          let place = places.number(entry: Int(posting >> 24), part: Int(posting >> 8 & 0xFFFF))
          // Occurrences above the two flags; as many as their classes promise at least.
          let frequency = UInt16(posting & 3)
          sums[place] = min((sums[place] >> 2) &+ frequency, 1000) << 2 | (sums[place] | UInt16(posting >> 2 & 3)) & 3
        }
      }
      var previous = -1
      for entry in 0..<places.entryCount {
        for (part, place) in places.places(of: entry).enumerated() where sums[place] != 0 {
          let frequency = SearchTermTable.frequencyClass(UInt32(sums[place] >> 2))
          let info = UInt64(frequency) | UInt64(sums[place] & 3) << 2
          sums[place] = 0
          Self.append(UInt64(entry) << 24 | UInt64(part) << 8 | info, after: &previous, to: &bytes)
        }
      }
    }

    /// The step from the article before and the frequency in one number; what else there is to say in a second one.
    private static func append(_ posting: UInt64, after previous: inout Int, to bytes: inout [UInt8]) {
      let entry = Int(posting >> 24)
      let rest = Int(posting & 0xFF_FFFF)
      let step = (entry - previous) << 2
      if rest < 4, rest > 0 {
        append(step | (rest - 1), to: &bytes)
      } else {
        append(step | 3, to: &bytes)
        append((rest >> 8) << 4 | rest & 15, to: &bytes)
      }
      previous = entry
    }

    /// A number in the digits that no tail has: 27 that end it, 28 that go on (`engine.js`).
    private static func append(_ number: Int, to bytes: inout [UInt8]) {
      var rest = number
      while rest >= 27 {
        rest -= 27
        bytes.append(digits[27 + rest % 28])
        rest /= 28
      }
      bytes.append(digits[rest])
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&'()*+,-./:;=>?@[]^`{|}~ ".utf8)
  }
}
