import Diagnostics
import Manuscript

extension MarkdownConverter {
  /// `![…](…){: w="700" .left }`: puts lists that follow an inline without a blank on that inline.
  func spanAttributesApplied(_ inlines: consuming [Inline]) -> [Inline] {
    let leaf = cursor.leaf.bytes
    guard inlines.count > 1, ByteRun.contains(0x7B, 0x3A, in: leaf, 0..<leaf.count),
      inlines.contains(where: Self.beginsWithList)
    else { return inlines }
    var result: [Inline] = []
    for inline in inlines {
      guard Self.beginsWithList(inline), case .text(let text) = inline.kind, var owner = result.last,
        owner.range.end == inline.range.start, Self.takesAttributes(owner), let list = AttributeList(text.bytes[...])
      else {
        result.append(inline)
        continue
      }
      list.apply(to: &owner)
      result[result.count - 1] = owner
      let rest = Array(text.bytes[list.count...])
      guard !rest.isEmpty else { continue }
      var range = inline.range
      range.start = min(range.start + UInt32(list.count), range.end)
      result.append(Inline(.text(Text(bytes: rest)), range: range))
    }
    return result
  }

  private static func beginsWithList(_ inline: Inline) -> Bool {
    if case .text(let text) = inline.kind {
      text.bytes.count > 1 && text.bytes[0] == 0x7B && text.bytes[1] == 0x3A
    } else {
      false
    }
  }

  private static func takesAttributes(_ inline: Inline) -> Bool {
    switch inline.kind {
    case .code, .emphasis, .strong, .strikethrough, .styled, .link, .anchor, .image, .abbreviation, .ruby, .math,
      .media,
      .span:
      true
    case .text, .softBreak, .hardBreak, .footnoteReference, .html: false
    }
  }
}

extension AttributeList {
  /// Puts the list on an inline; sizes and sides of images are the model's own.
  func apply(to inline: inout Inline) {
    var rest = attributes
    if case .image(var image) = inline.kind {
      if let width = rest.remove("width") ?? rest.remove("w") { image.width = image.width ?? Self.length(width) }
      if let height = rest.remove("height") ?? rest.remove("h") { image.height = image.height ?? Self.length(height) }
      if let share = classes.lazy.compactMap(Self.share).first { image.width = image.width ?? .percent(share) }
      let sides: [(Substring, Alignment)] = [("left", .left), ("right", .right), ("center", .center)]
      for (name, side) in sides where classes.contains(name) { image.alignment = image.alignment ?? side }
      inline.kind = .image(image)
    }
    inline.attributes.merge(rest)
  }

  // `w-50`: Chirpy's and Bootstrap's class for half of the column.
  private static func share(_ name: Substring) -> Double? {
    guard name.hasPrefix("w-"), let share = Int(name.dropFirst(2)), (10...100).contains(share) else { return nil }
    return Double(share)
  }

  // `700`, `700px`, `50%`
  private static func length(_ text: String) -> Length? {
    var text = text[...]
    let isPercent = text.last == "%"
    if isPercent { text.removeLast() }
    if text.hasSuffix("px") { text.removeLast(2) }
    guard let value = Double(text), value > 0, value < 100_000 else { return nil }
    return isPercent ? .percent(value) : .pixels(value)
  }
}
