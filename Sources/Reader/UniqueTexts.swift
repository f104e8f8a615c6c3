/// Texts in the order in which they first came, each once.
struct UniqueTexts {
  private(set) var list: [String]
  /// Filled only for lists too long to search through.
  private var known: Set<String> = []
  private static let searchLimit = 16

  init(_ list: [String]) {
    self.list = list
    if list.count >= Self.searchLimit { known = Set(list) }
  }

  /// Returns whether it is new.
  @discardableResult mutating func insert(_ text: String) -> Bool {
    if list.count < Self.searchLimit {
      if list.contains(text) { return false }
    } else if !known.insert(text).inserted {
      return false
    }
    list.append(text)
    if list.count == Self.searchLimit { known = Set(list) }
    return true
  }
}
