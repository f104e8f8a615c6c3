import Diagnostics

/// Tags: names, attributes as ranges, and what closes what.
extension WXMLChecker {
  mutating func markup() {
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
      noteCondition(isOpen: false)
      if tag.handlerCount > 0 {
        let handler = start + tag.handlerStart
        noteHandler(handler..<handler + tag.handlerCount)
      }
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
    handlers.removeAll(keepingCapacity: true)
    let decodes = checkAttributes(element, name)
    if case .component(let index) = element, !hasDirective, before == said, handlers.count <= 1, !findings.isFull {
      known.keep(
        KnownTags.Tag(
          count: at - start, nameCount: name.count, component: index,
          handlerStart: handlers.first.map { $0.lowerBound - start } ?? 0, handlerCount: handlers.first?.count ?? 0,
          isEmpty: isEmpty, decodesEntities: decodes), bytes.slice(start..<at))
    }
    if element == .wxs, !isEmpty, let end = bytes.find("</wxs", from: at) { at = end }
    enter(element, name, isEmpty: isEmpty, decodes: decodes)
  }

  /// Everything that is found adds to one of these, but for handlers.
  private var said: Int { findings.diagnostics.count + findings.facts.references.count + calls.count }

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
