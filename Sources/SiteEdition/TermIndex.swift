import Manuscript

/// Finds the page of a category or a tag by the name that an article gives it.
struct TermIndex: Sendable {
  private struct Key: Hashable {
    /// Lower case, as binding compares names.
    var name: String
    var parent: Int?
  }

  private var tags: [Key: Int] = [:]
  private var categories: [Key: Int] = [:]
  private var authors: [Key: Int] = [:]

  init(_ publication: Publication) {
    for (index, term) in publication.tags.enumerated() {
      tags[Key(name: term.name.lowercased(), parent: nil)] = index
    }
    for (index, term) in publication.authors.enumerated() {
      authors[Key(name: term.name.lowercased(), parent: nil)] = index
    }
    for (index, term) in publication.categories.enumerated() {
      categories[Key(name: term.name.lowercased(), parent: term.parent)] = index
    }
  }

  /// Index into `Publication.tags`; nil for a name that only hidden articles use.
  func tag(_ name: String) -> Int? { tags[Key(name: name.lowercased(), parent: nil)] }

  /// Index into `Publication.authors`; nil where there is no page.
  func author(_ name: String) -> Int? { authors[Key(name: name.lowercased(), parent: nil)] }

  /// Indices into `Publication.categories`, from the general to the particular; nil where there is no page.
  func categories(_ names: [String]) -> [Int?] {
    var parent: Int?
    var isLost = false
    return names.map { name in
      guard !isLost, let found = categories[Key(name: name.lowercased(), parent: parent)] else {
        isLost = true
        return nil
      }
      parent = found
      return found
    }
  }
}
