import Diagnostics

/// One pass over a WXML file: tags and their nesting, attributes, expressions, counts, and what it refers to.
///
/// Strict where the platform's own compiler is not. Never recurses over the markup; depth costs a frame each.
struct WXMLChecker {
  let bytes: FileBytes
  var at = 0
  var findings: FileFindings
  var open: [Frame] = []
  /// The element that ended last at this level began a condition that `wx:else` may go on with.
  var roots = Frame(element: .block, name: 0..<0)
  var maximumDepth = 0
  let table = ComponentTable.shared
  /// Attributes of the tag that is being read.
  var attributes: [AttributeRange] = []
  /// Names of `wxs` modules, and the names that expressions call functions of.
  var modules: [String] = []
  var calls: [Mention] = []
  var known = KnownTags()
  /// Whether the tag that is being read bears a `wx:`, which depends on what stands around it.
  var hasDirective = false

  /// What an element is to the platform.
  enum Element: Equatable {
    /// A built-in component, by its index in the table.
    case component(Int)
    case custom
    case block, template, importing, include, wxs, slot
    /// Whether it makes a node of the page.
    var isNode: Bool {
      switch self {
      case .component, .custom, .slot: true
      case .block, .template, .importing, .include, .wxs: false
      }
    }
  }

  struct Frame {
    var element: Element
    var name: Range<Int>
    var children = 0
    var endsInText = false
    /// Whether the last child bore `wx:if` or `wx:elif`.
    var isConditionOpen = false
    var isReportedWide = false
    var decodesEntities = false
    var isText = false
  }

  struct AttributeRange {
    var name: Range<Int>
    /// Between the quotation marks; nil without a value.
    var value: Range<Int>?
  }

  static func check(_ bytes: FileBytes, _ findings: FileFindings) -> FileFindings {
    var checker = WXMLChecker(bytes: bytes, findings: findings)
    checker.run()
    return checker.findings
  }

  private mutating func run() {
    open.reserveCapacity(RuleLimits.depth)
    attributes.reserveCapacity(8)
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<") { markup() } else { text() }
    }
    for frame in open.reversed() { findings.report(.wxmlUnclosedTag, frame.name, bytes.text(frame.name)) }
    if maximumDepth >= RuleLimits.depth {
      findings.report(.tooDeepPage, nil, String(maximumDepth), String(RuleLimits.depth - 1))
    }
    let known = Set(modules)
    for call in calls where !known.contains(call.name) {
      findings.report(.wxmlExpression, call.range.bounds, "call")
    }
  }

  var frame: Frame {
    get { open.last ?? roots }
    _modify {
      if open.isEmpty { yield &roots } else { yield &open[open.count - 1] }
    }
  }

  // MARK: Text

  private mutating func text() {
    while at < bytes.count, bytes[at].isBlank { at += 1 }
    // What ends blanks ends them for good: only a tag, or the file, leaves nothing to count.
    let isBlank = at == bytes.count || bytes[at] == UInt8(ascii: "<")
    while at < bytes.count {
      at = bytes.place(
        of: UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "&"), UInt8(ascii: "<"), in: at..<bytes.count)
      guard at < bytes.count, bytes[at] != UInt8(ascii: "<") else { break }
      let byte = bytes[at]
      if byte == UInt8(ascii: "{"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "{") {
        at = expression(at + 2, limit: bytes.count)
        continue
      }
      if byte == UInt8(ascii: "&"), let end = entityEnd(at) {
        if !frame.decodesEntities { findings.report(.undecodedEntity, at..<end, bytes.text(at..<end)) }
      }
      at += 1
    }
    if !isBlank { addChild(isText: true) }
  }

  /// The end of something that looks like a character reference.
  private func entityEnd(_ start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count, index - start < 10, bytes[index].isLetter || bytes[index].isDigit || bytes[index] == 0x23
    {
      index += 1
    }
    return index > start + 2 && index < bytes.count && bytes[index] == UInt8(ascii: ";") ? index + 1 : nil
  }

  private mutating func addChild(isText: Bool) {
    let last = open.count - 1
    if last < 0 {
      roots.endsInText = isText
      return
    }
    if isText, open[last].endsInText { return }
    open[last].endsInText = isText
    // What a block holds stands in the element around it; counted where it is written.
    open[last].children += 1
    if open[last].children > RuleLimits.children, !open[last].isReportedWide, open[last].element.isNode {
      open[last].isReportedWide = true
      findings.report(.tooManyChildren, open[last].name, bytes.text(open[last].name), String(RuleLimits.children))
    }
  }

  // MARK: Tags

  private mutating func markup() {
    if bytes.has("<!--", at: at) {
      guard let end = bytes.find("-->", from: at + 4) else {
        findings.report(.wxmlSyntax, at..<at + 4, "unclosed-comment")
        at = bytes.count
        return
      }
      at = end + 3
    } else if bytes.has("</", at: at) {
      endTag()
    } else if at + 1 < bytes.count, bytes[at + 1].isLetter {
      startTag()
    } else {
      findings.report(.wxmlSyntax, at..<at + 1, "bare-angle")
      at += 1
    }
  }

  private mutating func endTag() {
    let start = at
    at += 2
    // Most close what was opened last.
    if let last = open.last?.name, at + last.count < bytes.count, bytes[at + last.count] == UInt8(ascii: ">"),
      bytes.isSame(at, last.lowerBound, count: last.count)
    {
      at += last.count + 1
      open.removeLast()
      return
    }
    let name = self.name()
    while at < bytes.count, bytes[at].isBlank { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: ">") {
      at += 1
    } else {
      findings.report(.wxmlSyntax, start..<at, "unclosed-tag")
    }
    // Looks a little way up only, so that hostile input stays cheap.
    var depth = open.count - 1
    let lowest = max(0, open.count - 64)
    while depth >= lowest, !isSame(open[depth].name, name) { depth -= 1 }
    guard depth >= lowest, depth >= 0 else {
      findings.report(.wxmlStrayEndTag, start..<at, bytes.text(name))
      return
    }
    while open.count - 1 > depth, let frame = open.popLast() {
      findings.report(.wxmlUnclosedTag, frame.name, bytes.text(frame.name))
    }
    open.removeLast()
  }

  func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && bytes.isSame(left.lowerBound, right.lowerBound, count: left.count)
  }

  /// A tag's or an attribute's name.
  mutating func name() -> Range<Int> {
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<"),
        UInt8(ascii: "\""), UInt8(ascii: "'"):
        return start..<at
      default: at += 1
      }
    }
    return start..<at
  }

  private mutating func startTag() {
    let start = at
    if let tag = known.find(bytes, start) {
      at += tag.count
      addChild(isText: false)
      let name = start + 1..<start + 1 + tag.nameCount
      checkNesting(.component(tag.component), name)
      findings.facts.nodeCount += 1
      frame.isConditionOpen = false
      enter(.component(tag.component), name, isEmpty: tag.isEmpty, decodes: tag.decodesEntities)
      return
    }
    at += 1
    let name = self.name()
    let before = said
    guard let isEmpty = readAttributes(start) else { return }
    let element = self.element(name)
    addChild(isText: false)
    checkPlace(element, name)
    if element.isNode { findings.facts.nodeCount += 1 }
    hasDirective = false
    let decodes = checkAttributes(element, name)
    if case .component(let index) = element, !hasDirective, before == said {
      known.keep(
        KnownTags.Tag(
          start: start, count: at - start, nameCount: name.count, component: index, isEmpty: isEmpty,
          decodesEntities: decodes), bytes)
    }
    if element == .wxs, !isEmpty, let end = bytes.find("</wxs", from: at) { at = end }
    enter(element, name, isEmpty: isEmpty, decodes: decodes)
  }

  /// Everything that is found adds to one of these.
  private var said: Int {
    findings.diagnostics.count + findings.facts.handlers.count + findings.facts.references.count + calls.count
  }

  private mutating func enter(_ element: Element, _ name: Range<Int>, isEmpty: Bool, decodes: Bool) {
    maximumDepth = max(maximumDepth, open.count + 1)
    guard !isEmpty else { return }
    var frame = Frame(element: element, name: name)
    frame.decodesEntities = decodes
    frame.isText = bytes.is("text", name)
    open.append(frame)
  }

  /// Reads to the end of the tag; whether it closes itself, nil when it never ends.
  private mutating func readAttributes(_ start: Int) -> Bool? {
    attributes.removeAll(keepingCapacity: true)
    while true {
      let before = at
      while at < bytes.count, bytes[at].isBlank { at += 1 }
      guard at < bytes.count, bytes[at] != UInt8(ascii: "<") else {
        findings.report(.wxmlSyntax, start..<min(at, start + 80), "unclosed-tag")
        return nil
      }
      if bytes[at] == UInt8(ascii: ">") {
        at += 1
        return false
      }
      if bytes.has("/>", at: at) {
        at += 2
        return true
      }
      let name = self.name()
      guard !name.isEmpty else {
        findings.report(.wxmlSyntax, at..<at + 1, "bad-attribute")
        at += 1
        continue
      }
      if before == name.lowerBound { findings.report(.wxmlSyntax, name, "no-blank") }
      attributes.append(AttributeRange(name: name, value: readValue()))
    }
  }

  private mutating func readValue() -> Range<Int>? {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
      findings.report(.wxmlSyntax, at - 1..<at, "unquoted-value")
      let start = at
      while at < bytes.count, !bytes[at].isBlank, bytes[at] != UInt8(ascii: ">") { at += 1 }
      return start..<at
    }
    let quote = bytes[at]
    let start = at + 1
    at = start
    at = bytes.first(quote, in: at..<bytes.count) ?? bytes.count
    if at == bytes.count { findings.report(.wxmlSyntax, start - 1..<start, "unclosed-value") }
    let value = start..<at
    if at < bytes.count { at += 1 }
    return value
  }
}
