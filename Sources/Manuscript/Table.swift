package struct Table: Hashable, Sendable {
  package struct Cell: Hashable, Sendable {
    package var content: Content
    /// nil: as the column says.
    package var alignment: Alignment?
    package var columnSpan: Int
    package var rowSpan: Int
    package var isHeader: Bool
    package var attributes: Attributes

    package init(
      content: Content, alignment: Alignment? = nil, columnSpan: Int = 1, rowSpan: Int = 1, isHeader: Bool = false,
      attributes: Attributes = Attributes()
    ) {
      self.content = content
      self.alignment = alignment
      self.columnSpan = columnSpan
      self.rowSpan = rowSpan
      self.isHeader = isHeader
      self.attributes = attributes
    }
  }

  /// GFM cells hold running text; HTML cells may hold anything.
  package enum Content: Hashable, Sendable {
    case inlines([Inline])
    case blocks([Block])
  }

  package typealias Row = [Cell]

  /// Empty when there is none.
  package var caption: [Inline]
  /// One entry a column, as far as known.
  package var alignments: [Alignment?]
  package var head: [Row]
  package var body: [Row]
  package var foot: [Row]

  package init(
    caption: [Inline] = [], alignments: [Alignment?] = [], head: [Row], body: [Row], foot: [Row] = []
  ) {
    self.caption = caption
    self.alignments = alignments
    self.head = head
    self.body = body
    self.foot = foot
  }
}
