import Diagnostics
import Manuscript

/// Puts marks into the texts of a tree, wherever they stand; code, formulas and images are none.
protocol TextMarker {
  /// Whether the words of links are marked as well.
  var entersLinks: Bool { get }
  /// Appends a piece of text (its bytes, the inline it is) as it is marked.
  func split(_ bytes: [UInt8], _ inline: Inline, into result: inout [Inline])
}

extension TextMarker {
  func mark(_ inlines: [Inline]) -> [Inline] {
    var result: [Inline] = []
    result.reserveCapacity(inlines.count)
    for inline in inlines { append(inline, to: &result) }
    return result
  }

  private func append(_ inline: Inline, to result: inout [Inline]) {
    var inline = inline
    switch inline.kind {
    case .text(let text): return split(text.bytes, inline, into: &result)
    case .emphasis(let content): inline.kind = .emphasis(mark(content))
    case .strong(let content): inline.kind = .strong(mark(content))
    case .strikethrough(let content): inline.kind = .strikethrough(mark(content))
    case .styled(let style, let content): inline.kind = .styled(style, mark(content))
    case .link(let link, let content): if entersLinks { inline.kind = .link(link, mark(content)) }
    case .anchor(let content): inline.kind = .anchor(mark(content))
    case .span(let name, let content): inline.kind = .span(name: name, mark(content))
    case .html(var html):
      html.fallback = mark(html.fallback)
      inline.kind = .html(html)
    case .softBreak, .hardBreak, .code, .image, .footnoteReference, .abbreviation, .ruby, .math, .media: break
    }
    result.append(inline)
  }

  /// A part of a text, with its place in the source.
  func piece(_ range: Range<Int>, of bytes: [UInt8], _ inline: Inline) -> Inline {
    // Text with escapes is longer in the source: its parts then share its place.
    let place =
      inline.range.count == bytes.count
      ? SourceRange(
        start: inline.range.start + UInt32(range.lowerBound), end: inline.range.start + UInt32(range.upperBound))
      : inline.range
    return Inline(.text(Text(bytes: Array(bytes[range]))), range: place)
  }
}
