import Diagnostics
import Manuscript
import Mathematics
import Typesetting

/// Formulas as MathML. One that could not be read shows its TeX.
extension ArticleBodyWriter {
  mutating func writeMath(_ formula: Formula, _ block: Block) {
    printer.freshLine()
    printer.startTag("div")
    let parsed = parse(formula, block.range)
    writeAttributes(block.attributes, class: parsed?.tag == nil ? "math" : "math tagged")
    printer.finishTag()
    if let parsed {
      MathMLWriter.print(parsed, tex: formula.source.bytes, isDisplay: true, to: &printer)
      if case .text(let words, _)? = parsed.tag {
        printer.start("span", class: "tag")
        printer.text(words)
        printer.end()
      }
    } else {
      printer.start("code", class: "math")
      printer.text(formula.source.bytes)
      printer.end()
    }
    close()
  }

  mutating func writeMath(_ formula: Formula, _ inline: Inline) {
    if let parsed = parse(formula, inline.range) {
      let isPlain = inline.attributes.isEmpty
      if !isPlain { open("span", inline.attributes) }
      MathMLWriter.print(parsed, tex: formula.source.bytes, isDisplay: false, to: &printer)
      if !isPlain { printer.end() }
      return
    }
    printer.startTag("code")
    writeAttributes(inline.attributes, class: "math")
    printer.finishTag()
    printer.text(formula.source.bytes)
    printer.end()
  }

  /// nil, and reported, where there is something wrong with it.
  private mutating func parse(_ formula: Formula, _ range: SourceRange) -> ParsedFormula? {
    let parsed = TeXParser.parse(formula.source.bytes, definitions: formula.definitions.bytes)
    if parsed.problems.isEmpty { return parsed }
    adapt("math", to: "source", at: range)
    return nil
  }
}
