/// Numbers the parts of all articles one after the other.
struct SearchPlaces: Sendable {
  /// Where each entry's parts begin, and the end.
  private let starts: [Int]

  init(_ extracts: [SearchExtract?]) {
    var starts = [0]
    starts.reserveCapacity(extracts.count + 1)
    for extract in extracts { starts.append(starts[starts.count - 1] + min(extract?.blocks.count ?? 0, 0x10000)) }
    self.starts = starts
  }

  var count: Int { starts[starts.count - 1] }
  var entryCount: Int { starts.count - 1 }

  func number(entry: Int, part: Int) -> Int { starts[entry] + part }

  func places(of entry: Int) -> Range<Int> { starts[entry]..<starts[entry + 1] }
}
