import Manuscript
import Typesetting

extension ArticleBodyWriter {
  mutating func write(_ block: Block) {
    switch block.kind {
    case .paragraph(let inlines):
      printer.freshLine()
      open("p", block.attributes)
      write(inlines)
      close()
    case .heading(let heading): writeHeading(heading, block)
    case .list(let list): writeList(list, block)
    case .quote(let blocks): writeContainer("blockquote", block.attributes, blocks)
    case .alert(let alert): writeAlert(alert, block)
    case .code(let code): writeCode(code, block)
    case .table(let table): writeTable(table, block)
    case .rule:
      printer.freshLine()
      printer.voidTag("hr")
      writeAttributes(block.attributes)
      printer.finishVoidTag()
      printer.lineFeed()
    case .definitionList(let items): writeDefinitions(items, block)
    case .figure(let figure): writeFigure(figure, block)
    case .details(let details): writeDetails(details, block)
    case .math(let formula): writeMath(formula, block)
    case .media(let media):
      printer.freshLine()
      if isPlayable(media) {
        writeMedia(media, block.attributes)
        printer.lineFeed()
      } else {
        printer.start("p")
        writeMedia(media, block.attributes)
        close()
      }
    case .embed(let embed): writeEmbed(embed, block)
    case .contents: writeContents()
    case .division(let name, let alignment, let blocks): writeDivision(name, alignment, blocks, block)
    case .html(let html):
      printer.freshLine()
      for piece in html.pieces {
        switch piece {
        case .source(let text): printer.markup(text.bytes)
        case .content(let blocks): write(blocks)
        }
      }
      printer.freshLine()
    }
  }

  /// Opens an element with the author's attributes.
  mutating func open(_ name: StaticString, _ attributes: Attributes) {
    if attributes.isEmpty { return printer.start(name) }
    printer.startTag(name)
    writeAttributes(attributes)
    printer.finishTag()
  }

  /// Closes a block's element and its line.
  mutating func close() {
    printer.end()
    printer.lineFeed()
  }

  /// An element around a column of blocks.
  mutating func writeContainer(_ name: StaticString, _ attributes: Attributes, _ blocks: [Block]) {
    printer.freshLine()
    open(name, attributes)
    printer.lineFeed()
    write(blocks)
    printer.freshLine()
    close()
  }

  private static let identifier = ["id"]

  private mutating func writeHeading(_ heading: Heading, _ block: Block) {
    printer.freshLine()
    let name: StaticString =
      switch heading.level {
      case ...1: "h1"
      case 2: "h2"
      case 3: "h3"
      case 4: "h4"
      case 5: "h5"
      default: "h6"
      }
    printer.startTag(name)
    if profile == .offprint, !heading.id.isEmpty {
      printer.attribute("id", heading.id)
      writeAttributes(block.attributes, without: Self.identifier)
    } else {
      writeAttributes(block.attributes)
    }
    printer.finishTag()
    write(heading.content)
    if profile == .offprint, !heading.id.isEmpty {
      printer.text(" ")
      printer.startTag("a")
      printer.attribute("class", literal: "anchor")
      printer.attribute("href", address: [], fragment: heading.id)
      printer.attribute("aria-label", words.linkToSection)
      printer.finishTag()
      printer.text("#")
      printer.end()
    }
    close()
  }

  private mutating func writeDivision(
    _ name: String, _ alignment: Alignment?, _ blocks: [Block], _ block: Block
  ) {
    printer.freshLine()
    // `center` left HTML; its look is a class.
    printer.startTag(written: name == "center" ? "div" : name, otherwise: "div")
    writeAttributes(block.attributes, class: alignmentClass(alignment ?? (name == "center" ? .center : nil)))
    printer.finishTag()
    printer.lineFeed()
    write(blocks)
    printer.freshLine()
    close()
  }
}
