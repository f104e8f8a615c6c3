import Diagnostics

/// Decides which end tag ends which element, and reports tags that have no partner.
///
/// The result is well nested and never deeper than `depthLimit`, whatever the author wrote: the parser that follows
/// stops at 256 levels, and what follows it recurses. End tags that may be left out are put in by the rules of the HTML
/// standard; other elements end where what surrounds them ends.
struct HTMLNesting {
  enum Event {
    /// A start tag.
    case open(Int)
    /// The element that the start tag opened ends; `by` is its end tag, nil when there is none.
    case close(Int, by: Int?)
    /// Text, comment, Markdown.
    case leaf(Int)
  }

  /// Levels of raw elements in an article, those of lists and quotes inside raw HTML included. Together with the
  /// levels of Markdown it bounds the stack of every walk over the tree.
  static let depthLimit = 64
  /// Reports of each kind per line or column: a page of garbage needs no more.
  private static let reportLimit = 32

  struct Open {
    var token: Int
    var name: Int
    var element: HTMLElement?
    /// Deeper than the limit: read past, its inside stays.
    var isSuppressed: Bool
  }

  let tokens: HTMLTokens
  private(set) var events: [Event] = []
  /// Start tags that hold nothing: elements that were never closed and that cannot be meant to hold what follows
  /// (`<ip>`, `<a id="x">`).
  private(set) var isolated: Set<Int> = []
  /// For each token the index in `events` of its `.open`; -1 when it has none.
  private(set) var openEvents: [Int]
  private(set) var stack: [Open] = []
  /// Places in `stack` of the open elements, by name index.
  private var positions: [[Int]]
  /// Places in `stack` of table, cell and caption: other elements' end tags do not reach through them.
  private var barriers: [Int] = []
  /// Places in `stack` of elements that stand in a column.
  private(set) var blocks: [Int] = []
  private var nameIndices: [HTMLElement: Int] = [:]
  private var reportedDepth = false
  /// Levels that are left to this line or column.
  private let levels: Int
  private var deepest = 0
  private var reportCounts: [Diagnostic.Code: Int] = [:]
  private let context: ReadingContext

  init(_ tokens: HTMLTokens, context: ReadingContext) {
    self.tokens = tokens
    self.context = context
    positions = Array(repeating: [], count: tokens.names.count)
    openEvents = Array(repeating: -1, count: tokens.list.count)
    for (index, name) in tokens.names.enumerated() {
      if let element = name.element { nameIndices[element] = index }
    }
    events.reserveCapacity(tokens.list.count + tokens.list.count / 4)
    let whole = tokens.list.indices.reduce(nil as SourceRange?) { range, token in
      range?.union(tokens.range(token)) ?? tokens.range(token)
    }
    let inner = context.rawDepth(inside: whole ?? .fileStart)
    levels = Self.depthLimit - inner
    for token in tokens.list.indices { take(token) }
    while !stack.isEmpty { pop(by: nil) }
    if let whole { context.noteRawDepth(inner + deepest, in: whole) }
  }

  private mutating func take(_ token: Int) {
    let name = tokens.list[token].name
    switch tokens.list[token].kind {
    case .text, .literal, .rawText, .comment, .slot: events.append(.leaf(token))
    case .startTag(let isSelfClosing): start(token, name, tokens.names[name].element, isSelfClosing)
    case .endTag: end(token, name, tokens.names[name].element)
    }
  }

  private mutating func start(_ token: Int, _ name: Int, _ element: HTMLElement?, _ isSelfClosing: Bool) {
    if let element {
      if element == .html || element == .head || element == .body { return }
      guard makeRoom(for: element) else { return }
    }
    let isEmpty = isSelfClosing || element?.isVoid == true
    let isSuppressed = stack.count >= levels
    if isSuppressed {
      if !reportedDepth {
        context.report(.nestingTooDeep, at: tokens.range(token), ["\(Self.depthLimit)"])
        reportedDepth = true
      }
      // Void elements hold no one: they may stand one level deeper.
      if isEmpty, element?.isVoid != true { return }
    }
    if isEmpty {
      appendOpen(token)
      events.append(.close(token, by: nil))
      return
    }
    positions[name].append(stack.count)
    if element?.isBarrier == true { barriers.append(stack.count) }
    if element?.isBlock == true { blocks.append(stack.count) }
    if !isSuppressed { deepest = max(deepest, stack.count + 1) }
    stack.append(Open(token: token, name: name, element: element, isSuppressed: isSuppressed))
    if !isSuppressed { appendOpen(token) }
  }

  private mutating func appendOpen(_ token: Int) {
    openEvents[token] = events.count
    events.append(.open(token))
  }

  private mutating func end(_ token: Int, _ name: Int, _ element: HTMLElement?) {
    switch element {
    case .html, .head, .body: return
    case let element? where element.isVoid:
      // `</br>` is a line break to every browser; other void elements' end tags are nothing.
      if element == .br {
        appendOpen(token)
        events.append(.close(token, by: nil))
      }
      return
    default: break
    }
    let floor = element?.isTablePart == true ? top(.table) : barriers.last ?? -1
    guard let position = positions[name].last, position >= floor, position > floor || element?.isBarrier == true else {
      reportOnce(.strayEndTag, at: token)
      return
    }
    while stack.count > position + 1 { pop(by: nil) }
    pop(by: token)
  }

  /// Ends the innermost element.
  mutating func pop(by endTag: Int?) {
    guard let open = stack.popLast() else { return }
    positions[open.name].removeLast()
    if barriers.last == stack.count { barriers.removeLast() }
    if blocks.last == stack.count { blocks.removeLast() }
    if endTag == nil, open.element?.hasOptionalEnd != true {
      reportOnce(.unclosedElement, at: open.token)
      if open.element == nil || (open.element == .a && !tokens.hasAttribute("href", open.token)) {
        isolated.insert(open.token)
      }
    }
    if !open.isSuppressed { events.append(.close(open.token, by: endTag)) }
  }

  /// The place of the innermost open element of that kind; -1 when there is none.
  func top(_ element: HTMLElement) -> Int {
    guard let name = nameIndices[element] else { return -1 }
    return positions[name].last ?? -1
  }

  var barrier: Int { barriers.last ?? -1 }

  private mutating func reportOnce(_ code: Diagnostic.Code, at token: Int) {
    let count = reportCounts[code, default: 0]
    reportCounts[code] = count + 1
    if count < Self.reportLimit { context.report(code, at: tokens.range(token), [tokens.name(token).string]) }
  }
}

extension HTMLTokens {
  func hasAttribute(_ name: String, _ token: Int) -> Bool {
    attributes[list[token].attributes].contains { $0.name == name }
  }
}
