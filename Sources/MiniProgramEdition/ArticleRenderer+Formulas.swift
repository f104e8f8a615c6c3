import Diagnostics
import Manuscript
import Mathematics
import Typesetting

/// Formulas are one `rich-text` each, with their TeX as what a screen reader says. One that could not be read shows its
/// TeX.
extension ArticleRenderer {
  mutating func formula(_ formula: Formula, id: [UInt8]?, range: SourceRange) {
    printer.start("scroll-view", [.flag("scroll-x"), .class("math"), .bytes("id", id)])
    if let parsed = parse(formula, range) {
      layOut(parsed, formula, isDisplay: true)
    } else {
      printer.start("text", [.class("m"), .flag("user-select")])
      printer.text(formula.source.bytes)
      printer.end()
    }
    printer.end()
  }

  mutating func write(_ formula: Formula, _ range: SourceRange) {
    guard let parsed = parse(formula, range) else {
      let outer = line.styles
      line.styles.insert(.math)
      append(Self.onOneLine(formula.source.bytes))
      line.styles = outer
      return
    }
    atom { $0.layOut(parsed, formula, isDisplay: false) }
  }

  private mutating func layOut(_ parsed: ParsedFormula, _ formula: Formula, isDisplay: Bool) {
    tables.formulaCount += 1
    printer.void(
      "rich-text",
      [
        .class("mx"), .literal("aria-role", "img"), .bytes("aria-label", Self.onOneLine(formula.source.bytes)),
        .bytes("nodes", FormulaMarkup.html(parsed, isDisplay: isDisplay)),
      ])
  }

  /// nil, and reported, where there is something wrong with it.
  private mutating func parse(_ formula: Formula, _ range: SourceRange) -> ParsedFormula? {
    let parsed = TeXParser.parse(formula.source.bytes, definitions: formula.definitions.bytes)
    if parsed.problems.isEmpty { return parsed }
    adapt("math", .adapted, "source", at: range)
    return nil
  }
}
