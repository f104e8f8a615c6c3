import Typesetting

/// What stands around every page.
extension Assembly {
  /// First of all: the style of the page's root, by which the reader's own look and text size reach everything.
  static func pageHead() -> [UInt8] {
    var printer = WXMLPrinter()
    printer.void("page-meta", [.literal("page-style", "{{look}}")])
    return printer.bytes
  }

  /// Parts that pages share: `sheet` shows notes, addresses and settings, `drawer` the contents, `bar` lies below
  /// articles.
  ///
  /// - Parameter depth: folders above the page.
  static func includes(_ names: [String], depth: Int) -> [UInt8] {
    var printer = WXMLPrinter()
    for name in names {
      printer.void("include", [.string("src", String(repeating: "../", count: depth) + name + ".wxml")])
    }
    printer.lineFeed()
    return printer.bytes
  }

  /// The bar below articles. Its words are fixed, so it is painted with the text.
  mutating func writeBar() {
    var bar = WXMLPrinter()
    bar.start("view", [.literal("wx:if", "{{!single}}")])
    bar.void("view", [.class("foot")])
    bar.start("view", [.class("bar"), .literal("aria-role", "toolbar")])
    bar.start(
      "text",
      [
        .class("pill"), .literal("wx:if", "{{resume}}"), .literal("bindtap", "resumeReading"),
        .literal("aria-role", "button"),
      ])
    bar.expression("resume")
    bar.end()
    bar.start("view", [.class("bb")])
    button(&bar, [.class("bi"), .literal("bindtap", "openDrawer")], icon: "ic i1", words.contents)
    button(
      &bar, [.literal("class", "bi {{kept ? 'kept' : ''}}"), .literal("bindtap", "toggleKept")], icon: "ic i2",
      words.favourites)
    button(&bar, [.class("bi"), .literal("bindtap", "openPanel")], icon: "ic i3", words.displayShort)
    button(&bar, [.class("bi"), .literal("open-type", "share")], icon: "ic i4", words.share, element: "button")
    bar.end()
    bar.end()
    bar.end()
    bar.lineFeed()
    add("bar.wxml", bar.bytes)
  }

  private func button(
    _ bar: inout WXMLPrinter, _ attributes: [WXMLPrinter.Attribute], icon: StaticString, _ label: String,
    element: StaticString = "view"
  ) {
    bar.start(element, attributes + [.literal("aria-role", "button"), .string("aria-label", label)])
    bar.void("view", [.class(icon)])
    bar.element("text", []) { $0.text(label) }
    bar.end()
  }
}
