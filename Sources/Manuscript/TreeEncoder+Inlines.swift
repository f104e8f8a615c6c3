extension TreeEncoder {
  mutating func inlines(_ inlines: [Inline]) {
    number(inlines.count)
    for inline in inlines { self.inline(inline) }
  }

  /// What kind it is, with the mark for attributes; then range, attributes, content.
  private mutating func head(_ tag: InlineTag, _ inline: borrowing Inline) {
    let hasAttributes = !inline.attributes.isEmpty
    append(tag.rawValue | (hasAttributes ? TreeTag.attributes : 0))
    range(inline.range)
    if hasAttributes { attributes(inline.attributes) }
  }

  private mutating func inline(_ inline: Inline) {
    switch inline.kind {
    case .text(let value):
      head(.text, inline)
      text(value)
    case .softBreak: head(.softBreak, inline)
    case .hardBreak: head(.hardBreak, inline)
    case .code(let value):
      head(.code, inline)
      text(value)
    case .emphasis(let content):
      head(.emphasis, inline)
      inlines(content)
    case .strong(let content):
      head(.strong, inline)
      inlines(content)
    case .strikethrough(let content):
      head(.strikethrough, inline)
      inlines(content)
    case .styled(let style, let content):
      head(.styled, inline)
      append(style.tag)
      inlines(content)
    case .link(let link, let content):
      head(.link, inline)
      number(link.reference)
      optional(link.title) { $0.text($1) }
      inlines(content)
    case .anchor(let content):
      head(.anchor, inline)
      inlines(content)
    case .image(let image):
      head(.image, inline)
      number(image.reference)
      text(image.alternative)
      optional(image.title) { $0.text($1) }
      length(image.width)
      length(image.height)
      alignment(image.alignment)
    case .footnoteReference(let reference):
      head(.footnoteReference, inline)
      number(reference.footnote)
      number(reference.occurrence)
    case .abbreviation(let title, let content):
      head(.abbreviation, inline)
      text(title)
      inlines(content)
    case .ruby(let pairs):
      head(.ruby, inline)
      list(pairs) {
        $0.inlines($1.base)
        $0.inlines($1.reading)
      }
    case .math(let value):
      head(.math, inline)
      formula(value)
    case .media(let value):
      head(.media, inline)
      media(value)
    case .span(let name, let content):
      head(.span, inline)
      string(name)
      inlines(content)
    case .html(let value):
      head(.html, inline)
      raw(value) { $0.inlines($1) }
    }
  }
}

extension InlineStyle {
  /// Position among all cases; the form's own number.
  fileprivate var tag: UInt8 { UInt8(InlineStyle.allCases.firstIndex(of: self) ?? 0) }
}
