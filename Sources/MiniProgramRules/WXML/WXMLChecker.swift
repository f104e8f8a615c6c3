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
  var known: KnownTags
  /// Whether what is to be said of the tag that is being read depends on more than its bytes: it bears a `wx:`, an id
  /// or data.
  var hasDirective = false
  /// Handlers that the tag which is being read binds.
  var handlers: [Range<Int>] = []
  /// Ids of the elements that are always there.
  var ids: Set<String> = []

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

  /// - Parameter known: what other files showed, and then this one too.
  static func check(_ bytes: FileBytes, _ findings: consuming FileFindings, _ known: inout KnownTags) -> FileFindings {
    var checker = WXMLChecker(bytes: bytes, findings: findings, known: known.take())
    checker.run()
    known = checker.known.take()
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
    findings.reportData()
    let known = Set(modules)
    for call in calls where !known.contains(call.name) {
      findings.report(.wxmlExpression, call.range.bounds, "call")
    }
  }

  /// The innermost open element.
  var frame: Frame { open.last ?? roots }

  /// Says of the child just read whether `wx:else` may go on with it.
  mutating func noteCondition(isOpen: Bool) {
    if open.isEmpty { roots.isConditionOpen = isOpen } else { open[open.count - 1].isConditionOpen = isOpen }
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
        if !frame.decodesEntities || !isDecoded(at + 1..<end - 1) {
          findings.report(.undecodedEntity, at..<end, bytes.text(at..<end))
        }
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

  /// The references that `text decode` decodes, by its page.
  private func isDecoded(_ name: Range<Int>) -> Bool {
    for known: StaticString in ["nbsp", "lt", "gt", "amp", "apos", "ensp", "emsp"] where bytes.is(known, name) {
      return true
    }
    return false
  }

  mutating func addChild(isText: Bool) {
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
}
