import Diagnostics
import Testing

@testable import Templating

struct RenderingTests {
  static let item = TemplateShape(["title": .text, "summary": .text])
  static let page = TemplateShape([
    "title": .text, "summary": .text, "count": .integer, "isNew": .boolean, "items": .list(item),
  ])

  private func render(
    _ sources: [String: String], _ contexts: [TemplateValue], escaping: TemplateEscaping = .html
  ) -> String {
    var output = Array(">".utf8)
    library(sources).render("page", with: contexts, escaping: escaping, into: &output)
    return String(decoding: output.dropFirst(), as: UTF8.self)
  }

  @Test func everyKindOfValue() {
    let value = TemplateValue.object(
      Self.page,
      [
        "count": .integer(-12), "isNew": .boolean(true), "title": .text(Array("<甲>".utf8)),
        "summary": .markup(Array("<b>&amp;</b>".utf8)),
      ])
    #expect(
      render(
        ["page": "{{title}}|{{{title}}}|{{&title}}|{{summary}}|{{{summary}}}|{{count}}|{{isNew}}|{{items}}|"], [value])
        == "&lt;甲&gt;|<甲>|<甲>|<b>&amp;</b>|<b>&amp;</b>|-12|true||")
  }

  @Test func sectionsAreEnteredForSomething() {
    let empty = TemplateValue.object(Self.page, ["title": .string(""), "count": .integer(0), "items": .list([])])
    let full = TemplateValue.object(
      Self.page, ["title": .string("t"), "count": .integer(1), "items": .list([.absent])])
    let source = "{{#title}}t{{/title}}{{#count}}c{{/count}}{{#items}}i{{/items}}{{^isNew}}n{{/isNew}}"
    #expect(render(["page": source], [empty]) == "n")
    #expect(render(["page": source], [full]) == "tcin")
  }

  @Test func aDeclaredNameHidesTheSameNameFurtherOut() {
    let value = TemplateValue.object(
      Self.page,
      [
        "summary": .string("of the page"), "count": .integer(7),
        "items": .list([.object(Self.item, ["title": .string("one")])]),
      ])
    #expect(render(["page": "{{#items}}{{title}}: {{summary}}{{count}}{{/items}}"], [value]) == "one: 7")
  }

  @Test func contextsAreSearchedFromTheLast() {
    let outer = TemplateValue.object(Self.page, ["count": .integer(1)])
    let inner = TemplateValue.object(Self.item, ["title": .string("inner")])
    #expect(render(["page": "{{title}} {{count}}"], [outer, inner]) == "inner 1")
  }

  @Test func escapingIsTheCallersChoice() {
    let shout = TemplateEscaping { text, output in
      output.append(contentsOf: "{{'".utf8)
      output.append(contentsOf: text)
      output.append(contentsOf: "'}}".utf8)
    }
    let value = TemplateValue.object(Self.item, ["title": .string("<"), "summary": .text(Array("&".utf8))])
    #expect(render(["page": "{{title}}{{{title}}}{{summary}}"], [value], escaping: shout) == "{{'<'}}<{{'&'}}")
    #expect(render(["page": "{{title}}{{summary}}"], [value], escaping: .none) == "<&")
  }

  @Test func indentationLeavesEmptyLinesAndValuesAlone() {
    let value = TemplateValue.object(Self.item, ["title": .string("a\nb")])
    #expect(
      render(["page": "<\n  {{>part}}\n>\n", "part": "one\n\n{{title}}\n{{#title}}\n  x\n{{/title}}\n"], [value])
        == "<\n  one\n\n  a\nb\n    x\n>\n")
  }

  @Test func byteOrderMarksAreNoText() {
    #expect(render(["page": "\u{FEFF}  {{! c }}\nx"], []) == "x")
  }

  @Test func recursionFollowsTheDataAndEnds() {
    let tree = TemplateShape(["name": .text, "children": .subtree])
    var value = TemplateValue.object(tree, ["name": .string("0")])
    for level in 1...50 { value = .object(tree, ["name": .string("\(level)"), "children": .list([value])]) }
    #expect(render(["page": "{{name}} {{#children}}{{>page}}{{/children}}"], [value]).hasSuffix(" 2 1 0 "))
  }

  @Test(arguments: [
    ["page": "x{{>page}}"],
    ["page": "{{>page}}{{>page}}"],
    ["page": "  {{>page}}\n  {{>page}}\n"],
    ["page": "{{>other}}", "other": "{{<page}}{{$a}}{{>other}}{{/a}}{{/page}}"],
    ["page": "{{<other}}{{$a}}{{$a}}{{/a}}{{/a}}{{/other}}", "other": "{{$a}}{{/a}}"],
    ["page": "{{<other}}{{$a}}{{>page}}{{>page}}{{/a}}{{/other}}", "other": "{{$a}}{{/a}}{{$a}}{{/a}}"],
  ])
  func endlessInclusionsEndWithADiagnostic(_ sources: [String: String]) {
    var output: [UInt8] = []
    let problems = library(sources).render("page", with: [], into: &output)
    #expect(problems.map(\.code) == [.templateSyntax])
    #expect(problems.first?.arguments.first == "too-deep")
    #expect(problems.first?.range != nil)
  }
}

func library(_ sources: [String: String]) -> TemplateLibrary {
  TemplateLibrary(
    sources.sorted { $0.key < $1.key }.map { name, source in
      Template.compile(Array(source.utf8), name: name, path: "theme:\(name)").0
    })
}
