/// The terms of some articles that follow each other, in the order of their text, as they wait for those of all others.
///
/// The hash of a term's head decides its partition; each has a stream of pairs and one of words, in which places follow
/// each other: a mark where a part of an article begins, then its terms, as often as they occur there.
///
/// - A pair is four bytes, little-endian: its first character, its second one above (0: the end of a run). A mark has 0
///   for the first character; above stands `titleMark` or `tagsMark`, which speak of the next pair alone, or the number of
///   an article in the block. The same number again is the next part of that article.
/// - A word is a byte for its length and its UTF-8. A mark is a byte that is no length; after `placeMark` stands the
///   number of an article (two bytes), after `pairMark` a pair with a character beyond the BMP (three bytes each).
///
/// Its memory is its own and never changes: threads that merge read it by pointer, each its partitions.
package final class SearchTermBlock: @unchecked Sendable {
  /// A power of two.
  static let partitions = 64

  static let titleMark: UInt32 = 0xFFFF
  static let tagsMark: UInt32 = 0xFFFE
  /// Articles that a block can tell apart.
  static let articleLimit = 0xFF00

  /// A word has at most 192 bytes.
  enum WordMark {
    static let place: UInt8 = 0xF0
    static let title: UInt8 = 0xF1
    static let tags: UInt8 = 0xF2
    static let pair: UInt8 = 0xF3
  }

  /// Bytes behind the last stream that may be read as well.
  static let slack = 8

  struct ArticleSize {
    /// Parts of its text; 0 for what is not searched.
    var parts = 0
    /// Characters of the body.
    var length = 0
  }

  /// Index in `Publication.entries` of the first article.
  let first: Int
  let articles: [ArticleSize]
  /// Where each stream begins in `bytes`, first those of pairs, and the end.
  private let starts: UnsafeMutablePointer<UInt32>
  private let bytes: UnsafeMutableRawPointer

  init(
    first: Int, articles: [ArticleSize], pairs: UnsafeMutablePointer<GrowingBuffer<UInt32>>,
    words: UnsafeMutablePointer<GrowingBuffer<UInt8>>
  ) {
    self.first = first
    self.articles = articles
    starts = .allocate(capacity: 2 * Self.partitions + 1)
    var size = 0
    for partition in 0..<Self.partitions {
      (starts + partition).initialize(to: UInt32(size))
      size += pairs[partition].count * 4
    }
    for partition in 0..<Self.partitions {
      (starts + Self.partitions + partition).initialize(to: UInt32(size))
      size += words[partition].count
    }
    (starts + 2 * Self.partitions).initialize(to: UInt32(size))
    bytes = .allocate(byteCount: size + Self.slack, alignment: 8)
    for partition in 0..<Self.partitions {
      (bytes + Int(starts[partition])).copyMemory(
        from: pairs[partition].base, byteCount: pairs[partition].count * 4)
      (bytes + Int(starts[Self.partitions + partition])).copyMemory(
        from: words[partition].base, byteCount: words[partition].count)
    }
    (bytes + size).initializeMemory(as: UInt8.self, repeating: 0, count: Self.slack)
  }

  var byteCount: Int { Int(starts[2 * Self.partitions]) }

  deinit {
    starts.deallocate()
    bytes.deallocate()
  }

  /// The partition of a head.
  @inline(__always)
  static func partition(_ hash: UInt32) -> Int { Int(hash) & (partitions - 1) }

  func pairs(of partition: Int) -> UnsafeRawBufferPointer { stream(partition) }

  /// `slack` bytes more may be read.
  func words(of partition: Int) -> UnsafeRawBufferPointer { stream(Self.partitions + partition) }

  private func stream(_ number: Int) -> UnsafeRawBufferPointer {
    let start = Int(starts[number])
    return UnsafeRawBufferPointer(start: bytes + start, count: Int(starts[number + 1]) - start)
  }
}
