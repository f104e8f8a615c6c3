import CLibXML2
import Diagnostics

/// The tree of one line's or column's raw HTML, made from the nested events.
///
/// Most raw HTML is tags alone (`<br>`, `<a id="x"></a>`, `<kbd>`): there the events are the tree. Where text has to be
/// decoded, libxml2 builds the tree (`needsParser`); both ways make the same of the same events.
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
  let nodes: [Node]

  init(_ nesting: HTMLNesting, parser: @autoclosure () -> HTMLParser) {
    if Self.needsParser(nesting) { self.init(nesting, through: parser()) } else { self.init(direct: nesting) }
  }

  /// By libxml2, whatever the events are.
  init(_ nesting: HTMLNesting, through parser: HTMLParser) {
    var builder = HTMLTreeBuilder(nesting)
    parser.parse(Self.skeleton(nesting)) { body in Self.read(body, into: &builder) }
    self.init(builder)
  }

  /// By the events alone; `needsParser` must be false.
  init(direct nesting: HTMLNesting) {
    var builder = HTMLTreeBuilder(nesting)
    for event in nesting.events { builder.append(event) }
    self.init(builder)
  }

  private init(_ builder: HTMLTreeBuilder) {
    nesting = builder.nesting
    tokens = nesting.tokens
    nodes = builder.nodes
  }

  func children(of node: Int) -> HTMLChildren { HTMLChildren(nodes: nodes, current: nodes[node].firstChild) }

  /// Whether a text has character references, or characters that no HTML may hold and the parser leaves out.
  static func needsParser(_ nesting: HTMLNesting) -> Bool {
    nesting.tokens.source.bytes.withUnsafeBufferPointer { bytes in
      nesting.tokens.list.contains { token in
        switch token.kind {
        case .text, .literal: token.range.contains { isSpecial(bytes, $0) }
        case .rawText, .comment, .startTag, .endTag, .slot: false
        }
      }
    }
  }

  // `&`, control characters, and what U+FFFE and U+FFFF begin with.
  private static func isSpecial(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte >= 0x20 { return byte == 0x26 || (byte == 0xEF && index + 1 < bytes.count && bytes[index + 1] == 0xBF) }
    return byte != 0x0A && byte != 0x09
  }

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

  /// Copies libxml2's tree, depth first without recursion.
  private static func read(_ body: xmlNodePtr, into builder: inout HTMLTreeBuilder) {
    var current: xmlNodePtr? = body.pointee.children
    var above: [xmlNodePtr] = []
    while true {
      guard let node = current else {
        // All children are read: go on behind their parent.
        guard let parent = above.popLast() else { break }
        builder.leave()
        current = parent.pointee.next
        continue
      }
      if node.pointee.type == XML_TEXT_NODE, let content = node.pointee.content {
        builder.append(text: UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
      } else if node.pointee.type == XML_ELEMENT_NODE, let token = number(of: node) {
        builder.enter(token)
        above.append(node)
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
