internal import Diagnostics
internal import Manuscript

/// What became of constructs that an edition cannot say as they are, counted.
struct AdaptationReport {
  /// All adaptations of one construct in one way in one edition.
  struct Row: Equatable {
    var edition: Edition
    var construct: String
    var outcome: Adaptation.Outcome
    var replacement: String
    var count: Int
  }

  /// By edition, the most frequent first.
  private(set) var rows: [Row] = []

  init(_ adaptations: [Adaptation]) {
    var places: [[String]: Int] = [:]
    for adaptation in adaptations {
      let key = [
        adaptation.edition.rawValue, adaptation.construct, adaptation.outcome.rawValue, adaptation.replacement,
      ]
      if let place = places[key] {
        rows[place].count += 1
      } else {
        places[key] = rows.count
        rows.append(
          Row(
            edition: adaptation.edition, construct: adaptation.construct, outcome: adaptation.outcome,
            replacement: adaptation.replacement, count: 1))
      }
    }
    rows.sort { left, right in
      let leftFirst = left.edition == .site ? 0 : 1
      let rightFirst = right.edition == .site ? 0 : 1
      return (leftFirst, -left.count, left.construct, left.replacement, left.outcome.rawValue)
        < (rightFirst, -right.count, right.construct, right.replacement, right.outcome.rawValue)
    }
  }

  /// How many rows are shown without `--verbose`.
  static let shortLength = 5

  /// Aligned lines under a heading; empty when nothing was adapted.
  func describe(in language: Language, style: TerminalStyle, isVerbose: Bool) -> String {
    if rows.isEmpty { return "" }
    let shown = isVerbose ? rows : Array(rows.prefix(Self.shortLength))
    var table = TextTable()
    for row in shown {
      let edition = Vocabulary.word(row.edition.rawValue, in: language)
      table.add([
        edition, PrintableText.safe(row.construct), style.paint("×\(row.count)", .faint),
        outcome(of: row, in: language),
      ])
    }
    var result = style.paint(words("Said in another way", "改换了写法", in: language), .strong) + "\n"
    result += table.lines(indent: 2, trailing: true)
    if shown.count < rows.count {
      let rest = rows.dropFirst(shown.count)
      let places = rest.reduce(0) { $0 + $1.count }
      let text = words(
        "… and \(rest.count) more kinds (\(places) places); --verbose shows all",
        "……另有 \(rest.count) 种（\(places) 处），--verbose 显示全部", in: language)
      result += "  " + style.paint(text, .faint) + "\n"
    }
    return result
  }

  private func outcome(of row: Row, in language: Language) -> String {
    let replacement = PrintableText.safe(Vocabulary.word(row.replacement, in: language))
    return switch row.outcome {
    case .adapted: "→ " + replacement
    case .dropped: "→ " + words("left out", "略去", in: language)
    case .needsNetwork: "→ " + replacement + words(" (needs a network)", "（需要网络）", in: language)
    }
  }
}
