/// The names by which the report of adaptations calls what an article is made of; stable, since programs read them.
package enum Construct {
  /// One name a block, but those of raw HTML: one each element that the model has no case for.
  package static func names(of block: Block) -> [String] {
    switch block.kind {
    case .paragraph: ["paragraph"]
    case .heading: ["heading"]
    case .list(let list): list.items.contains { $0.isDone != nil } ? ["list", "task"] : ["list"]
    case .quote: ["quote"]
    case .alert: ["alert"]
    case .code(let code): [code.drawing != nil ? "diagram" : "code"]
    case .table: ["table"]
    case .rule: ["rule"]
    case .definitionList: ["definition-list"]
    case .figure: ["figure"]
    case .details: ["details"]
    case .math: ["math"]
    case .media: ["media"]
    case .embed: ["embed"]
    case .contents: ["contents"]
    case .division(let name, _, _): [name]
    case .html(let html): html.elements
    }
  }

  /// Nothing for words and line ends.
  package static func names(of inline: Inline) -> [String] {
    switch inline.kind {
    case .text, .softBreak, .hardBreak: []
    case .code: ["code-span"]
    case .emphasis: ["emphasis"]
    case .strong: ["strong"]
    case .strikethrough: ["strikethrough"]
    case .styled(let style, _): [style.rawValue]
    case .link: ["link"]
    case .anchor: ["anchor"]
    case .image: ["image"]
    case .footnoteReference: ["footnote-mark"]
    case .abbreviation: ["abbreviation"]
    case .ruby: ["ruby"]
    case .math: ["math"]
    case .media: ["media"]
    case .span(let name, _): [name]
    case .html(let html): html.elements
    }
  }
}
