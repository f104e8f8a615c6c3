import Mathematics
import TestSupport
import Testing

@Suite struct ParserTests {
  private func parse(_ tex: String) -> ParsedFormula { TeXParser.parse(Array(tex.utf8), definitions: []) }

  /// The piece of a formula that its only problem points at.
  private func place(_ tex: String) -> String? {
    let problems = parse(tex).problems
    guard problems.count == 1 else { return nil }
    return String(decoding: Array(tex.utf8)[problems[0].range], as: UTF8.self)
  }

  @Test(arguments: [
    ("\\frac{a}{b", "{"), ("a}", "}"), ("\\frca{1}{2}", "\\frca"), ("x^1^2", "^"), ("\\left( a", "\\left"),
    ("\\right)", "\\right"), ("a & b", "&"), ("\\begin{foo}x\\end{foo}", "foo"), ("\\begin{matrix}a", "\\begin"),
    ("\\sqrt", "\\sqrt"), ("\\big x", "x"), ("\\color{#12}x", "#12"),
  ])
  func mistakesAreFoundWhereTheyAre(tex: String, piece: String) { #expect(place(tex) == piece) }

  @Test(arguments: [
    "\\frac12", "\\sum_{i=1}^n i", "\\left\\{a\\middle|b\\right\\}", "\\text{若 $x$ 为真}", "\\mathbb{R}^n", "a\\over b",
    "\\begin{aligned}a&=b\\\\c&=d\\end{aligned}", "\\begin{array}{c|c}1&2\\\\\\hline 3&4\\end{array}", "f''(x)",
    "\\operatorname*{arg\\,max}_x", "\\underbrace{a+b}_{n}", "\\xrightarrow[b]{a}", "\\not\\in", "x_1, \\ldots, x_n",
    "\\Big(\\bigg)", "\\substack{a\\\\b}", "\\begin{cases}1&x\\\\2&y\\end{cases}", "a\\\\b", "\\color{red}x", "% only",
    "\\def\\a#1{#1^2}\\a{x}", "\\newcommand{\\b}[2][1]{#1#2}\\b{2}\\b[3]{4}", "{}_2F_1", "\\hat{x}\\vec v",
  ])
  func whatAuthorsWriteIsUnderstood(tex: String) { #expect(parse(tex).problems.isEmpty, "\(parse(tex).problems)") }

  @Test func macrosOfOneFormulaServeTheNext() {
    var macros = MathMacros()
    _ = TeXParser.parse(Array("\\newcommand{\\R}{\\mathbb{R}}\\def\\sq#1{#1^2 \\R}".utf8), macros: &macros)
    let (formula, used) = TeXParser.parse(Array("\\sq{x}".utf8), macros: &macros)
    #expect(formula.problems.isEmpty)
    // What must stand before it to read it alone says the same.
    let definitions = macros.definitions(of: used)
    #expect(TeXParser.parse(Array("\\sq{x}".utf8), definitions: definitions) == formula)
  }

  @Test func environmentsWithoutAStarCount() {
    var macros = MathMacros()
    func labels(_ tex: String) -> [String] {
      let formula = TeXParser.parse(Array(tex.utf8), macros: &macros).formula
      #expect(formula.problems.isEmpty)
      return formula.labels.map { $0.name + $0.text }
    }
    #expect(labels("\\begin{equation}a\\label{x}\\end{equation}") == ["x(1)"])
    #expect(labels("\\begin{align}a&b\\label{y}\\\\c&d\\notag\\\\e\\label{z}\\\\\\end{align}") == ["y(2)", "z(3)"])
    #expect(labels("\\begin{equation*}a\\label{s}\\end{equation*}") == ["s"])
    #expect(labels("\\begin{equation}\\begin{aligned}a\\\\b\\end{aligned}\\label{w}\\end{equation}") == ["w(4)"])
    #expect(labels("a \\tag{7}\\label{t}") == ["t(7)"])
    #expect(labels("\\setcounter{equation}{9}\\begin{gather}a\\tag*{q}\\\\b\\label{g}\\end{gather}") == ["g(10)"])
    #expect(macros.equation == 10)
  }

  @Test(arguments: ["\\def\\a{\\a\\a}\\a", "\\def\\a#1{\\a{#1#1}}\\a{x}", "\\newcommand\\b{\\b}\\b"])
  func macrosThatNeverEndEnd(tex: String) { #expect(parse(tex).problems.contains { $0.kind == .tooLong }) }

  @Test func anyInputEnds() {
    let pieces = [
      "\\frac", "{", "}", "^", "_", "&", "\\\\", "\\left", "\\right", "(", ")", "\\begin{matrix}", "\\end{matrix}",
      "\\sqrt[",
      "]", "\\text{", "$", "x", "1", " ", "\\def", "#1", "\\a", "'", "\\over", "\\middle|", "%", "\n", "中", "\\color",
      "\\tag{", "\\label{a}", "\\begin{align}", "\\end{align}", "\\setcounter{equation}", "\\notag",
      "\\begin{", "\\hline", "\\substack{", "\\mathbf", "\\not", "~", "\\", "\\operatorname*",
    ]
    var state: UInt64 = 20_261_130
    for _ in 0..<3000 {
      var tex = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        tex += pieces[Int(state >> 33) % pieces.count]
      }
      let bytes = Array(tex.utf8)
      for problem in parse(tex).problems { #expect(problem.range.upperBound <= bytes.count, "\(tex)") }
    }
    for piece in pieces {
      let time = processorSeconds { _ = parse(String(repeating: piece, count: 20_000)) }
      #expect(time < 5, "\(piece)")
    }
  }
}
