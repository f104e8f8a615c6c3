import Manuscript
import Templating

extension SiteWriter {
  /// The other languages of an article, each called as its readers call it.
  func translationValues(_ index: Int) -> [TemplateValue] {
    publication.entries[index].translations.filter { $0 != index }.map { other in
      let tag = language(of: other)
      return .object(
        SiteShapes.translation,
        [
          "title": .string(LanguageNames.name(tag)), "address": .text(addresses.entries[other]),
          "language": .string(tag),
        ])
    }
  }

  /// Parts of a series that an article names around itself: a list of a hundred would hide the article.
  private static let partsAround = 10

  /// The series of an article; nothing when it is in none.
  func seriesValue(_ index: Int, words: SiteWords) -> TemplateValue {
    guard let part = publication.entries[index].part else { return .absent }
    let series = publication.series[part.series]
    let first = max(0, min(part.position - Self.partsAround / 2, series.posts.count - Self.partsAround))
    let shown = series.posts[first..<min(series.posts.count, first + Self.partsAround)]
    func neighbour(_ position: Int) -> TemplateValue {
      guard series.posts.indices.contains(position) else { return .absent }
      let other = series.posts[position]
      return link(publication.entries[other].facts.title, addresses.entries[other])
    }
    return .object(
      SiteShapes.series,
      [
        "title": .string(series.name), "address": .text(addresses.address(ofPath: series.sitePath)),
        "position": .string(words.part(part.position + 1, of: series.posts.count)),
        "parts": .list(
          shown.map { other in
            .object(
              SiteShapes.part,
              [
                "title": .string(publication.entries[other].facts.title), "address": .text(addresses.entries[other]),
                "isCurrent": .boolean(other == index),
              ])
          }), "previous": neighbour(part.position - 1), "next": neighbour(part.position + 1),
      ])
  }
}
