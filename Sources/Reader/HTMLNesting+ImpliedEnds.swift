/// What a start tag ends without an end tag being written.
extension HTMLNesting {
  /// Ends what must end before `element` can begin; false when `element` cannot stand here and its tag is ignored.
  mutating func makeRoom(for element: HTMLElement) -> Bool {
    switch element {
    case .p:
      // Only inline elements stand between the paragraph and here.
      let paragraph = top(.p)
      if paragraph >= 0, paragraph == blocks.last { end(from: paragraph) }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if stack.last?.element?.isHeading == true { pop(by: nil) }
    case .li: endInner(.li, above: max(barrier, top(.ul), top(.ol), max(top(.menu), top(.dir))))
    case .dt, .dd: endInner(.dt, .dd, above: max(barrier, top(.dl)))
    case .a: endInner(.a, above: barrier)
    case .option: if stack.last?.element == .option { pop(by: nil) }
    case .optgroup:
      while stack.last?.element == .option || stack.last?.element == .optgroup { pop(by: nil) }
    case .rb, .rt, .rp, .rtc:
      while let inner = stack.last?.element, inner == .rb || inner == .rt || inner == .rp { pop(by: nil) }
      if element == .rb || element == .rtc, stack.last?.element == .rtc { pop(by: nil) }
    case .caption, .colgroup, .thead, .tbody, .tfoot: return endToTable { $0 == .table }
    case .col: return endToTable { $0 == .table || $0 == .colgroup }
    case .tr: return endToTable { $0 == .table || $0 == .thead || $0 == .tbody || $0 == .tfoot }
    case .td, .th: return endToTable { $0 == .table || $0 == .thead || $0 == .tbody || $0 == .tfoot || $0 == .tr }
    default: break
    }
    return true
  }

  private mutating func end(from position: Int) {
    while stack.count > position { pop(by: nil) }
  }

  private mutating func endInner(_ elements: HTMLElement..., above floor: Int) {
    var innermost = -1
    for element in elements { innermost = max(innermost, top(element)) }
    if innermost > floor { end(from: innermost) }
  }

  // Parts of a table outside one are ignored, as in every browser.
  private mutating func endToTable(_ isGoal: (HTMLElement?) -> Bool) -> Bool {
    let table = top(.table)
    guard table >= 0 else { return false }
    while stack.count > table + 1, !isGoal(stack.last?.element) { pop(by: nil) }
    return true
  }
}

extension HTMLElement {
  var isBarrier: Bool {
    switch self {
    case .table, .td, .th, .caption: true
    default: false
    }
  }

  var isTablePart: Bool {
    switch self {
    case .table, .td, .th, .caption, .tr, .thead, .tbody, .tfoot, .colgroup: true
    default: false
    }
  }
}
