/// The keys of one object: compared one by one while they are few, as in settings, and hashed when they are many.
struct SeenKeys {
  private var few: [String] = []
  private var many: Set<String> = []

  /// Whether the key is new.
  mutating func insert(_ key: String) -> Bool {
    if !many.isEmpty { return many.insert(key).inserted }
    if few.contains(key) { return false }
    few.append(key)
    if few.count > 8 { many = Set(few) }
    return true
  }
}
