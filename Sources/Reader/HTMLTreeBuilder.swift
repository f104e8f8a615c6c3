import Diagnostics

/// Puts the nodes of an `HTMLTree` together in the order of the events, and finds each node's place in the source.
struct HTMLTreeBuilder {
  let nesting: HTMLNesting
  private(set) var nodes: [HTMLTree.Node]
  private var cursor: HTMLCursor
  private var parents = [HTMLTree.root]
  /// The node that was finished last below the same parent; -1 when there is none.
  private var previous = -1

  init(_ nesting: HTMLNesting) {
    self.nesting = nesting
    cursor = HTMLCursor(nesting)
    nodes = []
    nodes.reserveCapacity(nesting.events.count + 1)
    nodes.append(HTMLTree.Node(token: -1, range: .fileStart))
  }

  /// Does what the parser would make of an event whose text needs no decoding.
  mutating func append(_ event: HTMLNesting.Event) {
    switch event {
    case .open(let token):
      enter(token)
      if nesting.isolated.contains(token) { leave() }
    case .close(let token, _):
      if !nesting.isolated.contains(token) { leave() }
    case .leaf(let token):
      switch nesting.tokens.list[token].kind {
      case .text, .literal: append(text: nesting.tokens.source.bytes[nesting.tokens.list[token].range])
      // One element stands for all Markdown up to the next tag.
      case .slot where nesting.tokens.followsSlot(token): break
      case .rawText, .comment, .slot, .startTag, .endTag:
        enter(token)
        leave()
      }
    }
  }

  /// Text right behind text is one node.
  mutating func append(text: some Collection<UInt8>) {
    if previous >= 0, nodes[previous].isText {
      nodes[previous].text += text
    } else {
      append(HTMLTree.Node(token: -1, text: Array(text), range: cursor.text()))
    }
  }

  /// The element, comment or piece of Markdown of that token begins.
  mutating func enter(_ token: Int) {
    append(HTMLTree.Node(token: token, range: cursor.enter(token)))
    parents.append(previous)
    previous = -1
  }

  /// What was entered last ends.
  mutating func leave() {
    guard let index = parents.popLast() else { return }
    if let (end, endTag) = cursor.leave(nodes[index].token) {
      nodes[index].range = nodes[index].range.union(end)
      nodes[index].endTag = endTag ?? -1
    }
    previous = index
  }

  private mutating func append(_ node: HTMLTree.Node) {
    nodes.append(node)
    let index = nodes.count - 1
    if previous >= 0 {
      nodes[previous].nextSibling = index
    } else {
      nodes[parents[parents.count - 1]].firstChild = index
    }
    previous = index
  }
}
