import Manuscript
import Typesetting

extension ArticleBodyWriter {
  mutating func writeList(_ list: List, _ block: Block) {
    printer.freshLine()
    switch list.marker {
    case .bullet: printer.startTag("ul")
    case .ordered(let start, let numeral):
      printer.startTag("ol")
      if start != 1 { printer.attribute("start", start) }
      if numeral != .decimal { printer.attribute("type", numeral.rawValue) }
    }
    let hasTasks = profile == .offprint && list.items.contains { $0.isDone != nil }
    writeAttributes(block.attributes, class: hasTasks ? "tasks" : nil)
    printer.finishTag()
    printer.lineFeed()
    for item in list.items { writeItem(item, isTight: list.isTight) }
    close()
  }

  private mutating func writeItem(_ item: List.Item, isTight: Bool) {
    printer.freshLine()
    printer.startTag("li")
    writeAttributes(item.attributes, class: profile == .offprint && item.isDone != nil ? "task" : nil)
    printer.finishTag()
    var blocks = item.content[...]
    if let isDone = item.isDone {
      if profile == .offprint, !isTight, let first = blocks.first, case .paragraph(let inlines) = first.kind {
        // The box stands on the line of the words, not on one of its own.
        blocks.removeFirst()
        printer.freshLine()
        open("p", first.attributes)
        writeBox(isDone)
        write(inlines)
        close()
      } else {
        writeBox(isDone)
      }
    }
    for block in blocks {
      if isTight, case .paragraph(let inlines) = block.kind {
        write(inlines)
      } else {
        write(block)
      }
    }
    close()
  }

  private mutating func writeBox(_ isDone: Bool) {
    printer.voidTag("input")
    printer.attribute("type", literal: "checkbox")
    if isDone { printer.attribute("checked", literal: "") }
    printer.attribute("disabled", literal: "")
    if profile == .offprint { printer.attribute("aria-label", isDone ? words.done : words.open) }
    printer.finishVoidTag()
    printer.text(" ")
  }

  mutating func writeDefinitions(_ items: [DefinitionItem], _ block: Block) {
    printer.freshLine()
    open("dl", block.attributes)
    printer.lineFeed()
    for item in items {
      for term in item.terms {
        printer.start("dt")
        write(term)
        close()
      }
      for definition in item.definitions {
        printer.start("dd")
        if definition.count == 1, let only = definition.first, case .paragraph(let inlines) = only.kind {
          write(inlines)
        } else {
          printer.lineFeed()
          write(definition)
        }
        close()
      }
    }
    close()
  }
}
