import Manuscript
import Templating

extension SiteWriter {
  /// The home list in pages: pinned posts first, then all others, newest first.
  func writeHome() -> [Artifact] {
    // An author's own page may stand at the root; then the list has no place.
    guard !publication.entries.contains(where: { $0.sitePath == "/" }) else { return [] }
    let pinned = Set(publication.pinned)
    let posts = publication.pinned + publication.posts.filter { !pinned.contains($0) }
    let size = max(1, configuration.pageSize)
    let count = max(1, (posts.count + size - 1) / size)
    return (1...count).map { number in
      let shown = posts[min(posts.count, (number - 1) * size)..<min(posts.count, number * size)]
      return writeHomePage(number, of: count, shown, pinned)
    }
  }

  private func writeHomePage(_ number: Int, of count: Int, _ posts: ArraySlice<Int>, _ pinned: Set<Int>) -> Artifact {
    let words = siteWords
    let page = Page(
      sitePath: homePath(number), languageTag: configuration.contentLanguage,
      title: number == 1 ? configuration.title : words.page(number),
      description: configuration.description.isEmpty ? configuration.tagline : configuration.description)
    let values = TemplateValue.object(
      SiteShapes.home,
      [
        "isFirstPage": .boolean(number == 1), "hasPosts": .boolean(!posts.isEmpty),
        "posts": .list(posts.map { postValue($0, isPinned: pinned.contains($0)) }), "hasPages": .boolean(count > 1),
        "newerAddress": number > 1 ? .text(addresses.address(ofPath: homePath(number - 1))) : .absent,
        "olderAddress": number < count ? .text(addresses.address(ofPath: homePath(number + 1))) : .absent,
        "position": .string(words.position(number, of: count)),
        "hasRecentlyUpdated": .boolean(number == 1 && !publication.recentlyUpdated.isEmpty),
        "recentlyUpdated": .list(number == 1 ? publication.recentlyUpdated.map(updatedLine) : []),
        "hasTrendingTags": .boolean(number == 1 && publication.tags.count > 1),
        "trendingTags": .list(number == 1 ? trendingTags : []),
      ])
    return artifact(page.sitePath, render("home", page, values))
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

  private func homePath(_ number: Int) -> String { number == 1 ? "/" : "/page/\(number)/" }

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
