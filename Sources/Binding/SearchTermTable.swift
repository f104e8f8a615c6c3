/// Counts the distinct terms of one part of an article. Made once and used again, so that an article allocates little.
///
/// A term is a pair of neighbouring characters of a run, the last character of a run, or a word. Its head is the first
/// character of a pair, or the first two of a word: terms with one head stand together in the index, so that a single
/// character and the beginning of a word are found by reading one place.
///
/// Every character of every article passes here: memory is held by pointers of its own, not by arrays, whose checks took
/// half of the time.
struct SearchTermTable: ~Copyable {
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

  struct Slot {
    /// 0: free. A pair of characters, a short word's bytes, or a long word's hash; its kind in the upper two bits.
    var key: UInt64
    var count: UInt32
    /// Where a long word's bytes begin in `pool`; their number in the low byte.
    var word: UInt32
  }

  /// An open hash table, at most half full.
  private(set) var slots: UnsafeMutablePointer<Slot>
  private var capacity: Int
  private var shift: UInt64
  /// Slots in order of their first use; room for half the slots.
  private(set) var used: UnsafeMutablePointer<UInt32>
  private(set) var usedCount = 0
  private(set) var pool: [UInt8] = []
  /// The word being read.
  private let word: UnsafeMutablePointer<UInt8>
  private var wordBytes = 0
  private var wordPoints = 0
  /// The folded byte of a word's ASCII character; 0 for what separates.
  private let ascii: UnsafeMutablePointer<UInt8>

  init() {
    capacity = 4096
    shift = 52
    (slots, used) = Self.allocate(capacity)
    word = .allocate(capacity: 4 * Self.wordLimit)
    ascii = .allocate(capacity: 128)
    for byte in 0..<128 as Range<UInt32> {
      let isLetter = SearchCharacter.kind(byte) == .letter
      (ascii + Int(byte)).initialize(to: isLetter ? UInt8(SearchCharacter.fold(byte)) : 0)
    }
  }

  deinit {
    slots.deallocate()
    used.deallocate()
    word.deallocate()
    ascii.deallocate()
  }

  private static func allocate(_ capacity: Int) -> (UnsafeMutablePointer<Slot>, UnsafeMutablePointer<UInt32>) {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    slots.initialize(repeating: Slot(key: 0, count: 0, word: 0), count: capacity)
    return (slots, .allocate(capacity: capacity / 2))
  }

  mutating func removeAll() {
    for index in 0..<usedCount { slots[Int(used[index])].key = 0 }
    usedCount = 0
    pool.removeAll(keepingCapacity: true)
  }

  /// Counts the terms of some UTF-8.
  mutating func add(_ text: [UInt8], to field: Field) {
    text.withUnsafeBufferPointer { scan($0, field) }
  }

  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ field: Field) {
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

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { 1 << 62 | first << 21 | second }

  private mutating func endRun(_ previous: inout UInt64, _ field: Field) {
    insert(Self.pair(previous, 0), field)
    previous = 0
  }

  @inline(__always)
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

  @inline(__always)
  private mutating func endWord(_ field: Field) {
    if wordBytes > 0 { insertWord(field) }
  }

  private mutating func insertWord(_ field: Field) {
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
    if wordBytes > 7, slots[slot].word == .max {
      slots[slot].word = UInt32(pool.count) << 8 | UInt32(wordBytes)
      pool.append(contentsOf: UnsafeBufferPointer(start: word, count: wordBytes))
    }
    wordBytes = 0
    wordPoints = 0
  }

  @discardableResult
  private mutating func insert(_ key: UInt64, _ field: Field) -> Int {
    let mask = capacity - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while true {
      let found = slots[slot].key
      if found == key {
        slots[slot].count = (slots[slot].count &+ field.increment) | field.flags
        return slot
      }
      if found == 0 { break }
      slot = (slot + 1) & mask
    }
    if usedCount * 2 >= capacity {
      grow()
      return insert(key, field)
    }
    slots[slot] = Slot(key: key, count: field.increment | field.flags, word: .max)
    used[usedCount] = UInt32(slot)
    usedCount += 1
    return slot
  }

  private mutating func grow() {
    let (oldSlots, oldUsed) = (slots, used)
    shift -= 1
    capacity *= 2
    (slots, used) = Self.allocate(capacity)
    for index in 0..<usedCount {
      let old = oldSlots[Int(oldUsed[index])]
      var slot = Int(truncatingIfNeeded: (old.key &* 0x9E37_79B9_7F4A_7C15) >> shift)
      while slots[slot].key != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = old
      used[index] = UInt32(slot)
    }
    oldSlots.deallocate()
    oldUsed.deallocate()
  }
}
