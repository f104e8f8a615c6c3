extension PlainText {
  mutating func write(_ inlines: [Inline]) {
    // The kinds alone: an inline would be copied with its attributes.
    for index in inlines.indices { write(inlines[index].kind) }
  }

  private mutating func write(_ kind: Inline.Kind) {
    switch kind {
    case .text(let text), .code(let text): write(text.bytes)
    case .math(let formula): write(formula.source.bytes)
    case .softBreak: separate(.softBreak)
    case .hardBreak: separate(.blank)
    case .emphasis(let content), .strong(let content), .strikethrough(let content), .styled(_, let content),
      .link(_, let content), .anchor(let content), .abbreviation(_, let content), .span(_, let content):
      write(content)
    case .image(let image):
      if options.contains(.imageAlternatives) { write(image.alternative.bytes) }
    case .footnoteReference: break
    case .ruby(let pairs):
      for pair in pairs {
        write(pair.base)
        guard !pair.reading.isEmpty else { continue }
        write(Array("(".utf8))
        write(pair.reading)
        write(Array(")".utf8))
      }
    case .media(let media): write(media.title?.bytes ?? [])
    case .html(let html): write(html.fallback)
    }
  }
}
