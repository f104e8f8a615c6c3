/// Words that stand in addresses.
package enum Slug {
  /// Jekyll's "pretty" mode, which posts use: letters of any script, marks, digits and `._~!$&'()+,;=@` stay as they are,
  /// every other run becomes one hyphen; one hyphen at either end is cut. (jekyll/utils.rb, `slugify`)
  package static func pretty(_ text: String) -> String { hyphenate(text, keeping: "._~!$&'()+,;=@") }

  /// Words of categories and tags: lower case, letters, marks and digits only. Unlike Jekyll, signs that tell names
  /// apart are spelled out, so that `C`, `C++` and `C#`, `.NET` and `net` have addresses of their own. At most 200 bytes: the
  /// word is the name of a folder, and a name may be a sentence.
  package static func term(_ name: String) -> String {
    var spelled = ""
    for (index, character) in name.lowercased().enumerated() {
      switch character {
      case "+": spelled += "-plus"
      case "#": spelled += "-sharp"
      case "&": spelled += "-and-"
      case "@": spelled += "-at-"
      case "." where index == 0: spelled += "dot-"
      default: spelled.append(character)
      }
    }
    let word = hyphenate(spelled, keeping: "")
    guard word.utf8.count > 200 else { return word }
    var beginning = ""
    for scalar in word.unicodeScalars {
      if beginning.utf8.count + UTF8.width(scalar) > 190 { break }
      beginning.unicodeScalars.append(scalar)
    }
    return beginning + "-" + shortHash(name)
  }

  /// A name of `[a-z0-9-]` for the mini-program, whose files and page paths must be ASCII. What is not ASCII is dropped;
  /// then, or when nothing is left, eight digits of a hash of `identity` keep the name apart.
  package static func ascii(_ text: String, identity: String) -> String {
    var name: [UInt8] = []
    var isComplete = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): name.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte + 32)
      default:
        if byte >= 128 { isComplete = false }
        if let last = name.last, last != UInt8(ascii: "-") { name.append(UInt8(ascii: "-")) }
      }
    }
    if name.count > 40 {
      name.removeLast(name.count - 40)
      isComplete = false
    }
    while name.last == UInt8(ascii: "-") { name.removeLast() }
    if name.isEmpty || !isComplete {
      if !name.isEmpty { name.append(UInt8(ascii: "-")) }
      name += shortHash(identity).utf8
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// Eight hexadecimal digits that depend on the text alone (FNV-1a, 64 bits folded to 32).
  static func shortHash(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let folded = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func hyphenate(_ text: String, keeping kept: String) -> String {
    if isHyphenated(text) { return text }
    let kept = Set(kept.unicodeScalars)
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isWord(scalar) || kept.contains(scalar) {
        result.append(scalar)
      } else if result.last != "-" {
        result.append("-")
      }
    }
    if result.first == "-" { result.removeFirst() }
    if result.last == "-" { result.removeLast() }
    return String(result)
  }

  /// Whether it is letters and digits of ASCII with single hyphens between: most names are.
  private static func isHyphenated(_ text: String) -> Bool {
    var last = UInt8(ascii: "-")
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
      case UInt8(ascii: "-"): if last == byte { return false }
      default: return false
      }
      last = byte
    }
    return last != UInt8(ascii: "-")
  }

  /// Letters, marks and decimal digits, as Jekyll's `[[:alpha:]]`, `\p{M}` and `[[:digit:]]` take them.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber:
      true
    default: false
    }
  }
}
