import Diagnostics

extension WXMLChecker {
  /// Checks the attributes just read. Returns whether text inside decodes character references.
  mutating func checkAttributes(_ element: Element, _ name: Range<Int>) -> Bool {
    var decodes = false
    var isCondition = false
    var hasLoop: Range<Int>?
    var hasKey = false
    reportDoubled()
    for attribute in attributes {
      if let value = attribute.value { checkExpressions(value) }
      let start = attribute.name.lowerBound
      let first = bytes[start]
      if first == UInt8(ascii: "w"), bytes.has("wx:", at: start) {
        hasDirective = true
        isCondition = checkDirective(attribute) || isCondition
        if bytes.is("wx:for", attribute.name) { hasLoop = attribute.name }
        if bytes.is("wx:key", attribute.name) { hasKey = true }
        continue
      }
      if first == UInt8(ascii: "d"), bytes.has("data-", at: start) { continue }
      if first == UInt8(ascii: "m"), bytes.has("mark:", at: start) { continue }
      if let event = eventName(attribute.name) {
        checkEvent(event, attribute, element, name)
        continue
      }
      switch element {
      case .component where bytes.is("class", attribute.name):
        // Every component has it, and any value suits.
        break
      case .component where bytes.is("id", attribute.name):
        if let value = attribute.value, !value.isEmpty, isStatic(value) { checkID(value) }
      case .component(let index):
        checkComponent(index, attribute, name)
        if bytes.is("decode", attribute.name) { decodes = true }
      case .template: checkTemplate(attribute)
      case .importing: checkSource(attribute, .templates, name)
      case .include: checkSource(attribute, .include, name)
      case .wxs: checkModule(attribute)
      case .block: unknown(attribute, name, among: [])
      case .custom, .slot: break
      }
    }
    if let hasLoop, !hasKey { findings.report(.loopKey, hasLoop) }
    noteCondition(isOpen: isCondition)
    return decodes
  }

  /// An element that may be there or not is counted with none: the other branch may have the same id.
  private mutating func checkID(_ value: Range<Int>) {
    hasDirective = true
    let text = bytes.text(value)
    if bytes[value.lowerBound].isDigit { findings.report(.unusableID, value, text, "id-digit") }
    for attribute in attributes where bytes.has("wx:", at: attribute.name.lowerBound) { return }
    if ids.insert(text).inserted {
      findings.facts.ids.append(text)
    } else {
      findings.report(.unusableID, value, text, "id-twice")
    }
  }

  private mutating func reportDoubled() {
    guard attributes.count > 1 else { return }
    if attributes.count <= 32 {
      for index in 1..<attributes.count {
        for earlier in 0..<index where isSame(attributes[earlier].name, attributes[index].name) {
          findings.report(.doubledAttribute, attributes[index].name, bytes.text(attributes[index].name))
          break
        }
      }
    } else {
      var seen: Set<String> = []
      for attribute in attributes where !seen.insert(bytes.text(attribute.name)).inserted {
        findings.report(.doubledAttribute, attribute.name, bytes.text(attribute.name))
      }
    }
  }

  /// Returns whether it begins or goes on with a condition.
  private mutating func checkDirective(_ attribute: AttributeRange) -> Bool {
    let name = attribute.name
    if bytes.is("wx:if", name) { return true }
    if bytes.is("wx:elif", name) || bytes.is("wx:else", name) {
      if !frame.isConditionOpen { findings.report(.strayElse, name, bytes.text(name)) }
      return bytes.is("wx:elif", name)
    }
    if bytes.is("wx:key", name) {
      if let value = attribute.value, value.isEmpty || !isStatic(value) { findings.report(.loopKey, name) }
      return false
    }
    if bytes.is("wx:for", name) || bytes.is("wx:for-item", name) || bytes.is("wx:for-index", name)
      || bytes.is("wx:for-items", name)
    {
      return false
    }
    let known = ["wx:if", "wx:elif", "wx:else", "wx:for", "wx:for-item", "wx:for-index", "wx:key"]
    let text = bytes.text(name)
    findings.report(.unknownDirective, name, text, Suggestion.nearest(to: text, among: known) ?? "")
    return false
  }

  /// The event's name in a binding (`bindtap`, `bind:tap`, `capture-catch:tap`…); nil for another attribute.
  private func eventName(_ name: Range<Int>) -> Range<Int>? {
    let start = name.lowerBound
    let length: Int
    switch bytes[start] {
    case UInt8(ascii: "b") where bytes.has("bind", at: start): length = 4
    case UInt8(ascii: "c") where bytes.has("catch", at: start): length = 5
    case UInt8(ascii: "c") where bytes.has("capture-bind", at: start): length = 12
    case UInt8(ascii: "c") where bytes.has("capture-catch", at: start): length = 13
    case UInt8(ascii: "m") where bytes.has("mut-bind", at: start): length = 8
    default: return nil
    }
    var event = start + length
    if event < name.upperBound, bytes[event] == UInt8(ascii: ":") { event += 1 }
    return event < name.upperBound ? event..<name.upperBound : nil
  }

  private mutating func checkEvent(
    _ event: Range<Int>, _ attribute: AttributeRange, _ element: Element, _ name: Range<Int>
  ) {
    if case .component(let index) = element {
      let component = table.components[index]
      let known = table.eventNames[bytes.slice(event)]
      if known == nil || known.map({ !table.commonEvents.contains($0) && !component.events.contains($0) }) == true {
        let text = bytes.text(event)
        let all = component.namesOfEvents + table.commonEvents.sorted().map { table.eventNames.names[$0] }
        let near = Suggestion.nearest(to: text, among: all) ?? ""
        findings.report(.unknownEvent, attribute.name, text, bytes.text(name), near)
      }
    }
    guard let value = attribute.value, isStatic(value) else { return }
    if value.isEmpty {
      if !bytes.has("catch", at: attribute.name.lowerBound) { findings.report(.unknownHandler, attribute.name, "") }
      return
    }
    handlers.append(value)
    noteHandler(value)
  }

  mutating func noteHandler(_ name: Range<Int>) {
    Self.note(Mention(bytes.text(name), name), in: &findings.facts.handlers)
  }

  private mutating func unknown(_ attribute: AttributeRange, _ element: Range<Int>, among known: [String]) {
    guard !findings.isFull else { return }
    let text = bytes.text(attribute.name)
    findings.report(
      .unknownAttribute, attribute.name, text, bytes.text(element), Suggestion.nearest(to: text, among: known) ?? "")
  }

  private mutating func checkComponent(
    _ component: Int, _ attribute: AttributeRange, _ name: Range<Int>
  ) {
    guard let index = table.attributeNames[bytes.slice(attribute.name)] else {
      if let colon = bytes.slice(attribute.name).firstIndex(of: UInt8(ascii: ":")) {
        let prefix = bytes.text(attribute.name.lowerBound..<attribute.name.lowerBound + colon)
        if ["model", "change", "generic", "worklet"].contains(prefix) { return }
      }
      let own = table.components[component].attributeNames
      unknown(attribute, name, among: own + ["id", "class", "style", "hidden", "aria-label"])
      return
    }
    let known: ComponentTable.Attribute
    switch table.rule(component: component, attribute: index) {
    case .unknown: return unknown(attribute, name, among: table.components[component].attributeNames)
    case .common: return
    case .own(let rule): known = rule
    }
    guard let value = attribute.value else { return }
    if known.isBoolean {
      if bytes.is("false", value) || (!isStatic(value) && !bytes.has("{{", at: value.lowerBound)) {
        findings.report(.booleanAsText, value, bytes.text(attribute.name), bytes.text(value))
      }
    } else if !known.values.isEmpty, isStatic(value), !known.values.contains(bytes.text(value)) {
      findings.report(
        .attributeValue, value, bytes.text(attribute.name), known.values.joined(separator: ", "), bytes.text(value))
    }
    checkMeaning(table.components[component].name, attribute.name, value)
  }

  /// Values that name something: files, pages, rich text.
  private mutating func checkMeaning(_ component: String, _ name: Range<Int>, _ value: Range<Int>) {
    if bytes.is("src", name) || bytes.is("poster", name) {
      guard isStatic(value), !value.isEmpty, component != "web-view" else { return }
      if isRemote(value) {
        findings.report(.networkAddress, value, bytes.text(value))
      } else if bytes.has("data:", at: value.lowerBound) {
        hasDirective = true
        findings.facts.dataBytes += value.count
      } else if component == "image" || component == "cover-image" {
        refer(.file, value)
      }
    } else if bytes.is("url", name), component == "navigator" {
      guard isStatic(value), !value.isEmpty else { return }
      let type = attributes.first { bytes.is("open-type", $0.name) }?.value.map { bytes.text($0) } ?? "navigate"
      refer(.page(openType: type), value)
    } else if bytes.is("nodes", name) {
      RichTextChecker.check(bytes, value, &findings)
    } else if bytes.is("open-type", name), component == "button" {
      for word: StaticString in [
        "getPhoneNumber", "getRealtimePhoneNumber", "getUserInfo", "liveActivity", "launchApp",
      ]
      where bytes.is(word, value) {
        findings.report(.restrictedComponent, value, bytes.text(value))
      }
    }
  }

  private mutating func checkTemplate(_ attribute: AttributeRange) {
    guard let value = attribute.value else { return }
    if bytes.is("name", attribute.name) {
      findings.facts.definedTemplates.append(bytes.text(value))
    } else if bytes.is("is", attribute.name) {
      if isStatic(value) { Self.note(Mention(bytes.text(value), value), in: &findings.facts.usedTemplates) }
    } else if !bytes.is("data", attribute.name) {
      unknown(attribute, attribute.name, among: ["name", "is", "data"])
    }
  }

  private mutating func checkSource(_ attribute: AttributeRange, _ kind: FileReference.Kind, _ name: Range<Int>) {
    if bytes.is("src", attribute.name), let value = attribute.value {
      refer(kind, value)
    } else {
      unknown(attribute, name, among: ["src"])
    }
  }

  private mutating func checkModule(_ attribute: AttributeRange) {
    guard let value = attribute.value else { return }
    if bytes.is("src", attribute.name) { refer(.file, value) }
    if bytes.is("module", attribute.name) { modules.append(bytes.text(value)) }
  }
}
