import Diagnostics
import Testing

@testable import Templating

struct CheckingTests {
  static let site = TemplateShape(["siteTitle": .text, "menu": .list(item)])
  static let item = TemplateShape(["title": .text, "url": .text, "author": .object(author), "children": .subtree])
  static let author = TemplateShape(["name": .text])
  static let page = TemplateShape(["title": .text, "posts": .list(item), "tags": .list(nil), "isNew": .boolean])

  /// Code, file, the bytes pointed at, and the arguments, one line a diagnostic.
  private func check(_ sources: [String: String]) -> [String] {
    library(sources).check("page", with: [Self.site, Self.page]).map { diagnostic in
      let name = String(diagnostic.path.dropFirst("theme:".count))
      let source = Array((sources[name] ?? "").utf8)
      let start = Int(diagnostic.range?.start ?? 0)
      let pointed = diagnostic.range.map { String(decoding: source[$0.bounds], as: UTF8.self) } ?? "-"
      return "\(diagnostic.code.rawValue) \(name):\(start) \(pointed) \(diagnostic.arguments)"
    }
  }

  @Test func knownNamesAreFine() {
    #expect(
      check([
        "page": """
        {{siteTitle}} {{#posts}}{{title}} {{url}} {{author.name}} {{#author}}{{name}}{{/author}}{{#children}}
        {{#children}}{{title}}{{/children}}{{/children}}{{/posts}}{{#tags}}{{.}}{{siteTitle}}{{/tags}}
        {{^isNew}}{{title}}{{/isNew}}{{#title}}{{.}}{{title}}{{/title}}{{>part}}
        """, "part": "{{title}}",
      ]) == [])
  }

  @Test func unknownNamesAreFoundWhereTheyStand() {
    #expect(check(["page": "甲{{ titel }}"]) == [#"template-unknown-name page:6 titel ["titel", "title"]"#])
    #expect(
      check(["page": "{{#posts}}{{uri}}{{/posts}}{{uri}}"]) == [
        #"template-unknown-name page:12 uri ["uri", "url"]"#, #"template-unknown-name page:29 uri ["uri", ""]"#,
      ])
    #expect(
      check(["page": "{{#posts}}{{author.nam}}{{title.x}}{{/posts}}"]) == [
        #"template-unknown-name page:12 author.nam ["author.nam", "author.name"]"#,
        #"template-unknown-name page:26 title.x ["title.x", "title"]"#,
      ])
  }

  @Test func whatStandsBehindAnUnknownSectionIsNotReported() {
    #expect(
      check(["page": "{{#post}}{{whatever}}{{/post}}{{^post}}{{/post}}"])
        == [
          #"template-unknown-name page:3 post ["post", "posts"]"#,
          #"template-unknown-name page:33 post ["post", "posts"]"#,
        ])
  }

  @Test func namesAreCheckedInEveryPlaceAPartialIsUsed() {
    #expect(check(["page": "{{#posts}}{{>part}}{{/posts}}", "part": "{{url}}"]) == [])
    #expect(
      check(["page": "{{#posts}}{{>part}}{{/posts}}{{>part}}{{>part}}", "part": "{{url}}"])
        == [#"template-unknown-name part:2 url ["url", ""]"#])
  }

  @Test func unknownPartialsAndOverrides() {
    #expect(
      check(["page": "{{>prat}}{{<part}}{{$heed}}{{x}}{{/heed}}{{/part}}", "part": "{{$head}}{{/head}}"]) == [
        #"template-unknown-partial page:3 prat ["prat", "part"]"#,
        #"template-unknown-name page:21 heed ["heed", "head"]"#,
      ])
  }

  @Test func overridesAreCheckedWhereTheyArePrinted() {
    let base = "{{#posts}}{{$row}}{{nothing}}{{/row}}{{/posts}}"
    #expect(check(["page": "{{<base}}{{$row}}{{url}}{{/row}}{{/base}}", "base": base]) == [])
    #expect(
      check(["page": "{{<base}}{{/base}}", "base": base]) == [
        #"template-unknown-name base:20 nothing ["nothing", ""]"#
      ])
  }

  @Test func listsAreNotPrinted() {
    #expect(check(["page": "{{posts}}"]) == [#"template-syntax page:2 posts ["not-text", "posts"]"#])
  }

  @Test func recursiveTemplatesAreChecked() {
    #expect(
      check([
        "page": "{{#menu}}{{>node}}{{/menu}}", "node": "{{title}}{{#children}}{{>node}}{{/children}}{{bad}}",
      ]) == [#"template-unknown-name node:46 bad ["bad", ""]"#])
    #expect(check(["page": "{{>page}}{{>page}}"]) == [])
    #expect(
      check(["page": "{{<other}}{{$a}}{{$a}}{{/a}}{{/a}}{{/other}}", "other": "{{$a}}{{/a}}"]) == [])
  }

  @Test func suggestionsComeAsFixIts() throws {
    let found = try #require(library(["page": "{{titel}}"]).check("page", with: [Self.page]).first)
    #expect(found.severity == .error)
    #expect(found.fixIts == [.init(range: SourceRange(start: 2, end: 7), replacement: "title")])
  }
}
