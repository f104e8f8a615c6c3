import Manuscript
import Typesetting

/// The pages about the reader: favourites, what was read, what is kept on the device.
extension Assembly {
  mutating func writeShelf() {
    var page = WXMLPrinter()
    page.start("view", [.class("page")])
    page.start("view", [.class("lk"), .literal("aria-role", "tablist")])
    tab(&page, "lo {{kind !== 'history' ? 'on' : ''}}", "favourites", "{{kind !== 'history'}}", words.favourites)
    tab(&page, "lo {{kind === 'history' ? 'on' : ''}}", "history", "{{kind === 'history'}}", words.history)
    page.end()
    page.element("text", [.class("none"), .literal("wx:if", "{{empty}}")]) { $0.text(words.nothing) }
    page.void("include", [.literal("src", "../../shelf.wxml")])
    page.start(
      "view",
      [
        .class("row"), .literal("wx:if", "{{kind === 'history' && !empty}}"), .literal("bindtap", "forget"),
        .literal("aria-role", "button"),
      ])
    page.element("text", [.class("rd")]) { $0.text(words.forget) }
    page.end()
    page.end()
    writePage(
      PagePath.shelf, page, title: words.reading, isStatic: false,
      script: Array("'use strict';\n\nPage(require('../../shelf.js').page())\n".utf8))
  }

  private func tab(
    _ page: inout WXMLPrinter, _ classes: StaticString, _ kind: StaticString, _ isSelected: StaticString, _ word: String
  ) {
    page.element(
      "text",
      [
        .class(classes), .literal("bindtap", "choose"), .literal("data-k", kind), .literal("aria-role", "tab"),
        .literal("aria-selected", isSelected),
      ]
    ) { $0.text(word) }
  }

  mutating func writePrivacy() {
    var page = WXMLPrinter()
    page.start("view", [.class("page")])
    page.element("text", [.class("title")]) { $0.text(words.privacy) }
    for paragraph in PrivacyStatement.paragraphs(words.language) {
      page.element("text", [.class("lead"), .flag("user-select")]) { $0.text(paragraph) }
    }
    page.end()
    writePage(
      PagePath.privacy, page, title: words.privacy, isStatic: true,
      script: Array("'use strict';\n\nPage(require('../../list.js').page({}))\n".utf8))
  }
}
