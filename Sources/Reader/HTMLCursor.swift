import Diagnostics

/// Follows the nested events while libxml2's tree is read in the same order, so that every node gets its place in the
/// source: the tree itself knows lines only.
struct HTMLCursor {
  private let nesting: HTMLNesting
  private var index = 0
  /// Where the last event stood.
  private var last = SourceRange.fileStart

  init(_ nesting: HTMLNesting) { self.nesting = nesting }

  /// The text that comes next.
  mutating func text() -> SourceRange {
    var range: SourceRange?
    while index < nesting.events.count, case .leaf(let token) = nesting.events[index], isText(token) {
      let here = nesting.tokens.range(token)
      range = range?.union(here) ?? here
      index += 1
    }
    last = range ?? last
    return last
  }

  /// The element, comment or slot of that token begins; the result is its start tag or itself.
  mutating func enter(_ token: Int) -> SourceRange {
    while index < nesting.events.count {
      index += 1
      switch nesting.events[index - 1] {
      case .open(token), .leaf(token):
        last = nesting.tokens.range(token)
        return last
      case .open, .leaf, .close: break
      }
    }
    return last
  }

  /// The element ends: where, and its end tag if it has one. Nil for what was no element.
  mutating func leave(_ token: Int) -> (SourceRange, Int?)? {
    guard case .startTag = nesting.tokens.list[token].kind, !nesting.isolated.contains(token) else {
      if case .endTag = nesting.tokens.list[token].kind { return (last, nil) }
      return nil
    }
    while index < nesting.events.count {
      index += 1
      if case .close(token, let endTag) = nesting.events[index - 1] {
        if let endTag { last = nesting.tokens.range(endTag) }
        return (SourceRange(start: last.end, end: last.end), endTag)
      }
    }
    return (last, nil)
  }

  private func isText(_ token: Int) -> Bool {
    switch nesting.tokens.list[token].kind {
    case .text, .literal: true
    case .rawText, .comment, .slot, .startTag, .endTag: false
    }
  }
}
