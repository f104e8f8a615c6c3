import Foundation
import Mathematics
import TestSupport
import Testing
import Typesetting

@testable import SiteEdition

/// Our MathML beside KaTeX's, over a hundred formulas: the same signs in the same structure.
///
/// `Tests/Fixtures/mathml/corpus.txt` has a formula a line, `katex.txt` what KaTeX makes of each
/// (`Tests/Tools/katex_oracle.js`). Spaces, styles and groups that change nothing are no part of the comparison;
/// `differences.txt` holds the formulas where the two differ, recorded, to be read as a reviewer would.
@Suite struct MathOracleTests {
  private static let folder = Fixtures.root.appending(path: "Tests/Fixtures/mathml")

  private func lines(_ name: String) throws -> [String] {
    let bytes = try #require(Fixtures.bytes(Self.folder.appending(path: name)))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func ours(_ tex: String) throws -> String {
    let parsed = TeXParser.parse(Array(tex.utf8), definitions: [])
    try #require(parsed.problems.isEmpty, "\(tex): \(parsed.problems)")
    var printer = HTMLPrinter()
    MathMLWriter.print(parsed, tex: Array(tex.utf8), isDisplay: true, to: &printer)
    return String(decoding: printer.bytes, as: UTF8.self)
  }

  @Test func ourFormulasAreBuiltLikeKaTeX() throws {
    let formulas = try lines("corpus.txt")
    let katex = try lines("katex.txt").dropFirst()
    try #require(formulas.count == katex.count && formulas.count >= 100)
    var differences = ""
    var same = 0
    for (tex, theirs) in zip(formulas, katex) {
      let (own, other) = (try MathShape(ours(tex)).text, try MathShape(theirs).text)
      if own == other { same += 1 } else { differences += "\(tex)\n  ours   \(own)\n  KaTeX  \(other)\n" }
    }
    let problem = Fixtures.mismatch(Array(differences.utf8), expected: Self.folder.appending(path: "differences.txt"))
    #expect(problem == nil, "\(problem ?? "")")
    #expect(same * 100 >= formulas.count * 90, "\(same) of \(formulas.count)")
  }

  /// The comparison can fail.
  @Test func otherFormulasHaveOtherShapes() throws {
    let shapes = try ["x^2", "x_2", "x2", "\\frac{x}{2}", "\\frac{2}{x}", "\\mathbb{x}^2", "\\sqrt{x}", "{x}^{2y}"].map
    {
      try MathShape(ours($0)).text
    }
    #expect(Set(shapes).count == shapes.count, "\(shapes)")
  }
}

/// What a formula in MathML is made of, in brackets, without what only moves it about.
private struct MathShape {
  var text: String

  private final class Node {
    var name: String
    var variant: String
    var text = ""
    var children: [Node] = []
    init(_ name: String, _ variant: String) {
      self.name = name
      self.variant = variant
    }
  }

  init(_ markup: String) throws {
    // Sign by sign: what stands above a letter would be one character with the bracket before it.
    var scalars = String.UnicodeScalarView()
    for scalar in markup.unicodeScalars { scalars.append(Self.twins[scalar] ?? scalar) }
    var rest = String(scalars)[...]
    let root = Node("math", "")
    var open = [root]
    while !rest.isEmpty {
      if rest.first == "<" {
        let end = try #require(rest.firstIndex(of: ">"))
        let tag = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        if tag.hasPrefix("/") {
          open.removeLast()
        } else {
          let variant = tag.firstRange(of: "mathvariant=\"").map { tag[$0.upperBound...].prefix { $0 != "\"" } } ?? ""
          let node = Node(
            String(tag.prefix { $0 != " " && $0 != "/" }), String(variant).replacing("−", with: "-"))
          open.last?.children.append(node)
          if !tag.hasSuffix("/") { open.append(node) }
        }
      } else {
        let end = rest.firstIndex(of: "<") ?? rest.endIndex
        open.last?.text += Self.decoded(rest[..<end])
        rest = rest[end...]
      }
    }
    text = Self.items(root).joined(separator: " ")
  }

  private static func decoded(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#x27;", with: "'").replacing("&amp;", with: "&")
  }

  private static func items(_ node: Node) -> [String] {
    switch node.name {
    case "annotation", "mspace": return []
    case "math", "semantics", "mrow", "mstyle", "mpadded": return node.children.flatMap(items)
    // KaTeX puts elements into operators.
    case "mi", "mn", "mo", "mtext": return node.children.isEmpty ? leaf(node) : node.children.flatMap(items)
    case "msqrt", "mphantom", "menclose", "mtd":
      return ["(\(node.name) \(node.children.flatMap(items).joined(separator: " ")))"]
    default:
      let parts = node.children.map { child in
        let items = items(child)
        return items.count == 1 ? items[0] : "[" + items.joined(separator: " ") + "]"
      }
      return ["(\(node.name) \(parts.joined(separator: " ")))"]
    }
  }

  /// Signs that stand for each other above a letter, and lines.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
    "ˆ": "^", "\u{302}": "^", "˜": "~", "\u{303}": "~", "¯": "ˉ", "‾": "ˉ", "\u{304}": "ˉ", "⟶": "→", "\u{20D7}": "→",
    "-": "−", "∣": "|", "∥": "‖", "⋅": "·",
  ]

  private static func leaf(_ node: Node) -> [String] {
    var result = ""
    var variant = node.variant == "normal" || node.variant == "italic" ? "" : node.variant
    for scalar in node.text.unicodeScalars {
      // Function application, invisible times and other signs for programs; blanks.
      if (0x2061...0x2064).contains(scalar.value) || scalar.properties.isWhitespace || scalar.value == 0x200B {
        continue
      }
      if let found = self.variant(of: scalar) {
        variant = found
        result += String(scalar).precomposedStringWithCompatibilityMapping
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    if result.isEmpty { return [] }
    return [variant.isEmpty ? result : "\(variant):\(result)"]
  }

  /// The style that a letter of the mathematical alphabets has by itself, in the words of `mathvariant`.
  private static func variant(of scalar: Unicode.Scalar) -> String? {
    guard let name = scalar.properties.name, scalar.properties.isAlphabetic || scalar.properties.numericType != nil,
      name.hasPrefix("MATHEMATICAL") || (0x2100...0x214F).contains(scalar.value)
    else { return nil }
    let words: [(String, String)] = [
      ("DOUBLE-STRUCK", "double-struck"), ("FRAKTUR", "fraktur"), ("BLACK-LETTER", "fraktur"), ("SCRIPT", "script"),
      ("BOLD ITALIC", "bold-italic"), ("SANS-SERIF", "sans-serif"), ("MONOSPACE", "monospace"), ("BOLD", "bold"),
    ]
    return words.first { name.contains($0.0) }?.1
  }
}
