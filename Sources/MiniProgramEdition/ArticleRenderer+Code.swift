import Highlighting
import Manuscript
import Typesetting

extension ArticleRenderer {
  /// A head with language or title and the button that copies, and the code in one `rich-text` that scrolls sideways.
  mutating func code(_ code: CodeBlock, id: [UInt8]?) {
    let index = tables.codes.count
    tables.codes.append(code.text.bytes)
    let showsLineNumbers = code.showsLineNumbers ?? writer.publication.configuration.showsLineNumbers
    printer.start("view", class: "code", id: id)
    printer.start("view", class: "ch")
    printer.start("text", class: "cn")
    let label = code.language.map(LanguageName.label)
    if let title = code.title, !title.isEmpty {
      printer.text(title.bytes)
      if let label {
        printer.end()
        printer.start("text", class: "cl")
        printer.text(label)
      }
    } else {
      printer.text(label ?? words.code)
    }
    printer.end()
    printer.startTag("text", class: "cb")
    printer.attribute("catchtap", literal: "copy")
    printer.attribute("data-i", index)
    printer.attribute("aria-role", literal: "button")
    printer.finishTag("text")
    printer.text(words.copy)
    printer.end()
    printer.end()
    printer.startTag("scroll-view")
    printer.attribute("scroll-x")
    printer.attribute("class", literal: "cs")
    printer.finishTag("scroll-view")
    printer.startTag("rich-text", class: "pre")
    printer.attribute("user-select")
    printer.attribute("nodes", CodeMarkup.html(code, showsLineNumbers: showsLineNumbers))
    printer.finishVoidTag()
    printer.end()
    printer.end()
  }

  /// A summary that opens and closes what is below it; `o` and a number in the page's data says that it was tapped.
  mutating func details(_ details: Details, id: [UInt8]?) {
    let index = tables.foldCount
    tables.foldCount += 1
    printer.start("view", [.class("fold"), .bytes("id", id)])
    printer.start(
      "view",
      [
        .class("sum"), .literal("bindtap", "fold"), .number("data-i", index), .literal("aria-role", "button"),
        .binding("aria-expanded", details.isOpen ? "{{!o" : "{{!!o", index, "}}"),
      ])
    printer.void("view", [.binding("class", "arrow {{o", index, details.isOpen ? "?'':'on'}}" : "?'on':''}}")])
    if details.summary.isEmpty {
      printer.element("text", [.class("st")]) { $0.text(words.details) }
    } else {
      runningText(details.summary, class: "st", isSelectable: false)
    }
    printer.end()
    folds.append(details.isOpen ? ~index : index)
    printer.start("view", [.class("dc"), .binding("hidden", details.isOpen ? "{{o" : "{{!o", index, "}}")])
    let outer = isTight
    isTight = false
    blocks(details.content)
    isTight = outer
    printer.end()
    folds.removeLast()
    printer.end()
  }
}
