/// Cuts texts into terms and collects them as a `SearchTermBlock` needs them.
///
/// A term is a pair of neighbouring characters of a run, the last character of a run, or a word. Its head is the first
/// character of a pair, or the first two of a word: terms with one head stand together in the index, so that a single
/// character and the beginning of a word are found by reading one place.
///
/// Terms are not counted here: the merge meets each of them anyway, and counts those of one place as they come.
struct SearchTermCollector: ~Copyable {
  enum Field { case body, title, tags }

  /// Longer words are cut, in code points.
  static let wordLimit = 48

  private let first: Int
  private var articles: [SearchTermBlock.ArticleSize] = []
  /// One a partition.
  private let pairs: UnsafeMutablePointer<GrowingBuffer<UInt32>>
  private let words: UnsafeMutablePointer<GrowingBuffer<UInt8>>
  /// The word being read, where it is no short one.
  private let word: UnsafeMutablePointer<UInt8>
  private var wordBytes = 0
  private var wordPoints = 0

  /// - Parameter first: index in `Publication.entries` of the first article that will come.
  init(first: Int) {
    self.first = first
    pairs = .allocate(capacity: SearchTermBlock.partitions)
    words = .allocate(capacity: SearchTermBlock.partitions)
    for partition in 0..<SearchTermBlock.partitions {
      (pairs + partition).initialize(to: GrowingBuffer(capacity: 256))
      (words + partition).initialize(to: GrowingBuffer(capacity: 1024))
    }
    word = .allocate(capacity: 4 * Self.wordLimit)
  }

  deinit {
    pairs.deinitialize(count: SearchTermBlock.partitions)
    words.deinitialize(count: SearchTermBlock.partitions)
    pairs.deallocate()
    words.deallocate()
    word.deallocate()
  }

  /// What was collected.
  consuming func block() -> SearchTermBlock {
    SearchTermBlock(first: first, articles: articles, pairs: pairs, words: words)
  }

  /// Begins the next article: at most `SearchTermBlock.articleLimit`.
  mutating func beginArticle() { articles.append(.init()) }

  /// Begins the next part of the article; the first has the title and the tags as well.
  mutating func beginPart() {
    let number = articles.count - 1
    articles[number].parts += 1
    for partition in 0..<SearchTermBlock.partitions {
      pairs[partition].append(UInt32(number) << 16)
      let mark = UInt32(SearchTermBlock.WordMark.place) | UInt32(number) << 8
      words[partition].reserve(4)
      words[partition].end.storeBytes(of: mark.littleEndian, as: UInt32.self)
      words[partition].advance(by: 3)
    }
  }

  mutating func add(_ text: String, to field: Field) {
    var text = text
    let characters = text.withUTF8 { scan($0, field) }
    if field == .body { articles[articles.count - 1].length += characters }
  }

  /// Adds some UTF-8.
  mutating func add(_ text: ArraySlice<UInt8>, to field: Field) {
    let characters = text.withUnsafeBufferPointer { scan($0, field) }
    if field == .body { articles[articles.count - 1].length += characters }
  }

  /// - Returns: characters of the text.
  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ field: Field) -> Int {
    SearchCharacter.kinds.withUnsafeBufferPointer { kinds in
      SearchCharacter.foldedASCII.withUnsafeBufferPointer { scan(text, field, kinds, $0) }
    }
  }

  private mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ field: Field, _ kinds: UnsafeBufferPointer<SearchCharacter.Kind>,
    _ foldedASCII: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let count = text.count
    var index = 0
    /// Bytes that go on with a character.
    var continuations = 0
    /// The last character of the run so far; 0: none.
    var previous: UInt32 = 0
    while index < count {
      let byte = text[index]
      if byte < 0x80 {
        if previous != 0 { endRun(&previous, field) }
        if wordBytes == 0, addShortWord(text, &index, field, kinds, foldedASCII) { continue }
        index += 1
        let folded = foldedASCII[Int(byte)]
        if folded == 0 { endWord(field) } else { append(folded) }
        continue
      }
      var scalar: UInt32
      let length: Int
      if byte >= 0xF0, index + 3 < count {
        scalar = UInt32(byte & 7) << 18 | UInt32(text[index + 1] & 63) << 12
        scalar |= UInt32(text[index + 2] & 63) << 6 | UInt32(text[index + 3] & 63)
        length = 4
      } else if byte >= 0xE0, index + 2 < count {
        scalar = UInt32(byte & 15) << 12 | UInt32(text[index + 1] & 63) << 6 | UInt32(text[index + 2] & 63)
        length = 3
      } else if index + 1 < count {
        scalar = UInt32(byte & 31) << 6 | UInt32(text[index + 1] & 63)
        length = 2
      } else {
        break
      }
      index += length
      continuations += length - 1
      switch scalar < 0x10000 ? kinds[Int(scalar)] : SearchCharacter.kind(scalar) {
      case .run:
        endWord(field)
        if previous != 0 { add(pair: previous, scalar, field) }
        previous = scalar
      case .letter:
        if previous != 0 { endRun(&previous, field) }
        append(scalar: SearchCharacter.fold(scalar))
      case .other:
        if previous != 0 { endRun(&previous, field) }
        endWord(field)
      }
    }
    endWord(field)
    if previous != 0 { endRun(&previous, field) }
    return count - continuations
  }

  @inline(__always)
  private mutating func endRun(_ previous: inout UInt32, _ field: Field) {
    add(pair: previous, 0, field)
    previous = 0
  }

  @inline(__always)
  private mutating func add(pair first: UInt32, _ second: UInt32, _ field: Field) {
    let partition = SearchTermBlock.partition(SearchHash.of(first))
    guard first | second <= 0xFFFF else { return add(widePair: first, second, field, partition) }
    if field != .body {
      pairs[partition].append((field == .title ? SearchTermBlock.titleMark : SearchTermBlock.tagsMark) << 16)
    }
    pairs[partition].append(first | second << 16)
  }

  private mutating func add(widePair first: UInt32, _ second: UInt32, _ field: Field, _ partition: Int) {
    mark(field, partition)
    words[partition].append(SearchTermBlock.WordMark.pair)
    for scalar in [first, second] {
      for shift in [0, 8, 16] as [UInt32] { words[partition].append(UInt8(truncatingIfNeeded: scalar >> shift)) }
    }
  }

  @inline(__always)
  private mutating func mark(_ field: Field, _ partition: Int) {
    switch field {
    case .body: break
    case .title: words[partition].append(SearchTermBlock.WordMark.title)
    case .tags: words[partition].append(SearchTermBlock.WordMark.tags)
    }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    guard wordPoints < Self.wordLimit else { return }
    word[wordBytes] = byte
    wordBytes += 1
    wordPoints += 1
  }

  private mutating func append(scalar: UInt32) {
    guard scalar >= 0x80 else { return append(UInt8(scalar)) }
    guard wordPoints < Self.wordLimit, let value = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(value) ?? .init() {
      word[wordBytes] = byte
      wordBytes += 1
    }
    wordPoints += 1
  }

  @inline(__always)
  private mutating func endWord(_ field: Field) {
    if wordBytes > 0 { addWord(field) }
  }

  /// Adds the word that begins here if it is one of at most eight characters, all of them ASCII, as nearly all are: it is
  /// made in a register.
  ///
  /// - Returns: false when there is no such word; `index` then stays as it is. Else it stands behind the word.
  @inline(__always)
  private mutating func addShortWord(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ field: Field,
    _ kinds: UnsafeBufferPointer<SearchCharacter.Kind>, _ foldedASCII: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var word: UInt64 = 0
    var count = 0
    while index + count < text.count {
      let byte = text[index + count]
      if byte >= 0x80 {
        // Chinese ends a word.
        guard byte & 0xF0 == 0xE0, index + count + 2 < text.count else { return false }
        let next = UInt32(byte & 15) << 12 | UInt32(text[index + count + 1] & 63) << 6
        if kinds[Int(next | UInt32(text[index + count + 2] & 63))] == .letter { return false }
        break
      }
      let folded = foldedASCII[Int(byte)]
      if folded == 0 { break }
      guard count < 8 else { return false }
      word |= UInt64(folded) << UInt64(truncatingIfNeeded: 8 * count)
      count += 1
    }
    guard count > 0 else { return false }
    var head = SearchHash()
    head.add(UInt32(word & 0xFF))
    if count > 1 { head.add(UInt32(word >> 8 & 0xFF)) }
    let partition = SearchTermBlock.partition(head.value)
    mark(field, partition)
    words[partition].reserve(9)
    let target = words[partition].end
    target.storeBytes(of: UInt8(count), as: UInt8.self)
    // The next word overwrites what is too much.
    target.storeBytes(of: word.littleEndian, toByteOffset: 1, as: UInt64.self)
    words[partition].advance(by: count + 1)
    index += count
    return true
  }

  /// Adds the word that was read character by character.
  private mutating func addWord(_ field: Field) {
    let hash = SearchHash.ofHead(UnsafeBufferPointer(start: word, count: wordBytes)).value
    let partition = SearchTermBlock.partition(hash)
    mark(field, partition)
    words[partition].append(UInt8(wordBytes))
    words[partition].reserve(wordBytes)
    words[partition].end.copyMemory(from: word, byteCount: wordBytes)
    words[partition].advance(by: wordBytes)
    wordBytes = 0
    wordPoints = 0
  }
}
