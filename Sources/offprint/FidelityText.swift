internal import Diagnostics
internal import Manuscript

/// A fidelity report for people, and for programs.
struct FidelityText {
  var language: Language
  var style: TerminalStyle

  /// One article: a line a construct, with the places of what is not as it was written.
  func describe(_ report: FidelityReport, lines: LineIndex) -> String {
    var table = TextTable()
    table.add(head)
    for row in report.rows {
      table.add(
        [PrintableText.safe(row.construct), "×\(row.count)"]
          + Edition.allCases.map { edition in
            guard report.editions.contains(edition) else { return words("not printed", "不印", in: language) }
            return fate(row.changes[edition] ?? [], kept: row.kept(in: edition)) { change in
              let shown = change.places.prefix(5).map { place in
                let position = lines.position(of: Int(place.start))
                return "\(position.line):\(position.column)"
              }
              return " (" + shown.joined(separator: ", ") + (change.places.count > 5 ? ", …)" : ")")
            }
          })
    }
    return style.paint(PrintableText.safe(report.path), .strong) + "\n" + table.lines(indent: 2) + "\n"
  }

  /// All articles together, the most frequent construct first.
  func describe(all reports: [FidelityReport]) -> String {
    var rows: [FidelityReport.Row] = []
    var places: [String: Int] = [:]
    for row in reports.flatMap(\.rows) {
      guard let place = places[row.construct] else {
        places[row.construct] = rows.count
        rows.append(row)
        continue
      }
      rows[place].count += row.count
      for edition in Edition.allCases {
        for change in row.changes[edition] ?? [] { rows[place].changes[edition, default: []].append(change) }
      }
    }
    rows.sort { ($1.count, $0.construct) < ($0.count, $1.construct) }
    var table = TextTable()
    table.add(head)
    for row in rows {
      table.add(
        [PrintableText.safe(row.construct), "×\(row.count)"]
          + Edition.allCases.map { edition in
            fate(Self.merged(row.changes[edition] ?? []), kept: row.kept(in: edition)) { _ in "" }
          })
    }
    let count = reports.count
    let title = words(count == 1 ? "1 article" : "\(count) articles", "\(count) 篇文章", in: language)
    return style.paint(title, .strong) + "\n" + table.lines(indent: 2)
  }

  private var head: [String] {
    [words("construct", "写法", in: language), ""]
      + Edition.allCases.map { style.paint(BuildSummary.title(of: $0, in: language), .faint) }
  }

  /// The same change of many articles as one.
  private static func merged(_ changes: [FidelityReport.Change]) -> [FidelityReport.Change] {
    var result: [FidelityReport.Change] = []
    for change in changes {
      if let same = result.firstIndex(where: {
        $0.outcome == change.outcome && $0.replacement == change.replacement && $0.losesText == change.losesText
      }) {
        result[same].places += change.places
      } else {
        result.append(change)
      }
    }
    return result
  }

  private func fate(
    _ changes: [FidelityReport.Change], kept: Int, where places: (FidelityReport.Change) -> String
  ) -> String {
    var parts: [String] = []
    if kept > 0 || changes.isEmpty {
      parts.append(words("kept", "保留", in: language) + (changes.isEmpty ? "" : " ×\(kept)"))
    }
    for change in changes {
      let replacement = PrintableText.safe(Vocabulary.word(change.replacement, in: language))
      let outcome =
        switch change.outcome {
        case .adapted: "→ " + replacement
        case .dropped where change.losesText:
          style.paint(words("words lost", "丢失文字", in: language), .error)
        case .dropped: "→ " + words("left out", "略去", in: language)
        case .needsNetwork: "→ " + replacement + words(", needs a network", "，需要网络", in: language)
        }
      parts.append(outcome + " ×\(change.places.count)" + places(change))
    }
    return parts.joined(separator: words(", ", "，", in: language))
  }

  /// One object on one line, as `schema/fidelity.schema.json` says.
  static func json(_ report: FidelityReport, lines: LineIndex) -> String {
    var json = JSONText()
    json.object { json in
      json.field("kind", "fidelity")
      json.field("path", report.path)
      json.key("editions")
      json.array { json in for edition in report.editions { json.string(edition.rawValue) } }
      json.key("constructs")
      json.array { json in
        for row in report.rows {
          json.object { json in
            json.field("construct", row.construct)
            json.field("count", row.count)
            for edition in report.editions {
              json.key(edition.rawValue)
              json.object { json in
                json.field("kept", row.kept(in: edition))
                json.key("changes")
                json.array { json in for change in row.changes[edition] ?? [] { write(change, lines, to: &json) } }
              }
            }
          }
        }
      }
    }
    return json.text + "\n"
  }

  private static func write(_ change: FidelityReport.Change, _ lines: LineIndex, to json: inout JSONText) {
    json.object { json in
      json.field("outcome", change.outcome.rawValue)
      json.field("replacement", change.replacement)
      json.key("losesText")
      json.boolean(change.losesText)
      json.key("places")
      json.array { json in
        for place in change.places {
          let position = lines.position(of: Int(place.start))
          json.object { json in
            json.field("start", Int(place.start))
            json.field("end", Int(place.end))
            json.field("line", position.line)
            json.field("column", position.column)
          }
        }
      }
    }
  }
}
