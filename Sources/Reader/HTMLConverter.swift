import Diagnostics
import Manuscript

/// Turns a tree of raw HTML into the model.
///
/// Every function returns what an element became as flow: whether that is a line or a column is settled by what holds
/// it (`blocks(_:)`, `inlines(_:)`).
struct HTMLConverter {
  let tree: HTMLTree
  let context: ReadingContext
  /// Whether text of the HTML itself is here, whose blanks collapse; in a line all text is Markdown's.
  let inColumn: Bool
  /// While above zero, what is converted is another edition's replacement of raw HTML: elements without a case are
  /// only unwrapped, and their names collected.
  var fallbackDepth = 0
  var unknownElements: [String] = []

  init(tree: HTMLTree, context: ReadingContext, inColumn: Bool) {
    self.tree = tree
    self.context = context
    self.inColumn = inColumn
  }

  var tokens: HTMLTokens { tree.tokens }

  /// What the inside of a node became.
  mutating func flow(of node: Int) -> [HTMLFlow] {
    var result: [HTMLFlow] = []
    for child in tree.children(of: node) { result += convert(child) }
    return result
  }

  mutating func convert(_ node: Int) -> [HTMLFlow] {
    let record = tree.nodes[node]
    guard record.token >= 0 else {
      return record.text.isEmpty ? [] : [.inline(Inline(.text(Text(bytes: record.text)), range: record.range))]
    }
    switch tokens.list[record.token].kind {
    case .text, .literal, .rawText: return []
    case .comment(let isCutOff):
      if fallbackDepth > 0 { return [] }
      return [.raw(comment(record.token, isCutOff: isCutOff))]
    case .slot: return tokens.slots(from: record.token).map(\.flow)
    case .startTag, .endTag: return element(node)
    }
  }

  func element(of node: Int) -> HTMLElement? {
    let token = tree.nodes[node].token
    guard token >= 0, tokens.list[token].name >= 0 else { return nil }
    return tokens.name(token).element
  }

  func attributes(of node: Int) -> HTMLAttributes { HTMLAttributes(of: tree.nodes[node].token, in: tokens) }

  func range(of node: Int) -> SourceRange { tree.nodes[node].range }

  func hasEndTag(_ node: Int) -> Bool { tree.nodes[node].endTag >= 0 }

  /// An inline element around its inside. Around blocks, it goes into their lines: `<b>` around two paragraphs makes
  /// both bold.
  mutating func wrap(_ node: Int, _ attributes: Attributes, _ kind: @escaping ([Inline]) -> Inline.Kind) -> [HTMLFlow] {
    let range = range(of: node)
    let inside = flow(of: node)
    guard inside.contains(where: \.isBlock) else {
      return [.inline(Inline(kind(inlines(inside)), range: range, attributes: attributes))]
    }
    var attributes = attributes
    return blocks(inside).map { block in
      .block(
        HTMLDistribution.apply(to: block) { content in
          defer { attributes = Attributes() }
          return [Inline(kind(content), range: content.range ?? range, attributes: attributes)]
        })
    }
  }

  /// An element that means nothing but its attributes: around blocks it is a division.
  mutating func span(_ node: Int, name: String) -> [HTMLFlow] {
    let inside = flow(of: node)
    let attributes = attributes(of: node).rest
    guard inside.contains(where: \.isBlock) else {
      return [.inline(Inline(.span(name: name, inlines(inside)), range: range(of: node), attributes: attributes))]
    }
    if attributes.isEmpty { return blocks(inside).map(HTMLFlow.block) }
    return [
      .block(
        Block(
          .division(name: "div", alignment: nil, blocks(inside)), range: range(of: node), attributes: attributes))
    ]
  }

  /// Collapses blanks where they are HTML's.
  func settled(_ inlines: [Inline]) -> [Inline] {
    if inColumn { return HTMLWhitespace.collapse(inlines) }
    var result = inlines
    HTMLWhitespace.trimStart(&result)
    HTMLWhitespace.trimEnd(&result)
    return result
  }
}

extension [Inline] {
  /// The smallest range around all of them; nil when there are none.
  var range: SourceRange? {
    guard let first = first?.range else { return nil }
    return reduce(first) { $0.union($1.range) }
  }
}
