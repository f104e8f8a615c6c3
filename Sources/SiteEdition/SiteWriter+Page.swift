import Diagnostics
import Manuscript
import Templating
import Typesetting

extension SiteWriter {
  /// What the layout asks of a page.
  struct Page {
    var sitePath: String
    /// BCP 47.
    var languageTag: String
    var title: String
    var description = ""
    /// Whether search engines should list it.
    var isIndexed = true
    var isArticle = false
    /// The article that the page is; nil for lists.
    var entry: Int?
    /// A picture that the author chose for it.
    var cover: Cover?
    /// A list in several languages: every one of them, this page's too, with its site path.
    var languages: [(tag: String, sitePath: String)] = []
    /// Site path of a feed of what the page lists.
    var feedPath: String?
  }

  func layoutValues(_ page: Page) -> TemplateObject {
    let title = configuration.title
    return TemplateObject(
      SiteShapes.page,
      [
        "language": .string(page.languageTag), "title": .string(page.title),
        "documentTitle": .string(page.title == title ? title : "\(page.title) · \(title)"),
        "description": .string(page.description), "canonical": canonical(of: page.sitePath),
        "isIndexed": .boolean(page.isIndexed), "metadata": .markup(metadata(of: page)),
        "menu": shell.menu(at: page.sitePath),
      ])
  }

  /// The whole address of a page; nothing when the site's own is not known.
  private func canonical(of sitePath: String) -> TemplateValue {
    configuration.url.isEmpty ? .absent : .text(addresses.whole(addresses.address(ofPath: sitePath)))
  }

  /// An article as lists of titles show it.
  func line(_ index: Int, date: (ArticleDate) -> String) -> TemplateValue {
    let facts = publication.entries[index].facts
    return .object(
      SiteShapes.line,
      [
        "title": .string(facts.title), "address": .text(addresses.entries[index]),
        "date": .string(facts.frontMatter.date.map(date)), "dateISO": .string(facts.frontMatter.date?.iso8601),
      ])
  }

  func link(_ title: String, _ address: [UInt8]?) -> TemplateValue {
    .object(
      SiteShapes.link, ["title": .string(title), "address": address.map { .text($0) } ?? .absent])
  }

  /// The categories of an article as links, from the general to the particular.
  func categoryLinks(_ facts: ArticleFacts) -> [TemplateValue] {
    let names = facts.frontMatter.categories
    return zip(names, terms.categories(names)).map { name, index in
      link(name, index.map { addresses.address(ofPath: publication.categories[$0].sitePath) })
    }
  }

  func tagLinks(_ facts: ArticleFacts) -> [TemplateValue] {
    facts.frontMatter.tags.map { name in
      link(name, terms.tag(name).map { addresses.address(ofPath: publication.tags[$0].sitePath) })
    }
  }
}
