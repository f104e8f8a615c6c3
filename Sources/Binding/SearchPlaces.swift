/// Numbers the parts of all articles one after the other.
struct SearchPlaces: Sendable {
  /// Where each entry's parts begin.
  private let starts: [Int]
  /// Of each place.
  let entries: [Int]

  /// - Parameter blocks: in order of their articles.
  init(_ blocks: [SearchTermBlock], entryCount: Int) {
    var starts = [Int](repeating: 0, count: entryCount)
    var entries: [Int] = []
    entries.reserveCapacity(entryCount)
    for block in blocks {
      for (entry, article) in zip(block.first..., block.articles) {
        starts[entry] = entries.count
        for _ in 0..<min(article.parts, 0x10000) { entries.append(entry) }
      }
    }
    self.starts = starts
    self.entries = entries
  }

  var count: Int { entries.count }

  func number(entry: Int, part: Int) -> Int { starts[entry] + part }

  func part(_ number: Int) -> Int { number - starts[entries[number]] }
}
