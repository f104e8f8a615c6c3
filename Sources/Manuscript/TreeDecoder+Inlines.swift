import Diagnostics

extension TreeDecoder {
  mutating func inlines() throws(Damaged) -> [Inline] {
    let count = try count()
    if count == 0 { return [] }
    try enter()
    defer { leave() }
    var result: [Inline] = []
    result.reserveCapacity(count)
    for _ in 0..<count {
      let first = try byte()
      guard let tag = InlineTag(rawValue: first & ~TreeTag.attributes) else { throw Damaged() }
      let range = try range()
      let attributes = first & TreeTag.attributes != 0 ? try attributes() : Attributes()
      result.append(Inline(try inline(tag), range: range, attributes: attributes))
    }
    return result
  }

  private mutating func inline(_ tag: InlineTag) throws(Damaged) -> Inline.Kind {
    switch tag {
    case .text: return .text(try text())
    case .softBreak: return .softBreak
    case .hardBreak: return .hardBreak
    case .code: return .code(try text())
    case .emphasis: return .emphasis(try inlines())
    case .strong: return .strong(try inlines())
    case .strikethrough: return .strikethrough(try inlines())
    case .styled:
      let index = Int(try byte())
      guard InlineStyle.allCases.indices.contains(index) else { throw Damaged() }
      return .styled(InlineStyle.allCases[index], try inlines())
    case .link:
      let reference = try number()
      let title = try optionalText()
      return .link(Link(reference: reference, title: title), try inlines())
    case .anchor: return .anchor(try inlines())
    case .image:
      var image = Image(reference: try number(), alternative: try text(), title: try optionalText())
      image.width = try length()
      image.height = try length()
      image.alignment = try alignment()
      return .image(image)
    case .footnoteReference:
      let footnote = try number()
      return .footnoteReference(FootnoteReference(footnote: footnote, occurrence: try number()))
    case .abbreviation:
      let title = try text()
      return .abbreviation(title: title, try inlines())
    case .ruby:
      return .ruby(
        try list { (decoder) throws(Damaged) in
          let base = try decoder.inlines()
          return RubyPair(base: base, reading: try decoder.inlines())
        })
    case .math: return .math(try formula())
    case .media: return .media(try media())
    case .span:
      let name = try string()
      return .span(name: name, try inlines())
    case .html: return .html(try raw { (decoder) throws(Damaged) in try decoder.inlines() })
    }
  }
}
