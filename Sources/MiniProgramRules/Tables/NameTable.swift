/// Names found by their bytes, without making a string of what is looked up.
struct NameTable: Sendable {
  private(set) var names: [String] = []
  private var bytes: [UInt8] = []
  /// Per name: where its bytes begin and end.
  private var starts: [Int32] = [0]
  /// Open addressing; 0 is free, else a name's index and one.
  private var slots: [Int32] = []

  init(_ words: [String]) {
    var count = 16
    while count < words.count * 2 { count *= 2 }
    slots = [Int32](repeating: 0, count: count)
    for word in words { insert(word) }
  }

  init(words text: String) {
    self.init(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }

  var count: Int { names.count }

  private mutating func insert(_ word: String) {
    let utf8 = Array(word.utf8)
    utf8.withUnsafeBufferPointer { name in
      if self[name] != nil { return }
      names.append(word)
      bytes.append(contentsOf: name)
      starts.append(Int32(bytes.count))
      var slot = Int(truncatingIfNeeded: Self.hash(name)) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(names.count)
    }
  }

  /// The index of a name; nil when it is not in the table.
  subscript(name: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = Int(truncatingIfNeeded: Self.hash(name)) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      let start = Int(starts[index])
      if Int(starts[index + 1]) - start == name.count,
        bytes.withUnsafeBufferPointer({ $0.slice(start..<start + name.count).isEqual(to: name) })
      {
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  subscript(name: String) -> Int? {
    var name = name
    return name.withUTF8 { self[$0] }
  }

  /// Of the name's length, its first eight bytes and its last eight: names that differ between are compared.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let (first, last) = name.ends
    let mixed = ((first &* 0x9E37_79B9_7F4A_7C15) ^ last &+ UInt64(name.count)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 32)
  }
}
