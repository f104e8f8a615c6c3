/// First byte of a node in the compact form of a tree.
enum TreeTag {
  /// Set in the first byte of a node that has attributes.
  static let attributes: UInt8 = 0x80
}

enum InlineTag: UInt8 {
  case text, softBreak, hardBreak, code, emphasis, strong, strikethrough, styled, link, anchor, image,
    footnoteReference, abbreviation, ruby, math, media, span, html
}

enum BlockTag: UInt8 {
  case paragraph, heading, list, quote, alert, code, table, rule, definitionList, figure, details, math, media, embed,
    contents, division, html
}
