import Diagnostics
import Manuscript

extension Binder {
  /// Tags in order of their address. Names that differ only in case are one tag, under the name its newest post uses.
  mutating func bindTags(_ posts: [Int]) -> [Publication.Term] {
    var table = TermTable()
    for post in posts {
      for name in entries[post].facts.frontMatter.tags {
        if let variant = table.add(post, name: name, parent: nil) { report(variant, of: name, in: post, key: "tags") }
      }
    }
    return table.finish(prefix: "/tags/")
  }

  /// Categories, each level below the one before it.
  mutating func bindCategories(_ posts: [Int]) -> [Publication.Term] {
    var table = TermTable()
    for post in posts {
      var parent: Int?
      for name in entries[post].facts.frontMatter.categories {
        if let variant = table.add(post, name: name, parent: parent) {
          report(variant, of: name, in: post, key: "categories")
        }
        parent = table.index(of: name, parent: parent)
      }
    }
    return table.finish(prefix: "/categories/")
  }

  /// Series, each in its order: `order` first, then the older part.
  mutating func bindSeries(_ posts: [Int]) -> [Publication.Term] {
    var table = TermTable()
    for post in posts {
      guard let name = entries[post].facts.frontMatter.series else { continue }
      if let variant = table.add(post, name: name, parent: nil) { report(variant, of: name, in: post, key: "series") }
    }
    return table.finish(prefix: "/series/").map { series in
      var series = series
      func key(_ post: Int) -> (Int, Int64) {
        let matter = entries[post].facts.frontMatter
        return (matter.order ?? Int.max, matter.date?.seconds ?? Int64.max)
      }
      // Ties by path: entries are in order of path.
      series.posts.sort { key($0) != key($1) ? key($0) < key($1) : $0 < $1 }
      return series
    }
  }

  /// Who wrote the posts; no one where all are by the same.
  mutating func bindAuthors(_ posts: [Int]) -> [Publication.Term] {
    var table = TermTable()
    var urls: [String: String] = [:]
    for author in configuration.authors where !author.url.isEmpty { urls[author.name.lowercased()] = author.url }
    for post in posts {
      let written = entries[post].facts.frontMatter.authors
      let names = written.isEmpty ? [configuration.author.name] : written.map(\.name)
      for name in names where !name.isEmpty { _ = table.add(post, name: name, parent: nil) }
      for author in written {
        if let url = author.url, urls[author.name.lowercased()] == nil { urls[author.name.lowercased()] = url }
      }
    }
    if urls[configuration.author.name.lowercased()] == nil {
      urls[configuration.author.name.lowercased()] = configuration.author.url
    }
    let authors = table.finish(prefix: "/authors/")
    guard authors.count > 1 else { return [] }
    return authors.map { author in
      var author = author
      author.url = urls[author.name.lowercased()] ?? ""
      return author
    }
  }

  private mutating func report(_ first: String, of name: String, in post: Int, key: String) {
    let facts = entries[post].facts
    diagnostics.append(
      Diagnostic(
        .twinTerm, path: facts.path, range: facts.frontMatter.ranges[key] ?? .fileStart, arguments: [name, first]))
  }
}

/// Categories or tags while posts are being counted.
private struct TermTable {
  private struct Key: Hashable {
    var folded: String
    var parent: Int?
  }

  private var indices: [Key: Int] = [:]
  private var terms: [Publication.Term] = []
  private var reported: Set<String> = []

  func index(of name: String, parent: Int?) -> Int? { indices[Key(folded: name.lowercased(), parent: parent)] }

  /// Adds a post to a term. Returns the name already in use when this one differs from it in case, once per spelling.
  mutating func add(_ post: Int, name: String, parent: Int?) -> String? {
    let key = Key(folded: name.lowercased(), parent: parent)
    guard let index = indices[key] else {
      indices[key] = terms.count
      terms.append(Publication.Term(name: name, sitePath: "", miniProgramName: "", parent: parent, posts: [post]))
      return nil
    }
    if terms[index].posts.last != post { terms[index].posts.append(post) }
    return terms[index].name != name && reported.insert(name).inserted ? terms[index].name : nil
  }

  /// Gives each term its address, in an order that depends on names alone, and returns them in that order.
  func finish(prefix: String) -> [Publication.Term] {
    let order = terms.indices.sorted { path(of: $0).lexicographicallyPrecedes(path(of: $1)) }
    var position = Array(repeating: 0, count: terms.count)
    for (place, index) in order.enumerated() { position[index] = place }
    var slugs: Set<String> = []
    var names: Set<String> = []
    return order.map { index in
      var term = terms[index]
      let plain = Slug.term(term.name)
      let slug = unique(plain.isEmpty ? "term-" + Slug.shortHash(term.name) : plain, in: &slugs) {
        term.parent.map { Slug.term(terms[$0].name) + "-" + plain } ?? plain
      }
      term.sitePath = prefix + slug + "/"
      let ascii = Slug.ascii(slug, identity: slug)
      term.miniProgramName = unique(ascii, in: &names) { ascii }
      term.parent = term.parent.map { position[$0] }
      return term
    }
  }

  /// The names from the top to this term, folded: what the order depends on.
  private func path(of index: Int) -> [String] {
    var names: [String] = []
    var current: Int? = index
    while let here = current {
      names.append(terms[here].name.lowercased())
      current = terms[here].parent
    }
    return names.reversed()
  }

  private func unique(_ name: String, in taken: inout Set<String>, second: () -> String) -> String {
    if taken.insert(name).inserted { return name }
    let other = second()
    if !other.isEmpty, taken.insert(other).inserted { return other }
    var number = 2
    while !taken.insert("\(name)-\(number)").inserted { number += 1 }
    return "\(name)-\(number)"
  }
}
