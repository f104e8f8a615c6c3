/// The anchor made from a heading's words, as GitHub makes it and kramdown's GFM parser after it: lower case; letters, marks,
/// digits, `_` and `-` stay; each blank becomes `-`; everything else goes, full-width punctuation and U+3000 included.
enum HeadingIdentifier {
  static func make(_ words: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(words.count)
    var index = 0
    while index < words.count {
      let byte = words[index]
      if byte < 0x80 {
        switch byte {
        case 0x41...0x5A: output.append(byte | 0x20)
        case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F: output.append(byte)
        case 0x20, 0x09, 0x0A: output.append(0x2D)
        default: break
        }
        index += 1
        continue
      }
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(index + length, words.count)
      // The common Chinese characters (U+5000…U+8FFF and some more), without a look at the property tables.
      if byte >= 0xE5, byte <= 0xE9 {
        output += words[index..<end]
      } else {
        append(words[index..<end], to: &output)
      }
      index = end
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ sequence: ArraySlice<UInt8>, to output: inout [UInt8]) {
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
