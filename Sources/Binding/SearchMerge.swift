/// The terms of one group being merged. Terms come in order of their places, so each has the end of its list before it:
/// one look-up, and the posting is written as it will stand in the file. Nothing is sorted; a head knows its terms.
struct SearchMerge: ~Copyable {
  struct Term {
    /// The place that is being counted, as in `place(entry:part:)`.
    var place = UInt64.max
    /// Occurrences there in the body, above two flags; 0: nothing is to be written yet.
    var count: UInt32 = 0
    /// One more than the entry of the last posting that was written.
    var nextEntry: UInt32 = 0
    /// The written list in `lists`.
    var list: UInt32 = 0
    var listCount: UInt32 = 0
    var listCapacity: UInt32 = 0
    /// UTF-8 in `texts`.
    var text: UInt32
    var length: UInt8
    var headLength: UInt8
    /// Another term with that head; `none` after the last one.
    var next = Self.none

    static let none = UInt32.max
  }

  private struct Slot {
    /// 0: free.
    var key: UInt64
    var term: UInt32
  }

  /// An open hash table, at most half full.
  private var slots: UnsafeMutablePointer<Slot>
  private var capacity = 1 << 11
  private var shift: UInt64 = 53
  private(set) var terms = GrowingBuffer<Term>(capacity: 1 << 10)
  /// Terms that are heads themselves, in order of their coming; a head that nothing has said alone has no list.
  private(set) var heads: [Int] = []
  private(set) var texts = GrowingBuffer<UInt8>(capacity: 1 << 13)
  private(set) var lists = GrowingBuffer<UInt8>(capacity: 1 << 15)
  let digits = SearchDigits()

  init() { slots = Self.allocate(capacity) }

  deinit { slots.deallocate() }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    slots.initialize(repeating: Slot(key: 0, term: 0), count: capacity)
    return slots
  }

  static func place(entry: Int, part: Int) -> UInt64 { UInt64(entry) << 16 | UInt64(min(part, 0xFFFF)) }

  // MARK: Places

  /// Counts an occurrence of a term: of the body 4, in the title 1, in the tags 2.
  @inline(__always)
  mutating func count(_ increment: UInt32, of number: Int, at place: UInt64) {
    let term = terms.base + number
    if term.pointee.place != place {
      if term.pointee.count != 0 { write(term) }
      term.pointee.place = place
      term.pointee.count = increment
    } else if increment >= 4 {
      term.pointee.count &+= increment
    } else {
      term.pointee.count |= increment
    }
  }

  /// Writes what was counted and not written yet. Nothing may be counted after that.
  mutating func finish() {
    for number in 0..<terms.count where terms[number].count != 0 { write(terms.base + number) }
  }

  private mutating func write(_ term: UnsafeMutablePointer<Term>) {
    let counted = term.pointee.count
    let place = term.pointee.place
    let entry = Int(place >> 16)
    let posting = SearchPosting(
      entry: entry, part: Int(place & 0xFFFF),
      info: SearchPosting.frequencyClass(counted >> 2) | UInt8(counted & 3) << 2)
    if Int(term.pointee.listCapacity - term.pointee.listCount) < SearchDigits.limit { enlarge(term) }
    let end = lists.base + Int(term.pointee.list + term.pointee.listCount)
    term.pointee.listCount += UInt32(
      digits.write(posting, step: entry + 1 - Int(term.pointee.nextEntry), to: end))
    term.pointee.nextEntry = UInt32(entry + 1)
  }

  /// Moves a list to where there is room for twice as much: for one posting more at least.
  private mutating func enlarge(_ term: UnsafeMutablePointer<Term>) {
    let old = term.pointee
    let room = max(SearchDigits.limit + 6, Int(old.listCapacity) * 2)
    lists.reserve(room)
    (lists.base + lists.count).update(from: lists.base + Int(old.list), count: Int(old.listCount))
    term.pointee.list = UInt32(lists.count)
    term.pointee.listCapacity = UInt32(room)
    lists.advance(by: room)
  }

  func list(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: lists.base + Int(terms[number].list), count: Int(terms[number].listCount))
  }

  func head(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: texts.base + Int(terms[number].text), count: Int(terms[number].headLength))
  }

  func tail(_ number: Int) -> UnsafeBufferPointer<UInt8> {
    let term = terms[number]
    return UnsafeBufferPointer(
      start: texts.base + Int(term.text) + Int(term.headLength), count: Int(term.length) - Int(term.headLength))
  }

  // MARK: Terms

  /// The number of a pair; 0 for the second character is the end of a run.
  @inline(__always)
  mutating func term(pair first: UInt32, _ second: UInt32) -> Int {
    let key = 1 << 62 | UInt64(first) << 21 | UInt64(second)
    let known = find(key)
    return known >= 0 ? known : newTerm(pair: first, second, key)
  }

  /// The number of a word; `slack` bytes behind it may be read.
  @inline(__always)
  mutating func term(word: UnsafeRawPointer, count: Int) -> Int {
    let key = Self.key(word, count)
    let known = find(key)
    return known >= 0 ? known : newTerm(word: word, count, key)
  }

  /// Up to seven bytes as they are. Of longer words a hash: two words of a site with the same 62 bits are not to be
  /// expected; one of them would be found by the other too.
  @inline(__always)
  private static func key(_ word: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count < 8 {
      let bytes = UInt64(littleEndian: word.loadUnaligned(as: UInt64.self))
      return 2 << 62 | bytes & (1 << UInt64(8 * count) - 1)
    }
    var key = UInt64(count)
    var index = 0
    while index < count {
      // The last eight bytes again, where fewer are left.
      let start = min(index, count - 8)
      key = (key ^ UInt64(littleEndian: word.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
      key &*= 0x9E37_79B9_7F4A_7C15
      key ^= key >> 29
      index += 8
    }
    return key | 3 << 62
  }

  /// The number of the term with a key, or -1.
  @inline(__always)
  private func find(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while true {
      let found = slots[slot].key
      if found == key { return Int(slots[slot].term) }
      if found == 0 { return -1 }
      slot = (slot + 1) & (capacity - 1)
    }
  }

  private mutating func newTerm(pair first: UInt32, _ second: UInt32, _ key: UInt64) -> Int {
    let start = texts.count
    append(scalar: first)
    let headLength = texts.count - start
    if second != 0 { append(scalar: second) }
    let number = insert(key, start: start, headLength: headLength)
    if second != 0 { join(number, head: term(pair: first, 0)) } else { heads.append(number) }
    return number
  }

  private mutating func newTerm(word: UnsafeRawPointer, _ count: Int, _ key: UInt64) -> Int {
    let bytes = UnsafeRawBufferPointer(start: word, count: count)
    let start = texts.count
    for byte in bytes { texts.append(byte) }
    let headLength = bytes.withMemoryRebound(to: UInt8.self) { SearchHash.ofHead($0).length }
    let number = insert(key, start: start, headLength: headLength)
    if headLength < count {
      join(number, head: term(word: word, count: headLength))
    } else {
      heads.append(number)
    }
    return number
  }

  private mutating func join(_ number: Int, head: Int) {
    terms[number].next = terms[head].next
    terms[head].next = UInt32(number)
  }

  private mutating func append(scalar value: UInt32) {
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { return }
    for byte in encoded { texts.append(byte) }
  }

  private mutating func insert(_ key: UInt64, start: Int, headLength: Int) -> Int {
    if terms.count * 2 >= capacity { grow() }
    let number = terms.count
    terms.append(
      Term(text: UInt32(start), length: UInt8(texts.count - start), headLength: UInt8(headLength)))
    put(Slot(key: key, term: UInt32(number)))
    return number
  }

  private mutating func put(_ new: Slot) {
    var slot = Int(truncatingIfNeeded: (new.key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[slot].key != 0 { slot = (slot + 1) & (capacity - 1) }
    slots[slot] = new
  }

  private mutating func grow() {
    let (old, count) = (slots, capacity)
    shift -= 1
    capacity *= 2
    slots = Self.allocate(capacity)
    for index in 0..<count where old[index].key != 0 { put(old[index]) }
    old.deallocate()
  }
}
