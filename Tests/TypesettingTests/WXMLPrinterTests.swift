import TestSupport
import Testing

@testable import Typesetting

@Suite struct WXMLPrinterTests {
  private func printed(_ text: String) -> String {
    var printer = WXMLPrinter()
    printer.text(text)
    return String(decoding: printer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain 中文。", "plain 中文。"),
    ("don't \"quote\"", "don't \"quote\""),
    (" a b ", "{{' a b '}}"),
    (" a longer word ", "{{' '}}a longer word{{' '}}"),
    ("a < b", "a {{'\\x3c'}} b"),
    ("{{name}}", "{{'\\x7b\\x7bname\\x7d\\x7d'}}"),
    ("a{b}c", "a{{'{b}'}}c"),
    ("C:\\new", "C:{{'\\\\'}}new"),
    ("it's <b>'s", "it's {{'\\x3cb\\x3e'}}'s"),
    ("\u{A0}\u{A0}缩进", "{{'\u{A0}\u{A0}'}}缩进"),
    ("a\u{200B}b\u{2028}c\u{0}", "a{{'\\u200bb\\u2028c\\x00'}}"),
  ])
  func `Risky runs become expressions`(text: String, expected: String) {
    #expect(printed(text) == expected)
  }

  @Test func `Random text reads back as it was written`() throws {
    var random = Randomness(seed: 1)
    for round in 0..<4000 {
      let text = random.text(pieces: round % 12 + 1)
      var printer = WXMLPrinter()
      printer.element("view", [.bytes("data-x", Array(text.utf8)), .number("n", round)]) { $0.text(text) }
      let element = try #require(try WXMLDocument(printer.bytes).root.elements.first)
      #expect(Array(element.text.unicodeScalars) == Array(text.unicodeScalars))
      #expect(Array((element["data-x"] ?? "").unicodeScalars) == Array(text.unicodeScalars))
      let prefix = String(decoding: printer.bytes, as: UTF8.self)
      #expect(!prefix.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x2028 || $0.value == 0x200B })
    }
  }

  @Test func `Nodes, depth and children are counted`() {
    var printer = WXMLPrinter(baseDepth: 2)
    printer.element("view") { printer in
      printer.text("a")
      printer.text("b")
      printer.element("text") { $0.text("c") }
      printer.void("image", [.flag("lazy-load"), .string("alt", nil)])
      printer.text("d")
    }
    #expect(String(decoding: printer.bytes, as: UTF8.self) == "<view>ab<text>c</text><image lazy-load/>d</view>")
    #expect(printer.nodeCount == 3)
    #expect(printer.maximumDepth == 4)
    #expect(printer.maximumChildren == 4)
    #expect(printer.depth == 2)
  }

  @Test func `A checkpoint brings everything back`() {
    var printer = WXMLPrinter()
    printer.start("view")
    printer.text("a")
    let before = printer.checkpoint
    printer.start("text", [.marked("src", Array("/p000/x".utf8), target: 7)])
    printer.text("b")
    printer.restore(before)
    printer.text("c")
    printer.void("image", [.marked("src", Array("/p000/y".utf8), target: 8)])
    printer.end()
    #expect(String(decoding: printer.bytes, as: UTF8.self) == "<view>ac<image src=\"/p000/y\"/></view>")
    #expect(printer.marks == [.init(offset: 20, target: 8)])
    #expect(printer.nodeCount == 2 && printer.maximumChildren == 2)
  }

  @Test func `Marks move with the bytes they stand in`() {
    var inner = WXMLPrinter()
    inner.void("image", [.marked("src", Array("x".utf8), target: 1)])
    inner.void("image", [.marked("src", Array("y".utf8), target: 2)])
    var outer = WXMLPrinter()
    outer.element("view") { $0.markup(inner) }
    for mark in outer.marks {
      #expect(outer.bytes[mark.offset] == (mark.target == 1 ? UInt8(ascii: "x") : UInt8(ascii: "y")))
    }
    #expect(outer.marks.count == 2 && outer.nodeCount == 3 && outer.maximumChildren == 2)
  }
}
