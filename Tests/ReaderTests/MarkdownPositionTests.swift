import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Reader

/// Every node must point at the bytes it was made from.
@Suite struct MarkdownPositionTests {
  private static func faults(_ bytes: [UInt8], _ dialect: ReadingOptions.Dialect) -> [String] {
    let (article, _) = MarkdownRobustnessTests.read(bytes, dialect)
    var faults: [String] = []
    func expect(_ isRight: Bool, _ what: String, _ range: SourceRange) {
      if !isRight { faults.append("\(what) @\(range.bounds) \(String(decoding: bytes[range.bounds], as: UTF8.self))") }
    }
    func slice(_ range: SourceRange) -> ArraySlice<UInt8> { bytes[range.bounds] }
    func inline(_ inline: Inline) {
      let source = slice(inline.range)
      switch inline.kind {
      case .text(let text):
        // Escapes and character references are longer in the source than in the text.
        let isAltered = source.contains(0x5C) || source.contains(0x26)
        expect(isAltered ? !source.isEmpty : source.elementsEqual(text.bytes), "text \(text.string)", inline.range)
      case .code(let code):
        expect(source.first == 0x60 && source.last == 0x60, "code span", inline.range)
        // Line ends became blanks, and one blank on either side was taken off.
        let inner = source.drop { $0 == 0x60 }.reversed().drop { $0 == 0x60 }.reversed()
        let isBlank: (UInt8) -> Bool = {
          $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 == 0x5C || $0 == 0x3E
        }
        if !code.bytes.contains(0x60) {
          expect(
            inner.filter { !isBlank($0) } == code.bytes.filter { !isBlank($0) }, "code \(code.string)", inline.range)
        }
      case .softBreak: expect(source.contains { $0 == 0x0A || $0 == 0x0D }, "soft break", inline.range)
      case .hardBreak: expect(source.contains { $0 == 0x0A || $0 == 0x0D }, "hard break", inline.range)
      case .emphasis:
        expect(source.first == source.last && [0x2A, 0x5F].contains(source.first), "emphasis", inline.range)
      case .strong:
        expect(
          source.count > 4 && source.first == source.last && [0x2A, 0x5F].contains(source.first), "strong", inline.range
        )
      case .strikethrough: expect(source.first == 0x7E && source.last == 0x7E, "strikethrough", inline.range)
      case .link(let link, _):
        let target = article.facts.references[link.reference].range
        expect(target.start >= inline.range.start && target.end <= inline.range.end, "target", target)
        expect(!source.isEmpty, "link", inline.range)
      case .image: expect(source.starts(with: Array("![".utf8)), "image", inline.range)
      case .footnoteReference:
        expect(source.starts(with: Array("[^".utf8)) && source.last == 0x5D, "footnote mark", inline.range)
      case .math: expect(source.first == 0x24 && source.last == 0x24, "formula", inline.range)
      case .styled, .anchor, .abbreviation, .ruby, .media, .span, .html: break
      }
    }
    TreeWalk.visit(
      article.body + article.footnotes.flatMap(\.content),
      block: { block in
        guard case .code(let code) = block.kind, let line = code.text.bytes.split(separator: 0x0A).first else { return }
        let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        let words = Array(line.drop(while: blank).reversed().drop(while: blank).reversed())
        if words.isEmpty { return }
        let source = String(decoding: slice(block.range), as: UTF8.self)
        expect(source.contains(String(decoding: words, as: UTF8.self)), "code block", block.range)
      }, inline: inline)
    for note in article.footnotes {
      expect(slice(note.range).starts(with: Array("[^\(note.label)]:".utf8)), "footnote", note.range)
    }
    return faults
  }

  @Test(arguments: ["spec.txt", "extensions.txt"])
  func `nodes of the specification's examples point at their bytes`(name: String) throws {
    guard let url = Fixtures.shared("spec/gfm/\(name)"), let bytes = Fixtures.bytes(url) else {
      #expect(!Fixtures.isCI, "the specification is missing")
      return
    }
    let fence = String(repeating: "`", count: 32)
    for part in String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n\(fence) example").dropFirst() {
      guard let start = part.firstIndex(of: "\n"), let end = part.range(of: "\n.\n") else { continue }
      let markdown = part[start..<end.lowerBound].dropFirst().replacingOccurrences(of: "→", with: "\t") + "\n"
      #expect(Self.faults(Array(markdown.utf8), .plain) == [], "\(markdown.debugDescription)")
    }
  }

  @Test func `nodes of random documents point at their bytes`() {
    var random = RandomDocuments(seed: 42)
    for _ in 0..<4000 {
      let bytes = random.document(tokens: Int(random.next() % 60) + 1)
      let faults = Self.faults(bytes, .plain)
      if !faults.isEmpty {
        Issue.record("\(faults) in \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        return
      }
    }
  }

  @Test func `prefixes of lines do not shift what follows them`() {
    let source = """
      > - 一 *二*
      >   三 [四](五.md) `六`
      lazy **七**
      >   八

      1. a
      \tb [c](d)
         e

      | a | b \\| c |
      |---|---|
      | `x\\|y` | [z](u) |

      [r]: /there
      words [r] and
        *more*
      """
    #expect(Self.faults(Array(source.utf8), .offprint) == [])
    #expect(Self.faults(Array(source.replacingOccurrences(of: "\n", with: "\r\n").utf8), .offprint) == [])
  }
}
