extension Publication {
  /// Whether an article is printed in an edition (front matter's `editions`).
  package func holds(_ entry: Int, in edition: Edition) -> Bool {
    entries[entry].facts.frontMatter.editions.contains(edition)
  }

  /// The language of an article: its own, else that of all content (BCP 47).
  package func language(of entry: Int) -> String {
    entries[entry].facts.frontMatter.language ?? configuration.contentLanguage
  }

  /// Whether the search of an edition finds an article: what is hidden stands in no list, and not there either.
  package func isSearchable(_ entry: Int, in edition: Edition) -> Bool {
    holds(entry, in: edition) && !entries[entry].facts.frontMatter.isHidden
  }

  /// The publication as one edition lists it: articles that are not in it are in no list and no one's neighbour, and a
  /// link to one leads nowhere. `entries` keeps its length, so that indices stay what they are.
  ///
  /// The mini-program shows the web address of what it does not hold; there only the lists are made shorter.
  package func restricted(to edition: Edition) -> Publication {
    let isHeld = entries.map { $0.facts.frontMatter.editions.contains(edition) }
    if isHeld.allSatisfy({ $0 }) { return self }
    var result = self
    result.posts = posts.filter { isHeld[$0] }
    result.pinned = pinned.filter { isHeld[$0] }
    result.pages = pages.filter { isHeld[$0] }
    result.redirects = redirects.filter { isHeld[$0.entry] }
    result.archives = archives.map { Year(year: $0.year, posts: $0.posts.filter { isHeld[$0] }) }.filter {
      !$0.posts.isEmpty
    }
    result.categories = Self.shortened(categories, isHeld)
    result.tags = Self.shortened(tags, isHeld)
    result.series = Self.shortened(series, isHeld)
    result.authors = Self.shortened(authors, isHeld)
    result.recentlyUpdated = recentlyUpdated.filter { isHeld[$0] }
    result.documents = Self.shortened(documents, isHeld)
    for index in entries.indices { result.entries[index].part = nil }
    result.numberParts()
    for index in entries.indices {
      let translations = entries[index].translations.filter { isHeld[$0] }
      result.entries[index].translations = translations.count > 1 ? translations : []
      result.entries[index].previous = nearest(index, \.previous, isHeld)
      result.entries[index].next = nearest(index, \.next, isHeld)
      result.entries[index].related = entries[index].related.filter { isHeld[$0] }
      guard edition == .site else { continue }
      result.entries[index].destinations = zip(entries[index].facts.references, entries[index].destinations).map {
        if case .article(let other, _) = $1, !isHeld[other] { return .broken($0.target) }
        return $1
      }
    }
    return result
  }

  /// Tells every part of a series its place.
  package mutating func numberParts() {
    for (number, one) in series.enumerated() {
      for (position, post) in one.posts.enumerated() {
        entries[post].part = Part(series: number, position: position)
      }
    }
  }

  private func nearest(_ start: Int, _ step: KeyPath<Entry, Int?>, _ isHeld: [Bool]) -> Int? {
    var other = entries[start][keyPath: step]
    for _ in entries.indices {
      guard let one = other else { return nil }
      if isHeld[one] { return one }
      other = entries[one][keyPath: step]
    }
    return nil
  }

  private static func shortened(_ terms: [Term], _ isHeld: [Bool]) -> [Term] {
    var position: [Int: Int] = [:]
    var kept: [Term] = []
    for (index, term) in terms.enumerated() {
      var term = term
      term.posts = term.posts.filter { isHeld[$0] }
      if term.posts.isEmpty { continue }
      position[index] = kept.count
      kept.append(term)
    }
    // A parent holds every post of its children, so it is kept where they are.
    for index in kept.indices { kept[index].parent = kept[index].parent.flatMap { position[$0] } }
    return kept
  }

  private static func shortened(_ nodes: [DocumentNode], _ isHeld: [Bool]) -> [DocumentNode] {
    nodes.compactMap { node in
      var node = node
      node.children = shortened(node.children, isHeld)
      if let entry = node.entry, !isHeld[entry] { node.entry = nil }
      return node.entry == nil && node.children.isEmpty ? nil : node
    }
  }
}
