/// Counts the distinct terms of one part of an article. Made once and used again, so that an article allocates little.
///
/// A term is a pair of neighbouring characters of a run, the last character of a run, or a word. Its head is the first
/// character of a pair, or the first two of a word: terms with one head stand together in the index, so that a single
/// character and the beginning of a word are found by reading one place.
struct SearchTermTable {
  enum Field {
    case body, title, tags
    /// What is added to a slot: counts stand above the two flags.
    var increment: UInt32 { self == .body ? 4 : 0 }
    var flags: UInt32 {
      switch self {
      case .body: 0
      case .title: 1
      case .tags: 2
      }
    }
  }

  /// Longer words are cut, in code points.
  static let wordLimit = 48

  private var keys: [UInt64]
  private var counts: [UInt32]
  /// Where a long word's bytes begin in `pool`; their number in the low byte.
  private var words: [UInt32]
  private var used: [Int] = []
  /// Of what is used, while a block is made.
  private var places: [(partition: Int, size: Int)] = []
  private var pool: [UInt8] = []
  private var shift: UInt64
  private var word = [UInt8](repeating: 0, count: 4 * wordLimit)
  private var wordBytes = 0
  private var wordPoints = 0

  init() {
    keys = Array(repeating: 0, count: 4096)
    counts = Array(repeating: 0, count: 4096)
    words = Array(repeating: 0, count: 4096)
    shift = 52
  }

  mutating func removeAll() {
    for slot in used { keys[slot] = 0 }
    used.removeAll(keepingCapacity: true)
    pool.removeAll(keepingCapacity: true)
  }

  /// Counts the terms of some UTF-8.
  mutating func add(_ text: [UInt8], to field: Field) {
    text.withUnsafeBufferPointer { text in Self.asciiWord.withUnsafeBufferPointer { scan(text, field, ascii: $0) } }
  }

  private mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ field: Field, ascii: UnsafeBufferPointer<UInt8>
  ) {
    var index = 0
    /// The last character of the run so far; 0: none.
    var previous: UInt64 = 0
    let count = text.count
    while index < count {
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        if previous != 0 { endRun(&previous, field) }
        let folded = ascii[Int(byte)]
        if folded == 0 { endWord(field) } else { append(folded) }
        continue
      }
      var scalar: UInt32
      if byte >= 0xF0, index + 3 < count {
        scalar = UInt32(byte & 7) << 18 | UInt32(text[index + 1] & 63) << 12
        scalar |= UInt32(text[index + 2] & 63) << 6 | UInt32(text[index + 3] & 63)
        index += 4
      } else if byte >= 0xE0, index + 2 < count {
        scalar = UInt32(byte & 15) << 12 | UInt32(text[index + 1] & 63) << 6 | UInt32(text[index + 2] & 63)
        index += 3
      } else if index + 1 < count {
        scalar = UInt32(byte & 31) << 6 | UInt32(text[index + 1] & 63)
        index += 2
      } else {
        break
      }
      switch SearchCharacter.kind(scalar) {
      case .run:
        endWord(field)
        if previous != 0 { insert(Self.pair(previous, UInt64(scalar)), field) }
        previous = UInt64(scalar)
      case .letter:
        if previous != 0 { endRun(&previous, field) }
        append(scalar: SearchCharacter.fold(scalar))
      case .other:
        if previous != 0 { endRun(&previous, field) }
        endWord(field)
      }
    }
    endWord(field)
    if previous != 0 { endRun(&previous, field) }
  }

  /// Everything counted, grouped by the hash of the heads.
  mutating func block() -> SearchTermBlock {
    places.removeAll(keepingCapacity: true)
    var ends = [UInt32](repeating: 0, count: SearchTermBlock.partitions + 1)
    for slot in used {
      let place = place(of: slot)
      ends[place.partition + 1] += UInt32(place.size)
      places.append(place)
    }
    for index in 0..<SearchTermBlock.partitions { ends[index + 1] += ends[index] }
    let starts = ends
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(ends[SearchTermBlock.partitions])) { buffer, initialized in
      for (index, slot) in used.enumerated() {
        let place = places[index]
        let start = Int(ends[place.partition])
        ends[place.partition] += UInt32(place.size)
        initialized += place.size
        write(slot, info: Self.info(counts[slot]), to: buffer.baseAddress! + start)
      }
    }
    return SearchTermBlock(bytes: bytes, starts: starts)
  }

  /// Which partition a term goes to, and how many bytes it takes there.
  private func place(of slot: Int) -> (partition: Int, size: Int) {
    let key = keys[slot]
    switch key >> 62 {
    case 1:
      let first = UInt32(key >> 21 & 0x1F_FFFF)
      let second = UInt32(key & 0x1F_FFFF)
      let size = first > 0xFFFF || second > 0xFFFF ? 9 : second == 0 ? 3 : 5
      return (SearchTermBlock.partition(SearchHash.of(first)), size)
    case 2:
      let length = 7 - (key & 0xFF_FFFF_FFFF_FFFF).trailingZeroBitCount / 8
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
      let start = Int(words[slot] >> 8)
      let length = Int(words[slot] & 0xFF)
      return (SearchTermBlock.partition(SearchHash.ofHead(pool[start..<start + length]).value), length + 2)
    }
  }

  /// Writes an entry of `SearchTermBlock`, as many bytes as its place says.
  private func write(_ slot: Int, info: UInt8, to target: UnsafeMutablePointer<UInt8>) {
    let key = keys[slot]
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
      let length = 7 - (key & 0xFF_FFFF_FFFF_FFFF).trailingZeroBitCount / 8
      target[0] = 3 << 4 | info
      target[1] = UInt8(length)
      for index in 0..<length { target[2 + index] = UInt8(truncatingIfNeeded: key >> UInt64(48 - 8 * index)) }
    default:
      let start = Int(words[slot] >> 8)
      let length = Int(words[slot] & 0xFF)
      target[0] = 3 << 4 | info
      target[1] = UInt8(length)
      for index in 0..<length { target[2 + index] = pool[start + index] }
    }
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

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { 1 << 62 | first << 21 | second }

  private mutating func endRun(_ previous: inout UInt64, _ field: Field) {
    insert(Self.pair(previous, 0), field)
    previous = 0
  }

  private mutating func append(_ byte: UInt8) {
    guard wordPoints < Self.wordLimit else { return }
    word[wordBytes] = byte
    wordBytes += 1
    wordPoints += 1
  }

  private mutating func append(scalar: UInt32) {
    guard scalar >= 0x80 else { return append(UInt8(scalar)) }
    guard wordPoints < Self.wordLimit, let value = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(value) ?? .init() {
      word[wordBytes] = byte
      wordBytes += 1
    }
    wordPoints += 1
  }

  private mutating func endWord(_ field: Field) {
    guard wordBytes > 0 else { return }
    var key: UInt64 = 0
    if wordBytes <= 7 {
      for index in 0..<wordBytes { key = key << 8 | UInt64(word[index]) }
      key = 2 << 62 | key << UInt64(8 * (7 - wordBytes))
    } else {
      // Two words of a site with the same 62 bits are not to be expected; one of them would be found by the other too.
      key = 14_695_981_039_346_656_037
      for index in 0..<wordBytes { key = (key ^ UInt64(word[index])) &* 1_099_511_628_211 }
      key = (key ^ key >> 29) | 3 << 62
    }
    let slot = insert(key, field)
    if wordBytes > 7, words[slot] == .max {
      words[slot] = UInt32(pool.count) << 8 | UInt32(wordBytes)
      pool += word[..<wordBytes]
    }
    wordBytes = 0
    wordPoints = 0
  }

  @discardableResult
  private mutating func insert(_ key: UInt64, _ field: Field) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while keys[slot] != key {
      if keys[slot] == 0 {
        guard used.count * 2 < keys.count else {
          grow()
          return insert(key, field)
        }
        keys[slot] = key
        counts[slot] = 0
        words[slot] = .max
        used.append(slot)
        break
      }
      slot = (slot + 1) & mask
    }
    counts[slot] = (counts[slot] &+ field.increment) | field.flags
    return slot
  }

  private mutating func grow() {
    let old = used.map { (keys[$0], counts[$0], words[$0]) }
    shift -= 1
    let size = keys.count * 2
    keys = Array(repeating: 0, count: size)
    counts = Array(repeating: 0, count: size)
    words = Array(repeating: 0, count: size)
    used.removeAll(keepingCapacity: true)
    for (key, count, word) in old {
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
      while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
      keys[slot] = key
      counts[slot] = count
      words[slot] = word
      used.append(slot)
    }
  }

  /// The folded byte of a word's ASCII character; 0 for what separates.
  private static let asciiWord: [UInt8] = (0..<128).map { byte in
    SearchCharacter.kind(byte) == .letter ? UInt8(SearchCharacter.fold(byte)) : 0
  }
}
