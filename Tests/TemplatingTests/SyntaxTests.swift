import Diagnostics
import TestSupport
import Testing

@testable import Templating

struct SyntaxTests {
  /// Offset, pointed-at text and arguments, one line a diagnostic.
  private func problems(_ source: String) -> [String] {
    let bytes = Array(source.utf8)
    return Template.compile(bytes, name: "page", path: "page.mustache").1.map { diagnostic in
      #expect(diagnostic.code == .templateSyntax)
      #expect(diagnostic.path == "page.mustache")
      let range = diagnostic.range ?? .fileStart
      let opened = diagnostic.notes.map { " opened at \($0.range.start)" }.joined()
      let words = diagnostic.arguments.filter { !$0.isEmpty }.joined(separator: " ")
      return "\(range.start) \(String(decoding: bytes[range.bounds], as: UTF8.self)) \(words)\(opened)"
    }
  }

  @Test func mistakesAndTheirPlaces() {
    #expect(problems("fine {{a}} {{{b}}} {{&c}} {{#d}}{{/d}}") == [])
    #expect(problems("甲 {{a\n}} {{b}}") == ["4 {{ unclosed-tag"])
    #expect(problems("{{a {{b}}") == ["0 {{ unclosed-tag"])
    #expect(problems("x{{! no end") == ["1 {{! unclosed-tag"])
    #expect(problems("x {{#a}}{{b}}") == ["2 {{#a}} unclosed-section a"])
    #expect(problems("{{#a}}{{#b}}{{/a}}") == ["6 {{#b}} unclosed-section b"])
    #expect(problems("{{#posts}}{{/post}} {{c}}") == ["10 {{/post}} mismatched-section post opened at 0"])
    #expect(problems("a{{/b}}c") == ["1 {{/b}} unopened-section b"])
    #expect(problems("{{}} {{# }}{{{ }}}") == ["0 {{}} empty-tag", "5 {{# }} empty-tag", "11 {{{ }}} empty-tag"])
    #expect(problems("{{a b}}") == ["0 {{a b}} bad-name"])
    #expect(problems("{{=<%=}} {{a}}") == ["0 {{=<%=}} bad-delimiters"])
    #expect(problems("{{=a b c=}}") == ["0 {{=a b c=}} bad-delimiters"])
  }

  @Test func aMistakeDoesNotSpoilTheRest() {
    var output: [UInt8] = []
    library(["page": "{{#a}}x{{/b}}y{{ z {{! c }}w"]).render("page", with: [], into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "y{{ z w")
  }

  @Test func nestingHasALimit() {
    let deep = String(repeating: "{{#a}}", count: 100_000)
    #expect(problems(deep).map { $0.split(separator: " ").dropFirst(2).joined(separator: " ") } == ["too-deep a"])
    let fine = String(repeating: "{{#a}}", count: 100) + String(repeating: "{{/a}}", count: 100)
    #expect(problems(fine) == [])
  }

  @Test(
    arguments: ["{{", "{{{", "{{!", "{{#a}}{{/a}}", "{{=", "{{$a}}\n", " {{>a}}\n", "}}", "{{/a}}", "{{=| |=}}|a"])
  func repetitionIsLinear(_ piece: String) {
    let seconds = processorSeconds {
      let (template, problems) = Template.compile(
        Array(String(repeating: piece, count: 100_000).utf8), name: "page", path: "page")
      #expect(problems.count <= TemplateParser.maximumReports)
      var output: [UInt8] = []
      TemplateLibrary([template]).render("page", with: [], into: &output)
    }
    #expect(seconds < 60)
  }

  @Test func anythingCompilesAndRenders() {
    let pieces = [
      "{{", "}}", "{{{", "}}}", "#", "/", "^", "$", "<", ">", "!", "=", "&", ".", "a", "b", "page", " ", "\n", "\r\n",
      "\t", "{{#a}}", "{{/a}}", "{{$b}}", "{{/b}}", "{{<page}}", "{{/page}}", "{{>page}}", "甲", "\u{0}", "{{=", "=}}",
      "| |", "{{<other}}", "{{/other}}", "{{>other}}",
    ]
    var random = Generator(state: 20_260_101)
    let shape = TemplateShape(["a": .list(nil), "b": .text])
    let value = TemplateObject(shape, ["a": .list([.string("1"), .absent]), "b": .string("\"")])
    var linkedCount = 0
    for _ in 0..<3000 {
      func source() -> String {
        (0..<Int.random(in: 0...40, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
      let sources = ["page": source(), "other": source()]
      for (name, source) in sources {
        let bytes = Array(source.utf8)
        for problem in Template.compile(bytes, name: name, path: name).1 {
          #expect(Int(problem.range?.end ?? 0) <= bytes.count)
        }
      }
      let library = library(sources)
      _ = library.check("page", with: [shape])
      var output: [UInt8] = []
      let problems = library.render("page", with: [.object(value)], into: &output)
      for (constant, contexts) in [(value, []), (nil, [value])] {
        guard let linked = library.link("page", constant: constant, shapes: contexts.map(\.shape)) else { continue }
        var linkedOutput: [UInt8] = []
        #expect(linked.render(with: contexts, into: &linkedOutput).isEmpty == problems.isEmpty)
        if problems.isEmpty { #expect(linkedOutput == output, "\(sources)") }
        linkedCount += 1
      }
    }
    #expect(linkedCount > 1000)
  }

  /// SplitMix64: the same numbers on every machine.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
