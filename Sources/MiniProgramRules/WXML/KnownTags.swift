/// Start tags of built-in components that were read before, and that nothing was to be said of: the same bytes again need
/// no second look. Generated pages are made of few different tags, and the next page of the same.
///
/// What a file is judged by never depends on it: it holds only tags whose judgement depends on their bytes alone.
package struct KnownTags {
  struct Tag {
    /// Where its bytes are in `text`, from its `<` to its `>`.
    var start = 0
    var count = 0
    var nameCount = 0
    var component = 0
    var isEmpty = false
    var decodesEntities = false
  }

  /// By the tag's first sixteen bytes; the newest wins.
  private var slots: [Tag] = []
  private var text: [UInt8] = []
  private static let slotCount = 256
  /// Tags longer than this are rarely met again.
  private static let longest = 512
  private static let textLimit = 64 * 1024

  package init() {}

  private static func slot(_ bytes: FileBytes, _ start: Int) -> Int? {
    start + 16 <= bytes.count
      ? Int(truncatingIfNeeded: bytes.mix16(at: start) & UInt64(truncatingIfNeeded: slotCount - 1)) : nil
  }

  /// The tag that the same bytes were before.
  func find(_ bytes: FileBytes, _ start: Int) -> Tag? {
    guard !slots.isEmpty, let slot = Self.slot(bytes, start) else { return nil }
    let tag = slots[slot]
    guard tag.count > 0, start + tag.count <= bytes.count else { return nil }
    let isSame = text.withUnsafeBufferPointer { known in
      FileBytes(rebasing: bytes[start..<start + tag.count]).isEqual(
        to: FileBytes(rebasing: known[tag.start..<tag.start + tag.count]))
    }
    return isSame ? tag : nil
  }

  /// - Parameter tag: its `start` is a place in `bytes`.
  mutating func keep(_ tag: Tag, _ bytes: FileBytes) {
    guard tag.count <= Self.longest, let slot = Self.slot(bytes, tag.start) else { return }
    if slots.isEmpty { slots = [Tag](repeating: Tag(), count: Self.slotCount) }
    if text.count + tag.count > Self.textLimit {
      text.removeAll(keepingCapacity: true)
      slots = [Tag](repeating: Tag(), count: Self.slotCount)
    }
    slots[slot] = tag
    slots[slot].start = text.count
    text.append(contentsOf: bytes[tag.start..<tag.start + tag.count])
  }
}
