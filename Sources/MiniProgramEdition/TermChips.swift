import Manuscript
import Typesetting

/// The terms of an article as they stand below its text, each with the way to its list. Made once: a term stands below
/// many articles, and looks the same there.
struct TermChips: Sendable {
  /// By index in the publication's tables.
  let categories: [WXMLPrinter]
  let tags: [WXMLPrinter]

  init(_ publication: Publication) {
    categories = publication.categories.map { Self.chip($0, .category, "chip cat") }
    tags = publication.tags.map { Self.chip($0, .tag, "chip") }
  }

  private static func chip(_ term: Publication.Term, _ kind: PagePath.Kind, _ classes: StaticString) -> WXMLPrinter {
    var printer = WXMLPrinter()
    printer.startTag("text", class: classes)
    printer.attribute("bindtap", literal: "go")
    printer.attribute("data-p", PagePath.list(kind, term.miniProgramName))
    printer.attribute("aria-role", literal: "link")
    printer.finishTag("text")
    printer.text(term.name)
    printer.end()
    return printer
  }
}
