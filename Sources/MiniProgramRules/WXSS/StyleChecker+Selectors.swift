import Diagnostics

extension StyleChecker {
  /// Every selector of a list: classes, ids, elements, descendants, children, one simple pseudo-class at a time.
  mutating func selectors(_ prelude: Range<Int>) {
    var start = prelude.lowerBound
    var depth = 0
    for index in prelude {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ",") where depth == 0:
        selector(start..<index)
        start = index + 1
      case UInt8(ascii: ",") where depth > 0:
        // The compiler refuses a list in a pseudo-class.
        findings.report(.styleSelector, prelude, bytes.text(prelude))
        return
      default: break
      }
    }
    selector(start..<prelude.upperBound)
  }

  private mutating func selector(_ range: Range<Int>) {
    var index = range.lowerBound
    var wasName = false
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "&") {
        findings.report(.styleSelector, index..<index + 1, bytes.text(index..<index + 1))
      }
      if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "[") { plain(index..<index + 1) }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") {
        while index < range.upperBound, bytes[index] != UInt8(ascii: "]"), bytes[index] != UInt8(ascii: ")") {
          index += 1
        }
      } else if byte.isLetter, !wasName {
        let end = nameEnd(index, range.upperBound)
        element(index..<end)
        index = end
        wasName = false
        continue
      }
      wasName =
        byte.isIdentifier || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: "-")
      index += 1
    }
  }

  /// What selects otherwise than by class; a few are enough to say so.
  private mutating func plain(_ range: Range<Int>) {
    if findings.facts.plainSelectors.count < 32 {
      findings.facts.plainSelectors.append(Mention(bytes.text(range), range))
    }
  }

  /// An element that no page has matches nothing.
  private mutating func element(_ name: Range<Int>) {
    plain(name)
    if bytes.is("page", name) || ComponentTable.shared.componentNames[bytes.slice(name)] != nil { return }
    let text = bytes.text(name)
    let near = Suggestion.nearest(to: text, among: ComponentTable.shared.componentNames.names) ?? ""
    // Custom components may be meant; only words of HTML cannot.
    if Self.htmlOnly[bytes.slice(name)] != nil {
      findings.report(.unknownComponent, name, text, text == "body" || text == "html" ? "page" : near)
    }
  }

  private static let htmlOnly = NameTable(
    words: """
      html body div p a img h1 h2 h3 h4 h5 h6 ul ol li table tr td th thead tbody pre code section article header footer
      nav main aside figure figcaption strong em b i u s small hr br blockquote
      """)
}
