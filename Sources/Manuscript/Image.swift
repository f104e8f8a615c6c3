/// Where something stands across the column.
package enum Alignment: String, Hashable, Sendable {
  case left, center, right
}

/// An image as the author placed it. Its pixel size is in the asset table, not here.
package struct Image: Hashable, Sendable {
  /// Index into `ArticleFacts.references`.
  package var reference: Int
  /// Empty means decorative.
  package var alternative: Text
  package var title: Text?
  /// Width and height the author asked for: CSS pixels, or a percentage of the column.
  package var width: Length?
  package var height: Length?
  package var alignment: Alignment?

  package init(
    reference: Int, alternative: Text, title: Text? = nil, width: Length? = nil, height: Length? = nil,
    alignment: Alignment? = nil
  ) {
    self.reference = reference
    self.alternative = alternative
    self.title = title
    self.width = width
    self.height = height
    self.alignment = alignment
  }
}

/// A length as HTML's `width` attribute knows it.
package enum Length: Hashable, Sendable {
  case pixels(Double)
  case percent(Double)
}
