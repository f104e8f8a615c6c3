import Manuscript
import Typesetting

/// Writes headings as nested lists of links.
enum OutlineWriter {
  /// A heading stands below the nearest one before it of a lower level; levels that were skipped make no empty lists.
  static func write(_ outline: ArraySlice<ArticleFacts.Outline>, to printer: inout HTMLPrinter) {
    printer.start("ol")
    printer.lineFeed()
    var index = outline.startIndex
    while index < outline.endIndex {
      let heading = outline[index]
      let below = index + 1
      index = outline[below...].firstIndex { $0.level <= heading.level } ?? outline.endIndex
      printer.start("li")
      write(heading, to: &printer)
      if below < index {
        printer.lineFeed()
        // At most as deep as there are levels: all of these are above this heading's.
        write(outline[below..<index], to: &printer)
      }
      printer.end()
      printer.lineFeed()
    }
    printer.end()
    printer.lineFeed()
  }

  private static func write(_ heading: ArticleFacts.Outline, to printer: inout HTMLPrinter) {
    guard !heading.id.isEmpty else { return printer.text(heading.title) }
    printer.startTag("a")
    printer.attribute("href", address: [], fragment: heading.id)
    printer.finishTag()
    printer.text(heading.title)
    printer.end()
  }
}
