import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SiteEdition
@testable import Templating

/// The manual's list of the names that templates may use, held against the shapes that they are checked with.
@Suite struct ThemeNamesTests {
  static let shapes: [(name: String, shape: TemplateShape)] =
    [
      ("site", SiteShapes.site), ("words", SiteShapes.words), ("page", SiteShapes.page),
      ("menuItem", SiteShapes.menuItem), ("miniProgramCode", SiteShapes.miniProgramCode), ("cover", SiteShapes.cover),
      ("link", SiteShapes.link),
      ("line", SiteShapes.line), ("document", SiteShapes.document), ("post", SiteShapes.post),
      ("year", SiteShapes.year), ("topTerm", SiteShapes.topTerm), ("childTerm", SiteShapes.childTerm),
      ("translation", SiteShapes.translation), ("series", SiteShapes.series), ("part", SiteShapes.part),
    ] + SiteShapes.pages

  /// The rows of each section (`## Title `name``): name and value, in order.
  private func sections() throws -> [String: [String]] {
    let file = Fixtures.root.appending(path: "content/docs/theme-names.md")
    let text = String(decoding: try #require(Fixtures.bytes(file)), as: UTF8.self)
    var sections: [String: [String]] = [:]
    var current = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## "), let name = line.split(separator: "`").dropFirst().first {
        current = String(name)
        sections[current] = []
      } else if line.hasPrefix("| `") {
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        try #require(cells.count == 3 && !cells[2].isEmpty, "\(line)")
        sections[current]?.append("\(cells[0]) \(cells[1])")
      }
    }
    return sections
  }

  private func describe(_ kind: TemplateShape.Kind) -> String {
    func name(_ shape: TemplateShape) -> String { Self.shapes.first { $0.shape === shape }?.name ?? "?" }
    return switch kind {
    case .text: "文字"
    case .integer: "整数"
    case .boolean: "是否"
    case .list(let shape): shape.map { "列表，每项是 `\(name($0))`" } ?? "列表，每项是文字"
    case .object(let shape): "`\(name(shape))`"
    case .subtree: "列表，每项同此"
    }
  }

  @Test func theManualNamesThemAll() throws {
    let sections = try sections()
    #expect(Set(sections.keys) == Set(Self.shapes.map(\.name)))
    for (name, shape) in Self.shapes {
      let expected = zip(shape.names, shape.kinds).map { "`\($0.text)` \(describe($1))" }
      #expect(sections[name] == expected, "section \(name)")
    }
  }

  /// The manual shows the words of Chinese pages.
  @Test func theWordsAreThoseOfTheProgram() throws {
    let file = Fixtures.root.appending(path: "content/docs/theme-names.md")
    let text = String(decoding: try #require(Fixtures.bytes(file)), as: UTF8.self)
    let words = SiteWords(.simplifiedChinese)
    for (name, word) in [
      ("skip", words.skip), ("archives", words.archives), ("missingText", words.missingText), ("moved", words.moved),
      ("systemScheme", words.systemScheme),
    ] {
      #expect(text.contains("| `\(name)` | 文字 | \(word) |"))
    }
  }
}
