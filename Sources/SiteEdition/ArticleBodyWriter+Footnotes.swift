import Manuscript
import Typesetting

extension ArticleBodyWriter {
  mutating func writeFootnoteReference(_ reference: FootnoteReference) {
    printer.start("sup", class: "footnote-ref")
    printer.startTag("a")
    printer.attribute("href", address: [], fragment: noteAnchor(reference.footnote))
    printer.attribute("id", markAnchor(reference.footnote, occurrence: reference.occurrence))
    if profile == .offprint {
      printer.attribute("role", literal: "doc-noteref")
      printer.attribute("aria-label", words.footnote(reference.footnote + 1))
    }
    printer.finishTag()
    printer.text(String(reference.footnote + 1))
    printer.end()
    printer.end()
  }

  mutating func writeFootnotes() {
    guard !footnotes.isEmpty else { return }
    printer.freshLine()
    printer.startTag("section")
    printer.attribute("class", literal: "footnotes")
    if profile == .offprint {
      printer.attribute("role", literal: "doc-endnotes")
      printer.attribute("aria-label", words.footnotes)
    }
    printer.finishTag()
    printer.lineFeed()
    printer.start("ol")
    printer.lineFeed()
    for index in footnotes.indices { writeFootnote(index) }
    close()
    close()
  }

  private mutating func writeFootnote(_ index: Int) {
    let footnote = footnotes[index]
    printer.startTag("li")
    printer.attribute("id", noteAnchor(index))
    printer.finishTag()
    printer.lineFeed()
    var body = footnote.content
    if let last = body.last, case .paragraph(let inlines) = last.kind {
      body.removeLast()
      write(body)
      // The way back stands at the end of the last line.
      printer.freshLine()
      open("p", last.attributes)
      write(inlines)
      printer.text(" ")
      writeBackLinks(index, footnote.referenceCount)
      close()
    } else {
      write(body)
      writeBackLinks(index, footnote.referenceCount)
      printer.lineFeed()
    }
    close()
  }

  private mutating func writeBackLinks(_ index: Int, _ count: Int) {
    for occurrence in 0..<max(1, count) {
      if occurrence > 0 { printer.text(" ") }
      printer.startTag("a")
      printer.attribute("href", address: [], fragment: markAnchor(index, occurrence: occurrence))
      printer.attribute("class", literal: "footnote-backref")
      if profile == .offprint {
        printer.attribute("role", literal: "doc-backlink")
        printer.attribute("aria-label", words.backToText)
      }
      printer.finishTag()
      printer.text("↩")
      if occurrence > 0 {
        printer.start("sup")
        printer.text(String(occurrence + 1))
        printer.end()
      }
      printer.end()
    }
  }

  /// The anchor of a footnote: a number as cmark-gfm writes it, or the author's label as kramdown does, so that
  /// addresses known from Jekyll stay good. A colon keeps it apart from every heading's.
  private func noteAnchor(_ index: Int) -> String {
    switch profile {
    case .plain: "fn\(index + 1)"
    case .offprint: "fn:\(label(index))"
    }
  }

  private func markAnchor(_ index: Int, occurrence: Int) -> String {
    let again = occurrence == 0 ? "" : profile == .plain ? "-\(occurrence + 1)" : ":\(occurrence)"
    switch profile {
    case .plain: return "fnref\(index + 1)\(again)"
    case .offprint: return "fnref:\(label(index))\(again)"
    }
  }

  private func label(_ index: Int) -> String {
    footnotes.indices.contains(index) ? footnotes[index].label : String(index + 1)
  }
}
