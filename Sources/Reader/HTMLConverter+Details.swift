import Diagnostics
import Manuscript

extension HTMLConverter {
  mutating func details(_ node: Int) -> [HTMLFlow] {
    var attributes = attributes(of: node)
    let isOpen = attributes.takeFlag("open")
    var summary: [Inline] = []
    var hasSummary = false
    var content: [HTMLFlow] = []
    for child in tree.children(of: node) {
      if !hasSummary, element(of: child) == .summary {
        summary = settled(inlines(flow(of: child)))
        hasSummary = true
      } else {
        content += convert(child)
      }
    }
    let details = Details(summary: summary, isOpen: isOpen, content: blocks(content))
    return [.block(Block(.details(details), range: range(of: node), attributes: attributes.rest))]
  }

  /// Bases with their readings, both in the order in which they stand: `rb rb rt rt` pairs as `rb rt rb rt` does.
  mutating func ruby(_ node: Int) -> [HTMLFlow] {
    var pairs: [RubyPair] = []
    /// Pairs from here on have no reading yet.
    var unread = 0
    var base: [HTMLFlow] = []
    func endBase(_ converter: inout HTMLConverter) {
      let content = converter.settled(converter.inlines(base))
      base = []
      if !content.isEmpty { pairs.append(RubyPair(base: content, reading: [])) }
    }
    func read(_ reading: [Inline], _ converter: inout HTMLConverter) {
      endBase(&converter)
      if unread < pairs.count {
        pairs[unread].reading = reading
        unread += 1
      } else if pairs.isEmpty {
        pairs.append(RubyPair(base: [], reading: reading))
        unread = 1
      } else {
        pairs[pairs.count - 1].reading += reading
      }
    }
    func visit(_ node: Int, _ converter: inout HTMLConverter) {
      for child in converter.tree.children(of: node) {
        switch converter.element(of: child) {
        case .rp: continue
        case .rt: read(converter.settled(converter.inlines(converter.flow(of: child))), &converter)
        case .rtc: visit(child, &converter)
        case .rb:
          endBase(&converter)
          base += converter.flow(of: child)
          endBase(&converter)
        default: base += converter.convert(child)
        }
      }
      endBase(&converter)
    }
    visit(node, &self)
    if pairs.isEmpty { return [] }
    return [.inline(Inline(.ruby(pairs), range: range(of: node), attributes: attributes(of: node).rest))]
  }
}
