import Diagnostics
import Manuscript

extension HTMLConverter {
  /// Code in a line; where it holds more than text (`<code><a>`), the markup is kept.
  mutating func code(_ node: Int) -> [HTMLFlow] {
    let inside = flow(of: node)
    let attributes = attributes(of: node).rest
    let range = range(of: node)
    if inside.contains(where: \.isBlock) {
      return blocks(inside).map { block in
        .block(
          HTMLDistribution.apply(to: block) { content in
            [Inline(.span(name: "code", content), range: content.range ?? range, attributes: attributes)]
          })
      }
    }
    let content = inlines(inside)
    var bytes: [UInt8] = []
    for inline in content {
      if case .text(let text) = inline.kind {
        bytes += text.bytes
      } else if inline.kind == .softBreak {
        bytes.append(0x20)
      } else {
        return [.inline(Inline(.span(name: "code", content), range: range, attributes: attributes))]
      }
    }
    return [.inline(Inline(.code(Text(bytes: oneLine(bytes))), range: range, attributes: attributes))]
  }

  private func oneLine(_ bytes: [UInt8]) -> [UInt8] {
    guard inColumn else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      let isSpace = HTMLByte.isSpace(byte)
      if isSpace, result.last == 0x20 { continue }
      result.append(isSpace ? 0x20 : byte)
    }
    return result
  }

  /// Text that keeps its lines. Its language is named by `lang` or a class `language-…` of it or of the code inside.
  mutating func preformatted(_ node: Int) -> [HTMLFlow] {
    var attributes = attributes(of: node)
    var bytes: [UInt8] = []
    appendLines(of: node, to: &bytes)
    if bytes.first == 0x0A { bytes.removeFirst() }
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    let language = language(of: node)
    _ = attributes.take("lang")
    let code = CodeBlock(language: language, info: Text(language ?? ""), text: Text(bytes: bytes))
    return [.block(Block(.code(code), range: range(of: node), attributes: attributes.rest))]
  }

  /// The language that preformatted text or the code in it names.
  private func language(of node: Int) -> String? {
    func named(_ node: Int) -> String? {
      let attributes = attributes(of: node)
      return attributes["lang"] ?? Self.language(in: attributes["class"])
    }
    let code = tree.children(of: node).lazy.filter { element(of: $0) == .code }
    let name = named(node) ?? code.compactMap(named).first
    return name?.isEmpty == true ? nil : name
  }

  /// Whether preformatted text is more than a block of code can be: it names no language, and there are links, pictures
  /// or emphasis in it. What colours code, its own marks or a highlighter's spans, is coloured anew.
  func isMoreThanCode(_ node: Int) -> Bool { language(of: node) == nil && holdsMarkup(below: node) }

  private func holdsMarkup(below node: Int) -> Bool {
    tree.children(of: node).contains { child in
      let token = tree.nodes[child].token
      guard token >= 0, tokens.list[token].name >= 0 else { return false }
      switch element(of: child) {
      case .code, .span, .br, .wbr, .samp, .tt: return holdsMarkup(below: child)
      case _: return true
      }
    }
  }

  private static func language(in classes: String?) -> String? {
    guard let classes else { return nil }
    for word in classes.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
      for prefix in ["language-", "lang-", "highlight-source-"] where word.hasPrefix(prefix) {
        return String(word.dropFirst(prefix.count))
      }
    }
    return nil
  }

  /// Everything readable below a node, lines kept, markup dropped.
  mutating func appendLines(of node: Int, to bytes: inout [UInt8]) {
    for child in tree.children(of: node) {
      let record = tree.nodes[child]
      if record.token < 0 {
        // CR LF and CR are line feeds.
        var previous: UInt8 = 0
        for byte in record.text {
          if byte != 0x0A || previous != 0x0D { bytes.append(byte == 0x0D ? 0x0A : byte) }
          previous = byte
        }
      } else if case .slot = tokens.list[record.token].kind {
        for slot in tokens.slots(from: record.token) { appendLines(of: slot, to: &bytes) }
      } else if element(of: child) == .br {
        bytes.append(0x0A)
      } else if element(of: child)?.isInvisible != true {
        appendLines(of: child, to: &bytes)
      }
    }
  }

  private func appendLines(of slot: HTMLSlot, to bytes: inout [UInt8]) {
    switch slot {
    case .block(let block):
      if !bytes.isEmpty, bytes.last != 0x0A { bytes.append(0x0A) }
      PlainText.append([block], to: &bytes, options: .imageAlternatives)
    case .inline(let inline):
      if inline.kind == .softBreak || inline.kind == .hardBreak {
        bytes.append(0x0A)
      } else {
        PlainText.append([inline], to: &bytes, options: .imageAlternatives)
      }
    }
  }
}
