/// Start tags of built-in components that were shown before, in this file or in another, and that nothing was to be said
/// of: the same bytes again need no second look. Generated pages are made of few different tags.
///
/// What is kept are the bytes themselves and what they showed, nothing of the file that they stood in.
struct KnownTags {
  struct Tag {
    /// Bytes from its `<` to its `>`; 0: none.
    var count = 0
    var nameCount = 0
    var component = 0
    /// Where the name of the one handler that it binds begins behind its `<`, and how long that is; 0: it binds none.
    var handlerStart = 0
    var handlerCount = 0
    var isEmpty = false
    var decodesEntities = false
  }

  /// Longer ones name something and come once.
  private static let longest = 96
  private static let slotBits: UInt64 = 8

  /// By what a tag's bytes mix to; the newest wins.
  private var tags: [Tag]
  /// The bytes of each tag, `longest` for each.
  private var bytes: [UInt8]

  init() {
    tags = [Tag](repeating: Tag(), count: 1 << Self.slotBits)
    bytes = [UInt8](repeating: 0, count: Self.longest << Self.slotBits)
  }

  /// Hands over what is known, so that one place alone holds it while it changes; nothing is known until it is back.
  mutating func take() -> KnownTags {
    let taken = self
    tags = []
    bytes = []
    return taken
  }

  /// The tag that the same bytes were before. A `>` in a value only makes it go unrecognised.
  func find(_ file: FileBytes, _ start: Int) -> Tag? {
    guard let end = file.first(UInt8(ascii: ">"), in: start..<min(file.count, start + Self.longest)) else { return nil }
    let text = file.slice(start..<end + 1)
    let slot = Self.slot(text)
    guard tags[slot].count == text.count,
      bytes.withUnsafeBufferPointer({ $0.slice(slot * Self.longest..<slot * Self.longest + text.count) })
        .isEqual(to: text)
    else { return nil }
    return tags[slot]
  }

  mutating func keep(_ tag: Tag, _ text: FileBytes) {
    guard text.count <= Self.longest else { return }
    let slot = Self.slot(text)
    tags[slot] = tag
    bytes.replaceSubrange(slot * Self.longest..<slot * Self.longest + text.count, with: text)
  }

  private static func slot(_ text: FileBytes) -> Int { Int(truncatingIfNeeded: text.mixed >> (64 - slotBits)) }
}
