import Diagnostics
import Manuscript

/// Keeps raw HTML as the author's bytes, until the real assembler is there.
struct HTMLAssembler {
  init(context: ReadingContext) {}

  func blocks(_ siblings: [Sibling<Block>]) -> [Block] {
    siblings.map {
      switch $0 {
      case .node(let block): block
      case .html(let bytes, let range):
        Block(.html(RawHTML(pieces: [.source(Text(bytes: bytes))], elements: [], fallback: [])), range: range)
      }
    }
  }

  func inlines(_ siblings: [Sibling<Inline>]) -> [Inline] {
    siblings.map {
      switch $0 {
      case .node(let inline): inline
      case .html(let bytes, let range):
        Inline(.html(RawHTML(pieces: [.source(Text(bytes: bytes))], elements: [], fallback: [])), range: range)
      }
    }
  }
}
