/// Numbers the parts of all articles one after the other.
struct SearchPlaces: Sendable {
  /// Where each entry's parts begin, and the end.
  private let starts: [Int]

  /// - Parameter blocks: in order of their articles.
  init(_ blocks: [SearchTermBlock], entryCount: Int) {
    var starts = [0]
    starts.reserveCapacity(entryCount + 1)
    for block in blocks {
      while starts.count <= block.first { starts.append(starts[starts.count - 1]) }
      for article in block.articles { starts.append(starts[starts.count - 1] + min(article.parts, 0x10000)) }
    }
    while starts.count <= entryCount { starts.append(starts[starts.count - 1]) }
    self.starts = starts
  }

  var count: Int { starts[starts.count - 1] }
  var entryCount: Int { starts.count - 1 }

  func number(entry: Int, part: Int) -> Int { starts[entry] + part }

  func places(of entry: Int) -> Range<Int> { starts[entry]..<starts[entry + 1] }
}
