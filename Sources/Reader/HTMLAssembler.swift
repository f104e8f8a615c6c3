import Diagnostics
import Manuscript

/// One of the siblings that Markdown left in a column or a line: a converted node, or the author's raw HTML.
enum Sibling<Element> {
  case node(Element)
  /// The bytes of one raw HTML block or one raw inline tag, and where they stand.
  case html([UInt8], SourceRange)
}

/// Joins raw HTML and the Markdown between its tags into the model.
///
/// What the author wrote as HTML becomes the model's cases where it has them, else `.html`. A tag may open in one sibling
/// and close in a later one; an element that never closes ends with the siblings, and is reported. Never fails, never
/// loses visible text, linear in the number of bytes.
///
/// The way of the bytes: `HTMLTokenizer` finds the tags and where they stand, `HTMLNesting` decides which end tag ends
/// what, `HTMLTree` builds the tree and has libxml2 decode what must be, `HTMLConverter` turns that into the model.
/// Lines with a few plain tags go a shorter way (`HTMLPlainTags`).
struct HTMLAssembler {
  let context: ReadingContext

  /// A column: `siblings` holds at least one `.html`.
  func blocks(_ siblings: [Sibling<Block>]) -> [Block] {
    convert(siblings.map { $0.map(HTMLSlot.block) }, inColumn: true) { $0.blocks($1) }
  }

  /// A line whose surroundings take running text only (heading, cell): what is no inline is flattened, words kept.
  func inlines(_ siblings: [Sibling<Inline>]) -> [Inline] {
    HTMLPlainTags.line(siblings, context) ?? generalInlines(siblings)
  }

  /// A paragraph that holds raw HTML: itself, or the blocks it falls into when it holds what no paragraph can
  /// (`<iframe>`, `<video>` alone, `<center>`, `<table>`…).
  func paragraph(_ siblings: [Sibling<Inline>]) -> [Block] {
    guard var line = HTMLPlainTags.line(siblings, context) else { return generalParagraph(siblings) }
    HTMLWhitespace.trimStart(&line)
    HTMLWhitespace.trimEnd(&line)
    return line.isEmpty ? [] : [Block(.paragraph(line), range: line.range ?? .fileStart)]
  }

  /// The same without a look at how simple the line may be.
  func generalInlines(_ siblings: [Sibling<Inline>]) -> [Inline] {
    convert(siblings.map { $0.map(HTMLSlot.inline) }, inColumn: false) { $0.inlines($1) }
  }

  /// The same without a look at how simple the line may be.
  func generalParagraph(_ siblings: [Sibling<Inline>]) -> [Block] {
    convert(siblings.map { $0.map(HTMLSlot.inline) }, inColumn: false) { $0.blocks($1) }
  }

  private func convert<Result>(
    _ siblings: [Sibling<HTMLSlot>], inColumn: Bool, _ body: (inout HTMLConverter, [HTMLFlow]) -> Result
  ) -> Result {
    var tokenizer = HTMLTokenizer(file: context.file)
    for sibling in siblings {
      switch sibling {
      case .node(let slot): tokenizer.append(slot)
      case .html(let bytes, let range): tokenizer.append(bytes, at: range)
      }
    }
    let tokens = tokenizer.finish()
    let nesting = HTMLNesting(tokens, context: context)
    let tree = HTMLTree(nesting, parser: context.htmlParser)
    var converter = HTMLConverter(tree: tree, context: context, inColumn: inColumn)
    let flow = converter.flow(of: HTMLTree.root)
    return body(&converter, flow)
  }
}

/// A piece of Markdown between raw HTML.
enum HTMLSlot {
  case block(Block)
  case inline(Inline)

  var range: SourceRange {
    switch self {
    case .block(let block): block.range
    case .inline(let inline): inline.range
    }
  }
}

extension Sibling {
  fileprivate func map<Other>(_ transform: (Element) -> Other) -> Sibling<Other> {
    switch self {
    case .node(let element): .node(transform(element))
    case .html(let bytes, let range): .html(bytes, range)
    }
  }
}
