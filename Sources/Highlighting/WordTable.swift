/// The words a language reserves or predefines, found by their bytes: an open-addressed hash table over one block of bytes.
struct WordTable: Sendable {
  struct Entry: Sendable {
    var kind: Token.Class
    /// What the word says of the name that follows it: `func` makes it a function, `class` a type.
    var declares: Token.Class?
    fileprivate var hash: UInt32
    fileprivate var start: Int32
    fileprivate var count: Int32
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Index into `entries` plus one; 0 is an empty slot. Its count is a power of two at least twice that of `entries`.
  private var slots: [UInt16] = []
  private var longest = 0
  let ignoresCase: Bool

  /// Words are separated by blanks; the first list that holds a word decides its class.
  init(
    _ lists: KeyValuePairs<Token.Class, String>, declaring: KeyValuePairs<Token.Class, String> = [:],
    ignoresCase: Bool = false
  ) {
    self.ignoresCase = ignoresCase
    var declarations: [[UInt8]: Token.Class] = [:]
    for (kind, words) in declaring {
      for word in words.utf8.split(whereSeparator: { $0.isBlank || $0.isLineEnd }) { declarations[Array(word)] = kind }
    }
    var capacity = 16
    let total = lists.reduce(0) { $0 + $1.value.utf8.split(whereSeparator: { $0.isBlank || $0.isLineEnd }).count }
    while capacity < total * 2 { capacity *= 2 }
    slots = Array(repeating: 0, count: capacity)
    for (kind, words) in lists {
      for word in words.utf8.split(whereSeparator: { $0.isBlank || $0.isLineEnd }) {
        insert(Array(word), kind, declarations[Array(word)])
      }
    }
  }

  private mutating func insert(_ word: [UInt8], _ kind: Token.Class, _ declares: Token.Class?) {
    var hash = WordTable.seed
    for byte in word { hash = WordTable.mix(hash, ignoresCase ? byte.folded : byte) }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, Int(entry.count) == word.count, matches(entry, word, 0) { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(
      Entry(
        kind: kind, declares: declares, hash: hash, start: Int32(bytes.count), count: Int32(word.count)))
    bytes += ignoresCase ? word.map(\.folded) : word
    longest = max(longest, word.count)
    slots[slot] = UInt16(entries.count)
  }

  static let seed: UInt32 = 0x811C_9DC5
  /// One step of the hash FNV-1a.
  @inline(__always) static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

  /// The entry of the word in `source[start..<end]`, or nil.
  func entry(in source: [UInt8], from start: Int, to end: Int) -> Entry? {
    guard end - start <= longest, end > start, end <= source.count else { return nil }
    var hash = WordTable.seed
    for index in start..<end { hash = WordTable.mix(hash, ignoresCase ? source[index].folded : source[index]) }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, Int(entry.count) == end - start, matches(entry, source, start) { return entry }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The class of the word in `source[start..<end]`, or nil.
  func kind(in source: [UInt8], from start: Int, to end: Int) -> Token.Class? {
    entry(in: source, from: start, to: end)?.kind
  }

  private func matches(_ entry: Entry, _ source: [UInt8], _ start: Int) -> Bool {
    for offset in 0..<Int(entry.count) {
      let byte = source[start + offset]
      if bytes[Int(entry.start) + offset] != (ignoresCase ? byte.folded : byte) { return false }
    }
    return true
  }
}
