/// What full-text search counts: two neighbouring characters of a script without word spaces, or one word of any other.
///
/// Text is folded first: full-width ASCII to ASCII, letters to lower case. Any substring of two or more Chinese characters
/// is then found by the terms of its pairs, which no segmenter can promise.
package enum SearchTerm: Hashable, Sendable, Comparable {
  /// A character that stands alone between others: only then is it a term by itself.
  case single(Unicode.Scalar)
  case pair(Unicode.Scalar, Unicode.Scalar)
  case word(String)

  /// The term as text: what the index of an edition holds.
  package var text: String {
    switch self {
    case .single(let scalar): String(Character(scalar))
    case .pair(let first, let second): String(String.UnicodeScalarView([first, second]))
    case .word(let word): word
    }
  }

  package static func < (left: SearchTerm, right: SearchTerm) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Calls `body` with every term of a text, in order, repeated as often as it occurs.
  ///
  /// A run of `n` characters yields `n - 1` pairs; a run of one yields that character.
  package static func forEach(in text: [UInt8], _ body: (SearchTerm) -> Void) {
    var word = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    var isFirst = true
    func endWord() {
      if !word.isEmpty { body(.word(String(word))) }
      word = String.UnicodeScalarView()
    }
    func endRun() {
      if let previous, isFirst { body(.single(previous)) }
      previous = nil
      isFirst = true
    }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch classify(scalar) {
      case .ideograph:
        endWord()
        if let last = previous {
          body(.pair(last, scalar))
          isFirst = false
        }
        previous = scalar
      case .letter(let folded):
        endRun()
        word.append(contentsOf: folded)
      case .other:
        endWord()
        endRun()
      }
    }
    endWord()
    endRun()
  }

  private enum Class {
    case ideograph
    case letter([Unicode.Scalar])
    case other
  }

  private static func classify(_ scalar: Unicode.Scalar) -> Class {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A, 0x5F: .letter([scalar])
    case 0x41...0x5A: .letter([Unicode.Scalar(UInt8(scalar.value + 32))])
    case 0..<0x80: .other
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      // Full-width ASCII stands 0xFEE0 above ASCII.
      classify(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF,
      0x3005...0x3007:
      .ideograph
    default:
      scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
        ? .letter(Array(scalar.properties.lowercaseMapping.unicodeScalars)) : .other
    }
  }
}
