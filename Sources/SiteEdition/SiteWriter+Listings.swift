package import Manuscript
import Templating
import Typesetting

extension SiteWriter {
  /// Prints everything that is no article: lists, feed, site map, redirects, the theme's files and the assets.
  ///
  /// - Parameter feeds: what `feedContent` gave, by entry.
  package func writeListings(feeds: [Int: [UInt8]] = [:]) -> [Artifact] {
    var artifacts = writeHomes()
    var lines = TermLines(publication)
    artifacts += writeCategories(&lines)
    artifacts += writeTags(&lines)
    artifacts.append(writeArchives())
    artifacts.append(writeMissing())
    artifacts += publication.redirects.map(writeRedirect)
    artifacts += writeSeriesAndAuthors(&lines)
    artifacts += writeFeeds(feeds)
    artifacts += writeProgramFiles()
    artifacts += shell.icons.artifacts
    artifacts += ShareCard.artifacts(cards)
    if !files.worker.isEmpty { artifacts.append(artifact("/service-worker.js", files.worker)) }
    artifacts += files.all.map { artifact($0.sitePath, $0.bytes) }
    artifacts += publication.assets.map { asset in
      Artifact(
        path: SiteAddresses.file(ofPath: asset.sitePath),
        content: asset.traits.contains(.located) && !configuration.keepsLocation
          ? .unlocated(of: asset.path) : .copy(of: asset.path))
    }
    // Two files with the same content have the same versions.
    var written: Set<String> = []
    for version in addresses.assets.flatMap({ $0.versions?.all ?? [] }) where written.insert(version.sitePath).inserted
    {
      artifacts.append(
        Artifact(path: SiteAddresses.file(ofPath: version.sitePath), content: .cached(path: version.cachePath)))
    }
    return artifacts
  }

  func artifact(_ sitePath: String, _ bytes: [UInt8]) -> Artifact {
    Artifact(path: SiteAddresses.file(ofPath: sitePath), bytes: bytes)
  }

  private func writeArchives() -> Artifact {
    let words = siteWords
    let years = publication.archives.map { year in
      TemplateValue.object(
        SiteShapes.year,
        ["year": .integer(year.year), "posts": .list(year.posts.map { line($0, date: \.monthAndDay) })])
    }
    let page = Page(sitePath: "/archives/", languageTag: configuration.contentLanguage, title: words.archives)
    let values = TemplateObject(
      SiteShapes.archives, ["count": .string(words.posts(publication.posts.count)), "years": .list(years)])
    return artifact(page.sitePath, render("archives", page, values))
  }

  /// What a server shows for an address that does not exist; every address in it is whole or begins at the root.
  private func writeMissing() -> Artifact {
    let page = Page(
      sitePath: "/404.html", languageTag: configuration.contentLanguage, title: siteWords.missing, isIndexed: false)
    return artifact(page.sitePath, render("missing", page, TemplateObject(SiteShapes.missing, [:])))
  }

  private func writeRedirect(_ redirect: Publication.Redirect) -> Artifact {
    let entry = publication.entries[redirect.entry]
    let page = Page(
      sitePath: entry.sitePath, languageTag: entry.facts.frontMatter.language ?? configuration.contentLanguage,
      title: entry.facts.title, isIndexed: false)
    let values = TemplateObject(SiteShapes.redirect, ["address": .text(addresses.entries[redirect.entry])])
    return artifact(redirect.sitePath, render("redirect", page, values, reserving: 1024, at: redirect.sitePath))
  }
}
