package import Manuscript
import Templating
import Typesetting

extension SiteWriter {
  /// Prints one article: its page, where its blocks are on it, and what could not be said as it is.
  ///
  /// - Parameters:
  ///   - article: the whole article, read again or remembered.
  ///   - entry: its index in `Publication.entries`.
  ///   - drawings: the SVG of its diagrams, by asset: those stand in the page itself.
  package func write(_ article: Article, entry index: Int, drawings: [Int: [UInt8]] = [:]) -> WrittenArticle {
    write(article, publication.entries[index], index, drawings)
  }

  private func write(
    _ article: Article, _ entry: Publication.Entry, _ index: Int, _ drawings: [Int: [UInt8]]
  ) -> WrittenArticle {
    let tag = entry.facts.frontMatter.language ?? configuration.contentLanguage
    let words = SiteWords(tag: tag)
    let titleHeading = ownTitle(article)
    var writer = ArticleBodyWriter(
      article, profile: .offprint,
      links: ArticleLinks(references: article.facts.references, destinations: entry.destinations, site: addresses),
      words: words, showsLineNumbers: configuration.showsLineNumbers)
    let title: TemplateValue =
      if let titleHeading { .markup(writer.writeTitle(titleHeading.content)) } else { .string(entry.facts.title) }
    writer.drawings = drawings
    let cover = cover(of: entry)
    writer.eagerImages = cover == nil ? 1 : 0
    let body = writer.write(from: titleHeading == nil ? 0 : 1)
    let page = Page(
      sitePath: entry.sitePath, languageTag: tag, title: entry.facts.title, description: entry.facts.summary,
      isIndexed: !entry.facts.frontMatter.isHidden, isArticle: entry.facts.kind == .post,
      entry: index, cover: cover)
    let values = articleValues(
      entry, index, words: words, title: title, titleAnchor: titleHeading?.id, body: body.html, cover: cover)
    let file = SiteAddresses.file(ofPath: entry.sitePath)
    let bytes = render("article", page, values, reserving: body.html.count + 8192)
    return WrittenArticle(
      artifacts: [Artifact(path: file, bytes: bytes)], adaptations: body.adaptations,
      sourceMap: SourceMap(
        path: entry.facts.path, edition: .site,
        entries: body.positions.map { SourceMap.Entry(range: $0.range, page: file, position: $0.position) }))
  }

  /// The heading that opens the body and says the article's title: the page prints it as its title, not again in the body.
  func ownTitle(_ article: Article) -> Heading? {
    guard let first = article.body.first, case .heading(let heading) = first.kind, heading.level == 1,
      let outline = article.facts.outline.first, outline.block == 0, outline.title == article.facts.title
    else { return nil }
    return heading
  }

  private func articleValues(
    _ entry: Publication.Entry, _ index: Int, words: SiteWords, title: TemplateValue, titleAnchor: String?,
    body: [UInt8],
    cover: Cover?
  ) -> TemplateObject {
    // A change on the day itself is no news.
    let changed = entry.facts.frontMatter.lastModified.map(words.day)
    let updated = changed == entry.facts.frontMatter.date.map(words.day) ? nil : entry.facts.frontMatter.lastModified
    let isPost = entry.facts.kind == .post
    let authors = isPost ? authors(of: entry.facts.frontMatter) : []
    let documents = entry.facts.kind == .document ? documents.values(current: index, addresses) : []
    let breadcrumb =
      isPost
      ? categoryLinks(entry.facts) : documents.isEmpty ? [] : self.documents.breadcrumb(of: index, addresses).map(link)
    return TemplateObject(
      SiteShapes.article,
      [
        "titleMarkup": title, "titleAnchor": .string(titleAnchor),
        "hasDateline": .boolean(isPost || entry.facts.frontMatter.date != nil),
        "authors": .list(authors), "date": .string(entry.facts.frontMatter.date.map(words.day)),
        "dateISO": .string(entry.facts.frontMatter.date?.iso8601), "updated": .string(updated.map(words.day)),
        "updatedISO": .string(updated?.iso8601),
        "readingTime": isPost
          ? .string(words.readingTime(entry.facts.wordCount, characterCount: entry.facts.characterCount)) : .absent,
        "hasBreadcrumb": .boolean(!breadcrumb.isEmpty), "breadcrumb": .list(breadcrumb),
        "cover": cover.map(coverValue) ?? .absent, "contents": contents(of: entry.facts), "body": .markup(body),
        "hasTags": .boolean(!entry.facts.frontMatter.tags.isEmpty), "tags": .list(tagLinks(entry.facts)),
        "editAddress": editAddress(of: entry.facts),
        "hasNeighbours": .boolean(entry.previous != nil || entry.next != nil),
        "previous": neighbour(entry.previous), "next": neighbour(entry.next),
        "hasRelated": .boolean(!entry.related.isEmpty),
        "related": .list(entry.related.map { line($0, date: words.day) }),
        "hasSidebar": .boolean(!documents.isEmpty),
        "documents": .list(documents), "isPost": .boolean(isPost),
        "showsComments": .boolean(isPost && entry.facts.frontMatter.showsComments),
        "hasTranslations": .boolean(!entry.translations.isEmpty),
        "translations": .list(translationValues(index)), "series": seriesValue(index, words: words),
      ])
  }

  private func authors(of matter: FrontMatter) -> [TemplateValue] {
    let author = configuration.author
    let written = matter.authors.filter { !$0.name.isEmpty }
    let known =
      written.isEmpty && !author.name.isEmpty
      ? [FrontMatter.Author(name: author.name, url: author.url.isEmpty ? nil : author.url)] : written
    // Where there are several authors each has a page here, which names the one elsewhere.
    return known.map { one in
      link(
        one.name,
        terms.author(one.name).map { addresses.address(ofPath: publication.authors[$0].sitePath) }
          ?? one.url.map(addresses.address(ofTarget:)))
    }
  }

  private func neighbour(_ index: Int?) -> TemplateValue {
    guard let index else { return .absent }
    return link(publication.entries[index].facts.title, addresses.entries[index])
  }

  /// The contents beside the text: sections and their parts; nothing for an article with fewer than two.
  private func contents(of facts: ArticleFacts) -> TemplateValue {
    guard facts.frontMatter.showsContents else { return .absent }
    let headings = facts.outline.filter {
      (2...max(2, configuration.site.contentsDepth)).contains($0.level) && !$0.id.isEmpty
    }
    guard headings.count > 1 else { return .absent }
    var printer = HTMLPrinter(reservingCapacity: headings.count * 96)
    OutlineWriter.write(headings[...], to: &printer)
    return .markup(printer.bytes)
  }

  private func editAddress(of facts: ArticleFacts) -> TemplateValue {
    let link = configuration.site.editLink
    guard !link.isEmpty, let token = link.firstRange(of: ":path") else { return .absent }
    return .text(
      AddressEncoding.encode(suffix: String(link[..<token.lowerBound])) + AddressEncoding.encode(path: facts.path)
        + AddressEncoding.encode(suffix: String(link[token.upperBound...])))
  }
}
