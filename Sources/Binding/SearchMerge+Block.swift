/// Reading the streams of `SearchTermBlock`.
extension SearchMerge {
  /// Counts the terms of one partition of a block; of the articles that are held alone.
  mutating func add(_ block: SearchTermBlock, partition: Int, isHeld: [Bool]) {
    isHeld.withUnsafeBufferPointer { isHeld in
      addPairs(block.pairs(of: partition), Mark(block, isHeld))
      addWords(block.words(of: partition), Mark(block, isHeld))
    }
  }

  /// Where in a block a stream is.
  private struct Mark {
    private let first: Int
    private let isHeld: UnsafeBufferPointer<Bool>
    private var article = -1
    private var part = 0
    private(set) var place: UInt64 = 0
    private(set) var isSkipped = false

    init(_ block: SearchTermBlock, _ isHeld: UnsafeBufferPointer<Bool>) {
      first = block.first
      self.isHeld = isHeld
    }

    /// The next part of the article that was named last, or another article.
    mutating func move(to article: Int) {
      part = article == self.article ? part + 1 : 0
      self.article = article
      isSkipped = !isHeld[first + article]
      place = SearchMerge.place(entry: first + article, part: part)
    }
  }

  private mutating func addPairs(_ stream: UnsafeRawBufferPointer, _ start: Mark) {
    var mark = start
    var increment: UInt32 = 4
    var index = 0
    while index < stream.count {
      let pair = UInt32(littleEndian: stream.loadUnaligned(fromByteOffset: index, as: UInt32.self))
      index += 4
      guard pair & 0xFFFF != 0 else {
        switch pair >> 16 {
        case SearchTermBlock.titleMark: increment = 1
        case SearchTermBlock.tagsMark: increment = 2
        case let article: mark.move(to: Int(article))
        }
        continue
      }
      if !mark.isSkipped { count(increment, of: term(pair: pair & 0xFFFF, pair >> 16), at: mark.place) }
      increment = 4
    }
  }

  private mutating func addWords(_ stream: UnsafeRawBufferPointer, _ start: Mark) {
    guard let base = stream.baseAddress else { return }
    var mark = start
    var increment: UInt32 = 4
    var index = 0
    while index < stream.count {
      let length = stream[index]
      index += 1
      let number: Int
      switch length {
      case SearchTermBlock.WordMark.place:
        mark.move(to: Int(stream[index]) | Int(stream[index + 1]) << 8)
        index += 2
        continue
      case SearchTermBlock.WordMark.title:
        increment = 1
        continue
      case SearchTermBlock.WordMark.tags:
        increment = 2
        continue
      case SearchTermBlock.WordMark.pair:
        number = term(pair: Self.scalar(stream, index), Self.scalar(stream, index + 3))
        index += 6
      default:
        number = term(word: base + index, count: Int(length))
        index += Int(length)
      }
      if !mark.isSkipped { count(increment, of: number, at: mark.place) }
      increment = 4
    }
  }

  private static func scalar(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt32 {
    UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
  }
}
