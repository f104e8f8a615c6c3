package import Manuscript
package import Templating

extension SiteWriter {
  /// The share cards that a publication wants, for a tool to make pictures of; none unless the configuration asks for them.
  package static func shareCards(_ publication: Publication, theme: ThemeFiles) -> [ShareCard] {
    guard publication.configuration.site.makesShareCards else { return [] }
    return ShareCard.wanted(publication, ShareCard.colors(theme))
  }
}
