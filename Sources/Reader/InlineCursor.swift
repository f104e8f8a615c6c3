import CCmarkGFM

/// Follows the inlines of one leaf block through its source, so that each gets its exact bytes.
///
/// The library knows where inlines stand only roughly (nothing of soft breaks and autolinks, wrong columns after a
/// line prefix). But it made them from `content` in order, so walking both side by side tells: text that was not
/// touched even points into `content`. If the two ever part, the next untouched node brings them together again.
struct InlineCursor {
  var leaf: LeafContent
  /// Offset in the content of what has not been passed yet.
  private(set) var position = 0

  init(_ leaf: LeafContent) { self.leaf = leaf }

  private var bytes: UnsafeBufferPointer<UInt8> { leaf.bytes }

  func byte(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index < bytes.count ? bytes[index] : 0
  }

  mutating func source(from start: Int) -> Range<Int> { leaf.source(start..<max(start, position)) }

  mutating func move(to offset: Int) { position = min(max(offset, position), bytes.count) }

  /// The offset of a node's bytes in the content, when they are a part of it.
  func offset(of literal: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let here = literal.baseAddress, let base = bytes.baseAddress else { return nil }
    let offset = UInt(bitPattern: here) &- UInt(bitPattern: base)
    return offset <= UInt(bytes.count) && Int(offset) + literal.count <= bytes.count ? Int(offset) : nil
  }

  /// Passes a text; the result is its range in the content.
  mutating func text(_ literal: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    // What is left of a run of delimiters points at the beginning of the run, though its first ones were used up: never
    // go back.
    if let start = offset(of: literal), start >= position {
      position = start + literal.count
      return start..<position
    }
    if position + literal.count <= bytes.count,
      ByteRun.equal(literal, 0, bytes, position, count: literal.count), !hasMarks(literal)
    {
      position += literal.count
      return position - literal.count..<position
    }
    return altered(literal)
  }

  /// Whether a text may have been written with an escape or a character reference.
  private func hasMarks(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    let all = 0..<literal.count
    return ByteRun.firstIndex(of: 0x5C, in: literal, all) != nil
      || ByteRun.firstIndex(of: 0x26, in: literal, all) != nil
  }

  /// Raw HTML and other literals that stand in the content byte by byte.
  mutating func verbatim(_ literal: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    if let start = offset(of: literal) { position = start }
    let start = position
    position = min(start + literal.count, bytes.count)
    return start..<position
  }

  /// Passes a run of a delimiter, `count` bytes of it, and whatever unexpected stands before it.
  mutating func delimiter(_ first: UInt8, _ second: UInt8, count: Int) {
    skip(to: first, second)
    move(to: position + count)
  }

  /// How often the byte at the position is repeated.
  func run() -> Int {
    var end = position
    while end < bytes.count, bytes[end] == bytes[position] { end += 1 }
    return end - position
  }

  /// Passes a code span; the result is what stands between its fences.
  mutating func codeSpan() -> Range<Int> {
    skip(to: 0x60, 0x60)
    let fence = run()
    let inner = position + fence
    var scan = inner
    while scan < bytes.count {
      guard bytes[scan] == 0x60 else {
        scan += 1
        continue
      }
      var end = scan
      while end < bytes.count, bytes[end] == 0x60 { end += 1 }
      if end - scan == fence {
        position = end
        return inner..<scan
      }
      scan = end
    }
    position = min(inner, bytes.count)
    return position..<position
  }

  /// Passes a line end, the blanks before it, the backslash that made it hard, and the blanks after it.
  mutating func lineEnd() -> Range<Int> {
    let start = position
    while ByteRun.isBlank(byte()) { position += 1 }
    // The library leaves the blanks behind a backslash break to the text.
    let isBackslash = byte() == 0x5C
    if isBackslash { position += 1 }
    if byte() == 0x0D { position += 1 }
    if byte() == 0x0A { position += 1 }
    let end = position
    while !isBackslash, ByteRun.isBlank(byte()) { position += 1 }
    return start..<end
  }

  /// Moves on to one of two bytes unless it is here, at most to the end of the line.
  mutating func skip(to first: UInt8, _ second: UInt8) {
    var scan = position
    while scan < bytes.count, bytes[scan] != 0x0A {
      if bytes[scan] == first || bytes[scan] == second {
        position = scan
        return
      }
      scan += bytes[scan] == 0x5C ? 2 : 1
    }
  }

  // Text with escapes and character references, or one that stands elsewhere.
  private mutating func altered(_ literal: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = position
    var scan = position
    var done = 0
    while done < literal.count, scan < bytes.count {
      let here = bytes[scan]
      if here == 0x5C, scan + 1 < bytes.count, bytes[scan + 1] == literal[done], ByteRun.isPunctuation(literal[done]) {
        scan += 2
        done += 1
      } else if here == 0x26, let (length, decoded) = CharacterReference.decode(bytes, at: scan),
        decoded.elementsEqual(literal[done..<min(done + decoded.count, literal.count)])
      {
        scan += length
        done += decoded.count
      } else if here == literal[done] {
        scan += 1
        done += 1
      } else {
        break
      }
    }
    if done == literal.count {
      position = scan
      return start..<scan
    }
    return found(literal) ?? start..<start
  }

  // Out of step: look for the text a little further on.
  private mutating func found(_ literal: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let last = min(bytes.count - literal.count, position + 512)
    var scan = position
    while scan <= last {
      if ByteRun.equal(literal, 0, bytes, scan, count: literal.count) {
        position = scan + literal.count
        return scan..<position
      }
      scan += 1
    }
    return nil
  }
}
