import Manuscript
import Typesetting

extension ArticleBodyWriter {
  mutating func writeAlert(_ alert: Alert, _ block: Block) {
    printer.freshLine()
    printer.startTag("div")
    let classes: StaticString =
      switch alert.kind {
      case .note: "alert note"
      case .tip: "alert tip"
      case .important: "alert important"
      case .warning: "alert warning"
      case .caution: "alert caution"
      }
    writeAttributes(block.attributes, class: classes)
    printer.attribute("role", literal: "note")
    printer.finishTag()
    printer.lineFeed()
    printer.start("p", class: "alert-title")
    if let title = alert.title { write(title) } else { printer.text(words.title(of: alert.kind)) }
    close()
    write(alert.content)
    close()
  }

  mutating func writeDetails(_ details: Details, _ block: Block) {
    printer.freshLine()
    printer.startTag("details")
    if details.isOpen { printer.attribute("open") }
    writeAttributes(block.attributes, without: ["open"])
    printer.finishTag()
    printer.lineFeed()
    printer.start("summary")
    if details.summary.isEmpty { printer.text(words.details) } else { write(details.summary) }
    close()
    write(details.content)
    printer.freshLine()
    close()
  }

  mutating func writeFigure(_ figure: Figure, _ block: Block) {
    printer.freshLine()
    printer.startTag("figure")
    writeAttributes(block.attributes, class: alignmentClass(figure.alignment))
    printer.finishTag()
    printer.lineFeed()
    for content in figure.content {
      // The picture itself needs no paragraph around it.
      if case .paragraph(let inlines) = content.kind, content.attributes.isEmpty {
        printer.freshLine()
        write(inlines)
        printer.freshLine()
      } else {
        write(content)
      }
    }
    if !figure.caption.isEmpty {
      printer.start("figcaption")
      write(figure.caption)
      close()
    }
    close()
  }

  /// The table of contents where the author wants one; nothing when there is no heading.
  mutating func writeContents() {
    guard !outline.isEmpty else { return }
    printer.freshLine()
    printer.startTag("nav")
    printer.attribute("class", literal: "contents")
    printer.attribute("aria-label", words.contents)
    printer.finishTag()
    printer.lineFeed()
    OutlineWriter.write(outline[...], to: &printer)
    close()
  }
}
