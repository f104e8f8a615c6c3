import Diagnostics
import Manuscript

@testable import SiteEdition

/// Documents made by hand, for what needs no file.
let nowhere = SourceRange.fileStart

func block(_ kind: Block.Kind, _ attributes: [String: String] = [:]) -> Block {
  Block(kind, range: nowhere, attributes: sample(attributes))
}

func inline(_ kind: Inline.Kind, _ attributes: [String: String] = [:]) -> Inline {
  Inline(kind, range: nowhere, attributes: sample(attributes))
}

func words(_ text: String) -> Inline { inline(.text(Text(text))) }

func paragraph(_ text: String) -> Block { block(.paragraph([words(text)])) }

private func sample(_ attributes: [String: String]) -> Attributes {
  Attributes(attributes.sorted { $0.key < $1.key }.map { Attributes.Item(name: $0.key, value: $0.value) })
}

func article(_ body: [Block], footnotes: [Footnote] = [], references: [String] = []) -> Article {
  Article(
    facts: ArticleFacts(
      path: "content/posts/a.md", kind: .post, fingerprint: 0, frontMatter: FrontMatter(), title: "A", slug: "a",
      references: references.map { Reference(role: .link, target: $0, range: nowhere) }),
    body: body, footnotes: footnotes)
}

/// The body in the plain profile.
func plain(_ body: [Block], footnotes: [Footnote] = [], references: [String] = []) -> String {
  String(decoding: ArticleBodyWriter.plain(article(body, footnotes: footnotes, references: references)), as: UTF8.self)
}

/// The body as readers get it.
func offprint(
  _ body: [Block], footnotes: [Footnote] = [], destinations: [Destination] = [], publication: Publication? = nil,
  change: (inout Article) -> Void = { _ in }
) -> String {
  var article = article(body, footnotes: footnotes, references: destinations.map { _ in "written" })
  change(&article)
  let publication = publication ?? Publication(configuration: Configuration())
  let links = ArticleLinks(
    references: article.facts.references, destinations: destinations, site: SiteAddresses(publication))
  var writer = ArticleBodyWriter(
    article, profile: .offprint, links: links, words: SiteWords(.english), showsLineNumbers: false)
  return String(decoding: writer.write(from: 0).html, as: UTF8.self)
}
