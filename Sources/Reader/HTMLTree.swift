import CLibXML2
import Diagnostics

/// The tree of one line's or column's raw HTML, as libxml2 builds and decodes it from the nested events.
///
/// What libxml2 gets is safe by construction: every element is a `div` that bears the number of its token, because
/// libxml2's HTML 4 rules would move HTML 5's elements about (`<p>` around `<details>`, `<b>` around `<center>`); names
/// and attributes are looked up by that number. An author cannot forge one: no byte of a tag is passed on.
struct HTMLTree {
  struct Node {
    /// Index into the tokens; -1 for the root and for text.
    var token: Int
    /// Decoded text; empty for elements.
    var text: [UInt8] = []
    var range: SourceRange
    /// The end tag that ends it; -1 when none does.
    var endTag = -1
    var firstChild = -1
    var nextSibling = -1

    var isText: Bool { token < 0 && !text.isEmpty }
  }

  static let root = 0

  let tokens: HTMLTokens
  let nesting: HTMLNesting
  private(set) var nodes: [Node]

  init(_ nesting: HTMLNesting, parser: HTMLParser) {
    self.nesting = nesting
    tokens = nesting.tokens
    nodes = [Node(token: -1, range: .fileStart)]
    nodes.reserveCapacity(nesting.events.count + 1)
    parser.parse(Self.skeleton(nesting)) { body in read(body) }
  }

  func children(of node: Int) -> HTMLChildren { HTMLChildren(nodes: nodes, current: nodes[node].firstChild) }

  /// The bytes handed to libxml2.
  private static func skeleton(_ nesting: HTMLNesting) -> [UInt8] {
    let tokens = nesting.tokens
    var output: [UInt8] = []
    output.reserveCapacity(tokens.source.bytes.count + nesting.events.count * 18 + 64)
    output += HTMLParser.prologue
    output += "<html><body>".utf8
    func open(_ token: Int) {
      output += "<div k=".utf8
      output += "\(token)".utf8
      output.append(0x3E)
    }
    for event in nesting.events {
      switch event {
      case .open(let token):
        open(token)
        if nesting.isolated.contains(token) { output += "</div>".utf8 }
      case .close(let token, _):
        if !nesting.isolated.contains(token) { output += "</div>".utf8 }
      case .leaf(let token):
        switch tokens.list[token].kind {
        case .text, .literal:
          HTMLEntities.append(tokens.source.bytes[tokens.list[token].range], escaping: true, to: &output)
        // One element stands for all Markdown up to the next tag.
        case .slot where tokens.followsSlot(token): break
        case .rawText, .comment, .slot, .startTag, .endTag:
          open(token)
          output += "</div>".utf8
        }
      }
    }
    output += "</body></html>".utf8
    return output
  }

  /// Copies libxml2's tree, depth first without recursion, and finds each node's place in the source.
  private mutating func read(_ body: xmlNodePtr) {
    var cursor = HTMLCursor(nesting)
    var parents = [Self.root]
    var previous = -1
    var current: xmlNodePtr? = body.pointee.children
    var above: [xmlNodePtr] = []
    func append(_ node: Node, to nodes: inout [Node]) {
      nodes.append(node)
      let index = nodes.count - 1
      if previous >= 0 {
        nodes[previous].nextSibling = index
      } else {
        nodes[parents[parents.count - 1]].firstChild = index
      }
      previous = index
    }
    while true {
      guard let node = current else {
        // All children are read: go on behind their parent.
        guard let parent = above.popLast(), let index = parents.popLast() else { break }
        if let (end, endTag) = cursor.leave(nodes[index].token) {
          nodes[index].range = nodes[index].range.union(end)
          nodes[index].endTag = endTag ?? -1
        }
        previous = index
        current = parent.pointee.next
        continue
      }
      if node.pointee.type == XML_TEXT_NODE, let content = node.pointee.content {
        let text = Array(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
        append(Node(token: -1, text: text, range: cursor.text()), to: &nodes)
      } else if node.pointee.type == XML_ELEMENT_NODE, let token = Self.number(of: node) {
        append(Node(token: token, range: cursor.enter(token)), to: &nodes)
        above.append(node)
        parents.append(nodes.count - 1)
        previous = -1
        current = node.pointee.children
        continue
      }
      current = node.pointee.next
    }
  }

  private static func number(of node: xmlNodePtr) -> Int? {
    guard let value = node.pointee.properties?.pointee.children?.pointee.content else { return nil }
    var number = 0
    var digit = value
    while digit.pointee != 0 {
      number = number * 10 + Int(digit.pointee) - 0x30
      digit += 1
    }
    return number
  }
}

/// The children of one node.
struct HTMLChildren: Sequence, IteratorProtocol {
  fileprivate let nodes: [HTMLTree.Node]
  fileprivate var current: Int

  mutating func next() -> Int? {
    guard current >= 0 else { return nil }
    defer { current = nodes[current].nextSibling }
    return current
  }
}
