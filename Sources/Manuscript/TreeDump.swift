import Diagnostics

/// An article as an indented tree, one node a line: what fixtures hold and `offprint dump` prints.
///
/// Everything the model holds is there, in a stable order: node, its facts, `{attributes}`, `@start-end` in bytes. Text
/// is quoted; control characters, line feeds and blanks other than U+0020 are escaped, so that they can be seen.
package enum TreeDump {
  /// Front matter and facts, references, body, footnotes.
  package static func print(_ article: Article) -> [UInt8] { text(nodes(of: article)) }

  /// Blocks alone, as `print(_:)` shows a body.
  package static func print(_ blocks: [Block]) -> [UInt8] {
    var nodes = TreeNodes()
    nodes.write(blocks)
    return text(nodes.nodes)
  }

  /// Inlines alone, as `print(_:)` shows those of a paragraph.
  package static func print(_ inlines: [Inline]) -> [UInt8] {
    var nodes = TreeNodes()
    nodes.write(inlines)
    return text(nodes.nodes)
  }

  static func nodes(of article: Article) -> [TreeNode] {
    var nodes = TreeNodes()
    nodes.write(article.facts)
    nodes.section("references", article.facts.references) { nodes, index, reference in
      nodes.add(reference.role.rawValue, number: index, [.text(nil, reference.target)], range: reference.range)
    }
    nodes.section("body", article.body) { nodes, _, block in nodes.write(block) }
    nodes.section("footnotes", article.footnotes) { nodes, index, footnote in
      nodes.add(
        "footnote", number: index, [.text("label", footnote.label), .plain("marks", footnote.referenceCount)],
        range: footnote.range)
      nodes.indented { $0.write(footnote.content) }
    }
    return nodes.nodes
  }

  private static func text(_ nodes: [TreeNode]) -> [UInt8] {
    var output: [UInt8] = []
    for node in nodes { node.print(to: &output) }
    return output
  }
}
