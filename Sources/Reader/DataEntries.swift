import Diagnostics

/// Collects the entries of a mapping in order; a key that comes again replaces the earlier value.
struct DataEntries {
  private(set) var list: [DataValue.Entry] = []
  /// Positions by key, kept only for mappings too large to search through.
  private var positions: [String: Int] = [:]
  private static let searchLimit = 24

  /// Where the last value added stands.
  private(set) var lastRange: SourceRange?

  /// Returns where the key stood before, when it did.
  mutating func add(_ key: String, at range: SourceRange, _ value: DataValue) -> SourceRange? {
    lastRange = value.range
    let entry = DataValue.Entry(key: key, keyRange: range, value: value)
    if let position = position(of: key) {
      let first = list[position].keyRange
      list[position] = entry
      return first
    }
    if list.count == Self.searchLimit {
      for (position, entry) in list.enumerated() { positions[entry.key] = position }
    }
    if list.count >= Self.searchLimit { positions[key] = list.count }
    list.append(entry)
    return nil
  }

  private func position(of key: String) -> Int? {
    list.count > Self.searchLimit ? positions[key] : list.firstIndex { $0.key == key }
  }
}
