import Diagnostics
import Manuscript

extension Binder {
  /// Puts the names and pages of the table of authors in place of the ids that front matter writes. With a table, a name
  /// that it lacks is reported and kept as it is: an author must not vanish.
  mutating func resolveAuthors(_ articles: inout [ArticleFacts]) {
    guard !configuration.authors.isEmpty else { return }
    var known: [String: Configuration.KnownAuthor] = [:]
    for author in configuration.authors.reversed() { known[author.name.lowercased()] = author }
    for author in configuration.authors.reversed() { known[author.id.lowercased()] = author }
    for index in articles.indices {
      for position in articles[index].frontMatter.authors.indices {
        let written = articles[index].frontMatter.authors[position]
        if let author = known[written.name.lowercased()] {
          articles[index].frontMatter.authors[position] = FrontMatter.Author(
            name: author.name, url: written.url ?? (author.url.isEmpty ? nil : author.url))
        } else if written.url == nil {
          let meant = Suggestion.nearest(to: written.name, among: configuration.authors.map(\.id))
          diagnostics.append(
            Diagnostic(
              .unknownAuthor, path: articles[index].path,
              range: articles[index].frontMatter.ranges["authors"] ?? .fileStart,
              arguments: [written.name] + (meant.map { [$0] } ?? [])))
        }
      }
    }
  }
}
