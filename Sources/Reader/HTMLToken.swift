import Diagnostics

/// A tag, a run of text or a comment, as it stands in the raw HTML; or a piece of Markdown between them.
struct HTMLToken {
  enum Kind {
    case text
    /// Bytes that look like markup but are none (`<3`, a tag cut off by the end of its piece): text.
    case literal
    /// The inside of `script`, `style` and their like.
    case rawText
    /// Comment, declaration, processing instruction: nothing to see. `isCutOff`: the end is missing.
    case comment(isCutOff: Bool)
    case startTag(isSelfClosing: Bool)
    case endTag
    /// Index into `HTMLTokens.slots`.
    case slot(Int)
  }

  var kind: Kind
  /// Bytes of `HTMLTokens.source`; empty for a slot.
  var range: Range<Int>
  /// Index into `HTMLTokens.names`; -1 for what has no name.
  var name = -1
  /// Indices into `HTMLTokens.attributes`.
  var attributes = 0..<0
}

/// An attribute of a start tag, undecoded.
struct HTMLAttribute {
  /// Lower case.
  var name: String
  /// Without quotation marks; nil when only the name is there.
  var value: Range<Int>?
}

/// All tokens of one line or column.
struct HTMLTokens {
  var source: HTMLSource
  var list: [HTMLToken] = []
  var attributes: [HTMLAttribute] = []
  var slots: [HTMLSlot] = []
  /// Element names in lower case, each once.
  var names: [HTMLName] = []

  func range(_ token: Int) -> SourceRange {
    if case .slot(let slot) = list[token].kind { return slots[slot].range }
    return source.range(list[token].range)
  }

  /// Whether the token is Markdown, and the one before it too.
  func followsSlot(_ token: Int) -> Bool {
    guard token > 0, case .slot = list[token - 1].kind, case .slot = list[token].kind else { return false }
    return true
  }

  /// The Markdown that begins with this token and ends at the next tag.
  func slots(from token: Int) -> [HTMLSlot] {
    var result: [HTMLSlot] = []
    for next in list[token...] {
      guard case .slot(let slot) = next.kind else { break }
      result.append(slots[slot])
    }
    return result
  }

  func name(_ token: Int) -> HTMLName { names[list[token].name] }
}

/// An element's name and what HTML knows by it.
struct HTMLName {
  let string: String
  /// nil: unknown to Offprint.
  let element: HTMLElement?
}
