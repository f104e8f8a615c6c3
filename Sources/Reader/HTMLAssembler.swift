import Diagnostics
import Manuscript

/// One of the siblings that Markdown left in a column or a line: a converted node, or the author's raw HTML.
enum Sibling<Element> {
  case node(Element)
  /// The bytes of one raw HTML block or one raw inline tag, and where they stand.
  case html([UInt8], SourceRange)
}
