/// The keys of one object: compared one by one while they are few, as in settings, and hashed when they are many.
///
/// By their bytes: Swift holds `è` and `e` with a combining accent for equal, a program that reads JSON does not.
struct SeenKeys {
  private var few: [String] = []
  private var many: Set<[UInt8]> = []

  /// Whether the key is new.
  mutating func insert(_ key: String) -> Bool {
    if !many.isEmpty { return many.insert(Array(key.utf8)).inserted }
    if few.contains(where: { $0.utf8.elementsEqual(key.utf8) }) { return false }
    few.append(key)
    if few.count > 8 { many = Set(few.map { Array($0.utf8) }) }
    return true
  }
}
