/// Start tags of built-in components that the file has shown before, and that nothing was to be said of: the same bytes
/// again need no second look. Generated pages are made of few different tags.
struct KnownTags {
  struct Tag {
    /// Where it stands in the file: its `<`, with everything to its `>`.
    var start = 0
    var count = 0
    var nameCount = 0
    var component = 0
    var isEmpty = false
    var decodesEntities = false
  }

  /// By the tag's first sixteen bytes; the newest wins.
  private var slots = [Tag](repeating: Tag(), count: 64)

  private static func slot(_ bytes: FileBytes, _ start: Int) -> Int? {
    start + 16 <= bytes.count ? Int(truncatingIfNeeded: bytes.mix16(at: start) >> 58) : nil
  }

  /// The tag that the same bytes were before.
  func find(_ bytes: FileBytes, _ start: Int) -> Tag? {
    guard let slot = Self.slot(bytes, start) else { return nil }
    let tag = slots[slot]
    guard tag.count > 0, start + tag.count <= bytes.count, bytes.isSame(start, tag.start, count: tag.count) else {
      return nil
    }
    return tag
  }

  mutating func keep(_ tag: Tag, _ bytes: FileBytes) {
    if let slot = Self.slot(bytes, tag.start) { slots[slot] = tag }
  }
}
