import Diagnostics

extension WXMLChecker {
  func element(_ name: Range<Int>) -> Element {
    if let index = table.componentNames[bytes.slice(name)] { return .component(index) }
    if bytes.is("block", name) { return .block }
    if bytes.is("template", name) { return .template }
    if bytes.is("import", name) { return .importing }
    if bytes.is("include", name) { return .include }
    if bytes.is("wxs", name) { return .wxs }
    if bytes.is("slot", name) { return .slot }
    return .custom
  }

  /// What may stand where it stands.
  mutating func checkPlace(_ element: Element, _ name: Range<Int>) {
    if element == .custom {
      Self.note(Mention(bytes.text(name), name), in: &findings.facts.customElements)
    }
    if bytes.is("web-view", name) || Self.isQualified(bytes, name) {
      findings.report(.restrictedComponent, name, bytes.text(name))
    }
    checkNesting(element, name)
  }

  mutating func checkNesting(_ element: Element, _ name: Range<Int>) {
    // Only text may stand in text; blocks and templates make no node.
    if open.last?.isText == true, element.isNode, !bytes.is("text", name), !bytes.is("span", name) {
      findings.report(.textNesting, name, bytes.text(name))
    }
  }

  /// Components that need a category, a contract or a network, by their pages.
  private static func isQualified(_ bytes: FileBytes, _ name: Range<Int>) -> Bool {
    if bytes.is("text", name) || bytes.is("view", name) { return false }
    for word: StaticString in [
      "live-player", "live-pusher", "voip-room", "ad", "ad-custom", "official-account", "official-account-publish",
      "channel-live", "channel-video", "store-product", "store-coupon", "store-gift", "store-home",
      "functional-page-navigator",
    ] where bytes.is(word, name) { return true }
    return false
  }

  /// Adds a name to a list, once while the list is short.
  static func note(_ mention: Mention, in list: inout [Mention]) {
    if list.prefix(32).contains(where: { $0.name == mention.name }) { return }
    list.append(mention)
  }

  mutating func refer(_ kind: FileReference.Kind, _ range: Range<Int>) {
    findings.facts.references.append(FileReference(kind: kind, target: Mention(bytes.text(range), range)))
  }

  /// Whether a value holds no expression.
  func isStatic(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while let brace = bytes.first(UInt8(ascii: "{"), in: index..<range.upperBound), brace + 1 < range.upperBound {
      if bytes[brace + 1] == UInt8(ascii: "{") { return false }
      index = brace + 1
    }
    return true
  }

  /// An address that an offline program cannot reach.
  func isRemote(_ range: Range<Int>) -> Bool {
    bytes.has("http:", at: range.lowerBound) || bytes.has("https:", at: range.lowerBound)
      || bytes.has("//", at: range.lowerBound) || bytes.has("cloud:", at: range.lowerBound)
  }
}
