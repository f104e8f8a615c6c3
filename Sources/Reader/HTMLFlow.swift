import Diagnostics
import Manuscript

/// What a piece of raw HTML became, before it is known whether its surroundings are a line or a column.
enum HTMLFlow {
  case inline(Inline)
  case block(Block)
  case raw(HTMLRaw)

  /// Nothing but blanks.
  var isBlank: Bool {
    guard case .inline(let inline) = self else { return false }
    return inline.isBlank
  }

  var isBlock: Bool {
    switch self {
    case .inline: false
    case .block: true
    case .raw(let raw): raw.isBlock
    }
  }
}

/// An element without a case in the model, as a piece of a line or of a column.
struct HTMLRaw {
  enum Piece {
    case source([UInt8])
    /// The Markdown up to the next tag.
    case slots([HTMLSlot])
  }

  var range: SourceRange
  var pieces: [Piece]
  var elements: [String]
  var fallback: [HTMLFlow]
  /// Holds or is something that only a column can.
  var isBlock: Bool

  /// Whether running text of Markdown stands inside, which must not become paragraphs.
  var holdsLine: Bool {
    pieces.contains { piece in
      guard case .slots(let slots) = piece, case .inline? = slots.first else { return false }
      return true
    }
  }
}

extension Inline {
  var isBlank: Bool {
    if case .text(let text) = kind { return text.bytes.allSatisfy(HTMLByte.isSpace) }
    return kind == .softBreak
  }
}
