/// The anchor made from a heading's words, as GitHub makes it and kramdown's GFM parser after it: lower case; letters, marks,
/// digits, `_` and `-` stay; each blank becomes `-`; everything else goes, full-width punctuation and U+3000 included.
enum HeadingIdentifier {
  static func make(_ words: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(words.count)
    words.withUnsafeBufferPointer { words in
      // What stays is copied in runs.
      var copied = 0
      var index = 0
      while index < words.count {
        let byte = words[index]
        switch byte {
        case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F:
          index += 1
          continue
        // The common Chinese characters (U+5000…U+8FFF and some more), without a look at the property tables.
        case 0xE5...0xE9:
          index = min(index + 3, words.count)
          continue
        default: output.append(contentsOf: words[copied..<index])
        }
        switch byte {
        case 0x41...0x5A: output.append(byte | 0x20)
        case 0x20, 0x09, 0x0A: output.append(0x2D)
        case ..<0x80: break
        default:
          let end = min(index + (byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4), words.count)
          append(words[index..<end], to: &output)
          index = end - 1
        }
        index += 1
        copied = index
      }
      output.append(contentsOf: words[copied...])
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ sequence: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]) {
    guard let scalar = String(decoding: sequence, as: UTF8.self).unicodeScalars.first else { return }
    if (0x4E00...0x9FFF).contains(scalar.value) {
      output += sequence
    } else if isWord(scalar) {
      output += scalar.properties.lowercaseMapping.utf8
    }
  }

  // Ruby's \p{Word}: letter, mark, decimal number, connector punctuation.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    case .letterNumber, .otherNumber, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol,
      .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse, .unassigned:
      false
    @unknown default: false
    }
  }
}
