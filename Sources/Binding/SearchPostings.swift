/// Which articles hold which terms: what the search indexes of both editions are printed from.
package struct SearchPostings: Sendable {
  /// One article's share of a term.
  package struct Posting: Hashable, Sendable {
    /// Index into `Publication.entries`.
    package var entry: Int
    /// Occurrences in the body.
    package var count: Int
    /// Whether the title holds it too.
    package var isInTitle: Bool
  }

  private var table: [SearchTerm: [Posting]] = [:]

  package init() {}

  package var termCount: Int { table.count }

  /// Adds an article. Entries come in ascending order, each once.
  package mutating func add(_ entry: Int, title: [UInt8], body: [UInt8]) {
    var counts: [SearchTerm: (count: Int, isInTitle: Bool)] = [:]
    SearchTerm.forEach(in: title) { counts[$0, default: (0, true)].isInTitle = true }
    SearchTerm.forEach(in: body) { counts[$0, default: (0, false)].count += 1 }
    for (term, found) in counts {
      table[term, default: []].append(Posting(entry: entry, count: found.count, isInTitle: found.isInTitle))
    }
  }

  /// Every term with its articles in ascending order; terms in order of their UTF-8 text.
  package var sorted: [(term: SearchTerm, postings: [Posting])] {
    table.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  package subscript(term: SearchTerm) -> [Posting] { table[term] ?? [] }

  /// Articles that hold every term of a query: all that contain it as a substring of characters, and no article that
  /// lacks one of its terms. The last word may be the beginning of a longer one.
  package func candidates(for query: String) -> [Int] {
    var sets: [Set<Int>] = []
    var terms: [SearchTerm] = []
    SearchTerm.forEach(in: Array(query.utf8)) { terms.append($0) }
    for (index, term) in terms.enumerated() {
      switch term {
      case .pair: sets.append(Set(self[term].map(\.entry)))
      case .single(let scalar):
        // A lone character of a query may stand inside a run of the text.
        sets.append(entries { $0.holds(scalar) })
      case .word(let word):
        let isLast = index == terms.count - 1
        sets.append(isLast ? entries { $0.begins(with: word) } : Set(self[term].map(\.entry)))
      }
    }
    guard let first = sets.first else { return [] }
    return sets.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
  }

  private func entries(where matches: (SearchTerm) -> Bool) -> Set<Int> {
    var result: Set<Int> = []
    for (term, postings) in table where matches(term) { for posting in postings { result.insert(posting.entry) } }
    return result
  }
}

extension SearchTerm {
  fileprivate func holds(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .single(let own): own == scalar
    case .pair(let first, let second): first == scalar || second == scalar
    case .word: false
    }
  }

  fileprivate func begins(with prefix: String) -> Bool {
    if case .word(let word) = self { return word.hasPrefix(prefix) }
    return false
  }
}
