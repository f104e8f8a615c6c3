import Foundation
package import Manuscript

/// The words of an article as its tree has them, piece by piece, and whether an edition shows them all.
package struct VisibleWords {
  /// Runs of words that readers see or hear, without white space.
  package private(set) var leaves: [String: Int] = [:]
  private var scalars: [Unicode.Scalar: Int] = [:]

  package init(_ article: Article) {
    TreeWalk.visit(article.body + article.footnotes.flatMap(\.content)) { block in
      switch block.kind {
      case .code(let code):
        add(code.title)
        for line in code.text.bytes.split(separator: 10) { add(Text(bytes: Array(line))) }
      case .math(let formula): add(formula.source)
      case .media(let media): add(media.title)
      case .embed(let embed): add(embed.title)
      case .paragraph, .heading, .list, .quote, .alert, .table, .rule, .definitionList, .figure, .details, .contents,
        .division, .html:
        break
      }
    } inline: { inline in
      switch inline.kind {
      case .text(let text), .code(let text): add(text)
      case .math(let formula): add(formula.source)
      case .image(let image): add(image.alternative)
      case .media(let media): add(media.title)
      case .softBreak, .hardBreak, .emphasis, .strong, .strikethrough, .styled, .link, .anchor, .footnoteReference,
        .abbreviation, .ruby, .span, .html:
        break
      }
    }
  }

  private mutating func add(_ text: Text?) {
    let leaf = Self.dense(text?.string ?? "")
    guard !leaf.isEmpty else { return }
    leaves[leaf, default: 0] += 1
    for scalar in leaf.unicodeScalars { scalars[scalar, default: 0] += 1 }
  }

  package static func dense(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !" \t\n\r\u{C}\u{A0}".unicodeScalars.contains($0) }))
  }

  /// The leaves that an edition's words do not hold as often as the tree, and the characters of which it has too few.
  package func missing(from shown: String) -> [String] {
    let shown = Self.dense(shown)
    let bytes = Data(shown.utf8)
    var missing: [String] = []
    for (leaf, count) in leaves.sorted(by: { $0.key < $1.key }) where Self.occurrences(of: leaf, in: bytes) < count {
      missing.append(leaf)
    }
    var left: [Unicode.Scalar: Int] = [:]
    for scalar in shown.unicodeScalars { left[scalar, default: 0] += 1 }
    for (scalar, count) in scalars.sorted(by: { $0.key < $1.key }) where left[scalar, default: 0] < count {
      missing.append("U+" + String(scalar.value, radix: 16))
    }
    return missing
  }

  private static func occurrences(of leaf: String, in whole: Data) -> Int {
    let wanted = Data(leaf.utf8)
    var count = 0
    var start = whole.startIndex
    while let found = whole.range(of: wanted, in: start..<whole.endIndex) {
      count += 1
      start = found.upperBound
    }
    return count
  }

  /// What a page of the mini-program shows and says: words, `rich-text`, labels.
  package static func ofWXML(_ page: [UInt8]) throws -> String {
    // A line feed ends the file.
    let root = try WXMLDocument(page.last == 10 ? Array(page.dropLast()) : page).root
    var result = root.text
    for attribute in root.all.flatMap(\.attributes) {
      if attribute.name == "nodes" { result += "\n" + VisibleHTML.text(attribute.value) }
      if attribute.name == "aria-label" { result += "\n" + attribute.value }
    }
    return result
  }

  /// What a page of the site shows and says.
  package static func ofHTML(_ page: String) -> String {
    VisibleHTML.text(page) + "\n" + VisibleHTML.attributeValues(page).joined(separator: "\n")
  }
}
