package import Diagnostics

/// What each construct of one article became in each edition: how many there are, and how many are not there as they are.
///
/// Made of the tree and of what the writers said (`Adaptation`), so that it cannot praise what a writer did not do.
package struct FidelityReport: Hashable, Sendable {
  /// What became of some of a construct in one edition.
  package struct Change: Hashable, Sendable {
    package var outcome: Adaptation.Outcome
    /// As `Adaptation.replacement`.
    package var replacement: String
    /// Whether words were lost; an error.
    package var losesText: Bool
    /// The bytes of each, in source order.
    package var places: [SourceRange]
  }

  /// One construct of the article.
  package struct Row: Hashable, Sendable {
    /// As `Construct` names it.
    package var construct: String
    /// How often the article has it.
    package var count: Int
    /// By edition that prints the article; what is not named here was kept.
    package var changes: [Edition: [Change]]

    /// How many stand in an edition as they are.
    package func kept(in edition: Edition) -> Int {
      max(0, count - (changes[edition] ?? []).reduce(0) { $0 + $1.places.count })
    }
  }

  package var path: String
  /// Those that print the article.
  package var editions: [Edition]
  /// In order of first mention.
  package var rows: [Row]

  /// - Parameter adaptations: of any articles; those of this one are taken.
  package init(_ article: Article, editions: Set<Edition>, adaptations: [Adaptation]) {
    path = article.facts.path
    let printed = Edition.allCases.filter { editions.contains($0) && article.facts.frontMatter.editions.contains($0) }
    self.editions = printed
    rows = []
    var places: [String: Int] = [:]
    func place(_ construct: String, _ rows: inout [Row]) -> Int {
      if let place = places[construct] { return place }
      places[construct] = rows.count
      rows.append(Row(construct: construct, count: 0, changes: [:]))
      return rows.count - 1
    }
    var rows: [Row] = []
    if article.facts.frontMatter.cover != nil { rows[place("cover", &rows)].count = 1 }
    TreeWalk.visit(article.body + article.footnotes.flatMap(\.content)) { block in
      for name in Construct.names(of: block) { rows[place(name, &rows)].count += 1 }
    } inline: { inline in
      for name in Construct.names(of: inline) { rows[place(name, &rows)].count += 1 }
    }
    if !article.footnotes.isEmpty { rows[place("footnote", &rows)].count = article.footnotes.count }
    for one in adaptations where one.path == path && printed.contains(one.edition) {
      let row = place(one.construct, &rows)
      var changes = rows[row].changes[one.edition] ?? []
      if let same = changes.firstIndex(where: {
        $0.outcome == one.outcome && $0.replacement == one.replacement && $0.losesText == one.losesText
      }) {
        changes[same].places.append(one.range)
      } else {
        changes.append(
          Change(
            outcome: one.outcome, replacement: one.replacement, losesText: one.losesText, places: [one.range]))
      }
      rows[row].changes[one.edition] = changes
      let changed = changes.reduce(0) { $0 + $1.places.count }
      // Whatever was reported was there.
      rows[row].count = max(rows[row].count, changed)
    }
    self.rows = rows
  }
}
