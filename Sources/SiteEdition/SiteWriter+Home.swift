import Manuscript
import Templating

extension SiteWriter {
  /// The home lists in pages: pinned posts first, then all others, newest first.
  func writeHomes() -> [Artifact] {
    homes.flatMap { home -> [Artifact] in
      // An author's own page may stand at the root; then the list has no place.
      guard home.path != "/" || !publication.entries.contains(where: { $0.sitePath == "/" }) else { return [] }
      let shown = Set(home.posts)
      let pinned = publication.pinned.filter { shown.contains($0) }
      let isPinned = Set(pinned)
      let posts = pinned + home.posts.filter { !isPinned.contains($0) }
      let size = max(1, configuration.pageSize)
      let count = max(1, (posts.count + size - 1) / size)
      return (1...count).map { number in
        let shown = posts[min(posts.count, (number - 1) * size)..<min(posts.count, number * size)]
        return writePage(number, of: count, home, shown, isPinned)
      }
    }
  }

  private func writePage(
    _ number: Int, of count: Int, _ home: HomeList, _ posts: ArraySlice<Int>, _ pinned: Set<Int>
  ) -> Artifact {
    let words = SiteWords(tag: home.languageTag)
    let isOwn = home.path == "/"
    var page = Page(
      sitePath: home.path(ofPage: number), languageTag: home.languageTag,
      title: number == 1 ? configuration.title : words.page(number),
      description: configuration.description.isEmpty ? configuration.tagline : configuration.description)
    if number == 1 { page.languages = homes.count > 1 ? homes.map { ($0.languageTag, $0.path) } : [] }
    if !isOwn { page.feedPath = home.feedPath }
    let updated = number == 1 ? publication.recentlyUpdated.filter { home.posts.contains($0) } : []
    let tags = number == 1 && isOwn && publication.tags.count > 1 ? trendingTags : []
    let values = TemplateObject(
      SiteShapes.home,
      [
        "isFirstPage": .boolean(number == 1), "hasPosts": .boolean(!posts.isEmpty),
        "posts": .list(posts.map { postValue($0, isPinned: pinned.contains($0)) }), "hasPages": .boolean(count > 1),
        "newerAddress": number > 1 ? .text(addresses.address(ofPath: home.path(ofPage: number - 1))) : .absent,
        "olderAddress": number < count ? .text(addresses.address(ofPath: home.path(ofPage: number + 1))) : .absent,
        "position": .string(words.position(number, of: count)), "hasRecentlyUpdated": .boolean(!updated.isEmpty),
        "recentlyUpdated": .list(updated.map(updatedLine)), "hasTrendingTags": .boolean(!tags.isEmpty),
        "trendingTags": .list(tags), "hasTranslations": .boolean(homes.count > 1 && number == 1),
        "translations": .list(homes.filter { $0.path != home.path }.map(translationValue)),
      ])
    return artifact(page.sitePath, render("home", page, values))
  }

  private func translationValue(_ home: HomeList) -> TemplateValue {
    .object(
      SiteShapes.translation,
      [
        "title": .string(LanguageNames.name(home.languageTag)), "address": .text(addresses.address(ofPath: home.path)),
        "language": .string(home.languageTag),
      ])
  }

  /// An article with the date of its last change.
  private func updatedLine(_ index: Int) -> TemplateValue {
    let facts = publication.entries[index].facts
    let changed = facts.frontMatter.lastModified
    return .object(
      SiteShapes.line,
      [
        "title": .string(facts.title), "address": .text(addresses.entries[index]),
        "date": .string(changed?.shortDay), "dateISO": .string(changed?.iso8601),
      ])
  }

  /// The tags with the most posts, ten at most; of equals in their order.
  private var trendingTags: [TemplateValue] {
    let tags = publication.tags
    let order = tags.indices.sorted {
      tags[$0].posts.count != tags[$1].posts.count ? tags[$0].posts.count > tags[$1].posts.count : $0 < $1
    }
    return order.prefix(10).map { childValue(tags[$0]) }
  }

  private func postValue(_ index: Int, isPinned: Bool) -> TemplateValue {
    let facts = publication.entries[index].facts
    let words = SiteWords(tag: facts.frontMatter.language ?? configuration.contentLanguage)
    return .object(
      SiteShapes.post,
      [
        "title": .string(facts.title), "address": .text(addresses.entries[index]),
        "date": .string(facts.frontMatter.date.map(words.day)), "dateISO": .string(facts.frontMatter.date?.iso8601),
        "summary": .string(facts.listed), "isPinned": .boolean(isPinned), "categories": .list(categoryLinks(facts)),
        "cover": cover(of: publication.entries[index]).map(coverValue) ?? .absent,
      ])
  }
}
