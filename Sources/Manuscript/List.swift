package import Diagnostics

package struct List: Hashable, Sendable {
  package enum Marker: Hashable, Sendable {
    case bullet
    case ordered(start: Int, numeral: Numeral)
  }

  /// HTML's `type` of an ordered list.
  package enum Numeral: String, Hashable, Sendable {
    case decimal = "1"
    case lowerAlpha = "a"
    case upperAlpha = "A"
    case lowerRoman = "i"
    case upperRoman = "I"
  }

  package struct Item: Hashable, Sendable {
    /// nil: not a task.
    package var isDone: Bool?
    package var content: [Block]
    package var range: SourceRange
    package var attributes: Attributes

    package init(isDone: Bool? = nil, content: [Block], range: SourceRange, attributes: Attributes = Attributes()) {
      self.isDone = isDone
      self.content = content
      self.range = range
      self.attributes = attributes
    }
  }

  package var marker: Marker
  /// Tight lists print their paragraphs without space between.
  package var isTight: Bool
  package var items: [Item]

  package init(marker: Marker, isTight: Bool, items: [Item]) {
    self.marker = marker
    self.isTight = isTight
    self.items = items
  }
}
