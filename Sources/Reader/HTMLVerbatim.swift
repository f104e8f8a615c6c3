import Diagnostics
import Manuscript

/// The author's bytes of an element, in a form that cannot break the page around them: an end tag that is missing is
/// put in, one that ends nothing is left out, and what only looks like markup is escaped.
struct HTMLVerbatim {
  private let nesting: HTMLNesting
  private var tokens: HTMLTokens { nesting.tokens }

  init(_ nesting: HTMLNesting) { self.nesting = nesting }

  /// From the start tag `token` to where its element ends.
  func pieces(of token: Int) -> [HTMLRaw.Piece] {
    var pieces: [HTMLRaw.Piece] = []
    var bytes: [UInt8] = []
    var slots: [HTMLSlot] = []
    // One of the two is empty wherever a piece may end: `slots` were there first.
    func endSlots() {
      if !slots.isEmpty { pieces.append(.slots(slots)) }
      slots = []
    }
    func endBytes() {
      if !bytes.isEmpty { pieces.append(.source(bytes)) }
      bytes = []
    }
    func append(endTagOf open: Int) {
      bytes += "</".utf8
      bytes += tokens.name(open).string.utf8
      bytes.append(0x3E)
    }
    var foreign: Int?
    let all = tokens.source.bytes
    events: for event in nesting.events[nesting.openEvents[token]...] {
      switch event {
      case .open(let open):
        bytes += all[tokens.list[open].range]
        if foreign == nil, let element = tokens.name(open).element, element == .svg || element == .math {
          foreign = open
        }
        if nesting.isolated.contains(open) {
          append(endTagOf: open)
          if open == token { break events }
        }
      case .close(let open, let endTag):
        if let endTag {
          bytes += all[tokens.list[endTag].range]
        } else if needsEndTag(open, isForeign: foreign != nil), !nesting.isolated.contains(open) {
          append(endTagOf: open)
        }
        if foreign == open { foreign = nil }
        if open == token { break events }
      case .leaf(let leaf):
        switch tokens.list[leaf].kind {
        case .literal:
          bytes += "&lt;".utf8
          bytes += all[tokens.list[leaf].range].dropFirst()
        case .comment: bytes += Self.comment(leaf, tokens)
        case .slot(let slot):
          if !bytes.isEmpty { endSlots() }
          endBytes()
          slots.append(tokens.slots[slot])
        case .text, .rawText, .startTag, .endTag: bytes += all[tokens.list[leaf].range]
        }
      }
    }
    endSlots()
    endBytes()
    return pieces
  }

  /// Whether Markdown blocks stand inside.
  func holdsBlock(_ token: Int) -> Bool {
    if nesting.isolated.contains(token) { return false }
    for event in nesting.events[nesting.openEvents[token]...] {
      switch event {
      case .close(token, _): return false
      case .leaf(let leaf):
        if case .slot(let slot) = tokens.list[leaf].kind, case .block = tokens.slots[slot] { return true }
      case .open, .close: break
      }
    }
    return false
  }

  static func comment(_ token: Int, _ tokens: HTMLTokens) -> [UInt8] {
    var bytes = Array(tokens.source.bytes[tokens.list[token].range])
    guard case .comment(isCutOff: true) = tokens.list[token].kind else { return bytes }
    if bytes.starts(with: "<!--".utf8) {
      bytes += "-->".utf8
    } else if bytes.starts(with: "<![CDATA[".utf8) {
      bytes += "]]>".utf8
    } else {
      bytes.append(0x3E)
    }
    return bytes
  }

  private func needsEndTag(_ open: Int, isForeign: Bool) -> Bool {
    let element = tokens.name(open).element
    if element?.isVoid == true || element?.hasOptionalEnd == true { return false }
    if case .startTag(isSelfClosing: true) = tokens.list[open].kind { return !isForeign }
    return true
  }
}
