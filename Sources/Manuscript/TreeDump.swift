import Diagnostics

/// An article as an indented tree, one node a line: what fixtures hold and `offprint dump` prints.
///
/// Everything the model holds is there, in a stable order: node, its facts, `{attributes}`, `@start-end` in bytes. Text
/// is quoted; control characters, line feeds and blanks other than U+0020 are escaped, so that they can be seen.
package enum TreeDump {
  /// Front matter and facts, references, body, footnotes.
  package static func print(_ article: Article) -> [UInt8] {
    var lines = TreeLines()
    lines.write(article.facts)
    lines.section("references", article.facts.references) { lines, index, reference in
      lines.line("\(index) \(reference.role.rawValue)", [.text(nil, reference.target)], range: reference.range)
    }
    lines.section("body", article.body) { lines, _, block in lines.write(block) }
    lines.section("footnotes", article.footnotes) { lines, index, footnote in
      lines.line(
        "\(index)", [.text("label", footnote.label), .plain("marks", footnote.referenceCount)], range: footnote.range)
      lines.indented { $0.write(footnote.content) }
    }
    return lines.output
  }

  /// Blocks alone, as `print(_:)` shows a body.
  package static func print(_ blocks: [Block]) -> [UInt8] {
    var lines = TreeLines()
    lines.write(blocks)
    return lines.output
  }

  /// Inlines alone, as `print(_:)` shows those of a paragraph.
  package static func print(_ inlines: [Inline]) -> [UInt8] {
    var lines = TreeLines()
    lines.write(inlines)
    return lines.output
  }
}
