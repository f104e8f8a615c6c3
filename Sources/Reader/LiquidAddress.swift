import Manuscript

/// Jekyll's way to name a post: `[text]({% post_url 2022-12-12-hello %})`. Jekyll replaces the tag before Markdown is read;
/// here it is an address that binding resolves. CommonMark takes no blanks in an address, so while Markdown is parsed they
/// stand as `+`, which keeps every offset, and wherever the tag turns out to be text or code it gets its blanks back.
enum LiquidAddress {
  private static let opening = Array("{%".utf8)
  private static let name = Array("post_url".utf8)

  /// Hides the blanks of every tag that stands where an address does. Returns whether there was one.
  static func conceal(_ bytes: inout [UInt8], from start: Int) -> Bool {
    var found = false
    var position = start
    while let tag = tag(in: bytes, from: position, blank: { $0 == 0x20 }) {
      position = tag.upperBound
      guard followsBracket(bytes, tag.lowerBound, start) else { continue }
      for index in tag where bytes[index] == 0x20 { bytes[index] = 0x2B }
      found = true
    }
    return found
  }

  /// The text with the blanks of its tags as the author wrote them.
  static func reveal(_ text: [UInt8]) -> [UInt8] {
    var result = text
    var position = 0
    while let tag = tag(in: result, from: position, blank: { $0 == 0x2B }) {
      position = tag.upperBound
      for index in tag where result[index] == 0x2B { result[index] = 0x20 }
    }
    return result
  }

  /// The next `{% post_url NAME %}` of one line.
  private static func tag(in bytes: [UInt8], from start: Int, blank: (UInt8) -> Bool) -> Range<Int>? {
    var position = start
    while position + 4 < bytes.count {
      guard
        let brace = bytes.withUnsafeBufferPointer({ ByteRun.firstIndex(of: 0x7B, in: $0, position..<$0.count) })
      else { return nil }
      position = brace + 1
      guard bytes[brace...].starts(with: opening) else { continue }
      var end = brace + 2
      func skipBlanks() { while end < bytes.count, blank(bytes[end]) || bytes[end] == 0x2D { end += 1 } }
      skipBlanks()
      guard bytes[min(end, bytes.count)...].starts(with: name) else { continue }
      end += name.count
      guard end < bytes.count, blank(bytes[end]) else { continue }
      skipBlanks()
      while end < bytes.count, !blank(bytes[end]), bytes[end] > 0x20, bytes[end] != 0x25 { end += 1 }
      skipBlanks()
      if end + 1 < bytes.count, bytes[end] == 0x25, bytes[end + 1] == 0x7D { return brace..<end + 2 }
    }
    return nil
  }

  // `](` or `]:` before it, blanks allowed.
  private static func followsBracket(_ bytes: [UInt8], _ position: Int, _ start: Int) -> Bool {
    var index = position - 1
    while index > start, bytes[index] == 0x20 { index -= 1 }
    guard index > start, bytes[index] == 0x28 || bytes[index] == 0x3A else { return false }
    return bytes[index - 1] == 0x5D
  }
}
