package import Manuscript

/// Merges the terms of all articles into the files of an index: in groups that can be made on different threads, each of
/// which needs the memory of its own share only.
package struct SearchIndexer: Sendable {
  /// What one group made.
  package struct Group: Sendable {
    /// `"head":"lists"` one after the other…
    var members: [UInt8] = []
    /// …where each ends, with the hash of its head.
    var ends: [(hash: UInt32, end: Int)] = []
    var wideFiles: [SearchIndex.File] = []
    var wideHeads: [SearchIndex.WideHead] = []
  }

  /// A file is about so large, or half of it (bytes).
  private static let file = 8 * 1024
  /// With more files than this, which is some fifteen hundred articles, they may be twice as large: writing a file costs
  /// more than filling it.
  private static let manyFiles = 256
  /// Heads with more bytes than this are spread over files of their own…
  static let wideHead = 16 * 1024
  /// …of about so many, or half of it.
  static let wideFile = 10 * 1024
  /// Bytes of terms that are not worth a group of their own.
  private static let groupBytes = 16 * 1024

  private let blocks: [SearchTermBlock]
  /// One an entry of the publication.
  private let isHeld: [Bool]
  let scope: Configuration.SearchScope
  let places: SearchPlaces
  package let groupCount: Int

  /// An index of everything.
  ///
  /// - Parameters:
  ///   - blocks: in order of their articles.
  ///   - isHeld: one an entry of the publication: whether it may be found.
  package init(_ blocks: [SearchTermBlock], isHeld: [Bool]) { self.init(blocks, isHeld, .full) }

  /// An index of titles, categories and tags.
  ///
  /// - Parameter facts: one an entry of the publication; nil for what is not to be found.
  package init(titles facts: [ArticleFacts?]) {
    var blocks: [SearchTermBlock] = []
    for start in stride(from: 0, to: facts.count, by: SearchTermBlock.articleLimit) {
      var extractor = SearchExtractor(first: start)
      for facts in facts[start..<min(facts.count, start + SearchTermBlock.articleLimit)] {
        if let facts { extractor.extractTitle(facts) } else { extractor.skip() }
      }
      blocks.append(extractor.finish())
    }
    self.init(blocks, facts.map { $0 != nil }, .titles)
  }

  private init(_ blocks: [SearchTermBlock], _ isHeld: [Bool], _ scope: Configuration.SearchScope) {
    self.blocks = blocks
    self.isHeld = isHeld
    self.scope = scope
    places = SearchPlaces(blocks, entryCount: isHeld.count)
    let bytes = blocks.reduce(0) { $0 + $1.byteCount }
    var count = 1
    while count < SearchTermBlock.partitions, count * Self.groupBytes < bytes { count *= 2 }
    groupCount = count
  }

  /// The files of one group: of the heads whose hash has the group's number in its low bits.
  package func group(_ number: Int) -> Group {
    var merge = SearchMerge()
    for block in blocks {
      for partition in stride(from: number, to: SearchTermBlock.partitions, by: groupCount) {
        merge.add(block, partition: partition, isHeld: isHeld)
      }
    }
    merge.finish()
    return group(merge)
  }

  /// The whole index from all its groups, in order.
  package func index(_ groups: [Group]) -> SearchIndex {
    let bytes = groups.reduce(0) { $0 + $1.members.count }
    var count = 1
    while count * Self.file * (count < Self.manyFiles ? 1 : 2) < bytes { count *= 2 }
    var index = SearchIndex(scope: scope, shardCount: count)
    index.files = Self.files(groups, count: count)
    index.files += groups.flatMap(\.wideFiles).sorted { $0.name < $1.name }
    index.wideHeads = groups.flatMap(\.wideHeads).sorted { $0.head.utf8.lexicographicallyPrecedes($1.head.utf8) }
    var lengths = [Int](repeating: 0, count: isHeld.count)
    for block in blocks {
      for (entry, article) in zip(block.first..., block.articles) where isHeld[entry] {
        lengths[entry] = article.length
      }
    }
    index.lengths = lengths.map(Self.lengthDigit)
    index.averageLength = max(1, lengths.reduce(0, +) / max(1, isHeld.count { $0 }))
    return index
  }

  /// Puts each head into the file that its hash names.
  private static func files(_ groups: [Group], count: Int) -> [SearchIndex.File] {
    var sizes = [Int](repeating: 2, count: count)
    func visit(_ body: (_ file: Int, _ member: ArraySlice<UInt8>) -> Void) {
      for group in groups {
        var start = 0
        for (hash, end) in group.ends {
          body(Int(hash) & (count - 1), group.members[start..<end])
          start = end
        }
      }
    }
    visit { sizes[$0] += $1.count + 1 }
    var files = sizes.enumerated().map { number, size in
      var file = SearchIndex.File(name: "t" + String(number, radix: 16), bytes: [])
      file.bytes.reserveCapacity(size)
      file.bytes.append(UInt8(ascii: "{"))
      return file
    }
    visit {
      if files[$0].bytes.count > 1 { files[$0].bytes.append(UInt8(ascii: ",")) }
      files[$0].bytes += $1
    }
    for number in files.indices { files[number].bytes.append(UInt8(ascii: "}")) }
    return files
  }

  /// Two steps a power of two, from 35: no digit is one that JSON escapes.
  private static func lengthDigit(_ length: Int) -> UInt8 {
    guard length > 1 else { return 35 }
    var power = 0
    while length >> (power + 1) > 0 { power += 1 }
    let isUpper = length - (1 << power) >= (1 << power) >> 1
    return UInt8(35 + min(56, 2 * power + (isUpper ? 1 : 0)))
  }
}
