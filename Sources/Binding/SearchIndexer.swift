package import Manuscript

/// Merges the terms of all articles into the files of an index: in groups that can be made on different threads, each of
/// which needs the memory of its own share only.
package struct SearchIndexer: Sendable {
  /// What one group made.
  package struct Group: Sendable {
    var files: [(number: Int, file: SearchIndex.File)] = []
    var wideFiles: [SearchIndex.File] = []
    var wideHeads: [SearchIndex.WideHead] = []
  }

  /// Bytes of extracts that make a file of about 10 KB.
  private static let extractBytesOfFile = 32 * 1024
  /// With more files than this, which is some three thousand articles, they may be twice as large: writing a file costs
  /// more than filling it.
  private static let manyFiles = 1024
  /// Heads with more bytes than this are spread over files of their own…
  static let wideHead = 16 * 1024
  /// …of about so many.
  static let wideFile = 10 * 1024

  /// One an entry of the publication; nil for what is not to be found.
  let extracts: [SearchExtract?]
  private let parts: [Part]
  let scope: Configuration.SearchScope
  let shardCount: Int
  private let places: SearchPlaces

  /// A part of an article as groups read it, without counting references: its block lives as long as `extracts`.
  private struct Part: @unchecked Sendable {
    let entry: Int
    let number: Int
    let starts: UnsafeMutablePointer<UInt32>
    let bytes: UnsafeMutablePointer<UInt8>

    func entries(of partition: Int) -> UnsafeBufferPointer<UInt8> {
      let start = Int(starts[partition])
      return UnsafeBufferPointer(start: bytes + start, count: Int(starts[partition + 1]) - start)
    }
  }

  package init(_ extracts: [SearchExtract?], scope: Configuration.SearchScope) {
    self.extracts = extracts
    self.scope = scope
    let bytes = extracts.reduce(0) { $0 + ($1?.byteCount ?? 0) }
    var count = 1
    // Of titles alone there is so much less that one file in each of a few is enough.
    while scope == .full, count * Self.extractBytesOfFile * (count < Self.manyFiles ? 1 : 2) < bytes { count *= 2 }
    while scope != .full, count * 600 < extracts.count { count *= 2 }
    shardCount = count
    places = SearchPlaces(extracts)
    var parts: [Part] = []
    parts.reserveCapacity(extracts.count)
    for (entry, extract) in extracts.enumerated() {
      for (number, block) in (extract?.blocks ?? []).enumerated() where number == 0 || scope == .full {
        parts.append(Part(entry: entry, number: number, starts: block.starts, bytes: block.bytes))
      }
    }
    self.parts = parts
  }

  package var groupCount: Int { min(shardCount, SearchTermBlock.partitions) }

  /// The whole index from all its groups, in order.
  package func index(_ groups: [Group]) -> SearchIndex {
    var index = SearchIndex(scope: scope, shardCount: shardCount)
    index.files = groups.flatMap(\.files).sorted { $0.number < $1.number }.map(\.file)
    index.files += groups.flatMap(\.wideFiles).sorted { $0.name < $1.name }
    index.wideHeads = groups.flatMap(\.wideHeads).sorted { $0.head.utf8.lexicographicallyPrecedes($1.head.utf8) }
    let lengths = extracts.map { $0?.length ?? 0 }
    index.lengths = lengths.map(Self.lengthDigit)
    index.averageLength = max(1, lengths.reduce(0, +) / max(1, extracts.count { $0 != nil }))
    return index
  }

  /// Two steps a power of two, from 35: no digit is one that JSON escapes.
  private static func lengthDigit(_ length: Int) -> UInt8 {
    guard length > 1 else { return 35 }
    var power = 0
    while length >> (power + 1) > 0 { power += 1 }
    let isUpper = length - (1 << power) >= (1 << power) >> 1
    return UInt8(35 + min(56, 2 * power + (isUpper ? 1 : 0)))
  }

  /// The files of one group: those whose number has the group's in its low bits.
  package func group(_ number: Int) -> Group {
    var merge = SearchMerge()
    withExtendedLifetime(extracts) {
      for part in parts {
        for partition in stride(from: number, to: SearchTermBlock.partitions, by: groupCount) {
          merge.add(part.entries(of: partition), entry: part.entry, part: part.number, titlesOnly: scope != .full)
        }
      }
    }
    return write(merge.lists(), group: number)
  }

  private func write(_ lists: SearchMerge.Lists, group: Int) -> Group {
    var result = Group()
    var files = [[UInt8]](repeating: [], count: shardCount / groupCount)
    var head: [UInt8] = []
    /// Ends of the terms in `head`.
    var ends: [(term: Int, end: Int)] = []
    var sums = [UInt16](repeating: 0, count: places.count)
    var index = 0
    while index < lists.order.count {
      let first = lists.order[index]
      let (hash, _) = lists.head(first)
      head.removeAll(keepingCapacity: true)
      ends.removeAll(keepingCapacity: true)
      let name = lists.headText(first)
      while index < lists.order.count, lists.headText(lists.order[index]) == name {
        lists.append(lists.order[index], to: &head)
        ends.append((lists.order[index], head.count))
        index += 1
      }
      if head.count > Self.wideHead {
        spread(Array(name), head, ends, lists, into: &result)
        // Whoever asks for a character or the beginning of a word alone need not read all of them.
        head.removeAll(keepingCapacity: true)
        lists.append(unionOf: ends.map(\.term), places, sums: &sums, to: &head)
      }
      let file = (Int(hash) & (shardCount - 1)) / groupCount
      Self.append(Array(name), head[...], to: &files[file])
    }
    for (index, file) in files.enumerated() {
      let number = index * groupCount + group
      let bytes = file.isEmpty ? Array("{}".utf8) : file + [UInt8(ascii: "}")]
      result.files.append((number, .init(name: "t" + String(number, radix: 16), bytes: bytes)))
    }
    return result
  }

  /// Puts a head into files of its own, its tails by the hash of their first character.
  private func spread(
    _ name: [UInt8], _ head: [UInt8], _ ends: [(term: Int, end: Int)], _ lists: SearchMerge.Lists,
    into result: inout Group
  ) {
    var count = 2
    while count * Self.wideFile < head.count { count *= 2 }
    var parts = [[UInt8]](repeating: [], count: count)
    var start = 0
    for (term, end) in ends {
      parts[Int(lists.tailHash(term)) & (count - 1)] += head[start..<end]
      start = end
    }
    let text = String(decoding: name, as: UTF8.self)
    let stem = "w" + text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "_") + "-"
    result.wideHeads.append(.init(head: text, count: count))
    for (index, part) in parts.enumerated() {
      var bytes: [UInt8] = []
      Self.append(name, part[...], to: &bytes)
      bytes.append(UInt8(ascii: "}"))
      result.wideFiles.append(.init(name: stem + String(index, radix: 16), bytes: bytes))
    }
  }

  /// `"head":"lists"` as one more member of an object: heads are letters, lists have no sign that JSON escapes.
  private static func append(_ head: [UInt8], _ lists: ArraySlice<UInt8>, to file: inout [UInt8]) {
    file.append(UInt8(ascii: file.isEmpty ? "{" : ","))
    file.append(UInt8(ascii: "\""))
    file += head
    file += [UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "\"")]
    file += lists
    file.append(UInt8(ascii: "\""))
  }
}
