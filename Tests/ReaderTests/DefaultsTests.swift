import Diagnostics
import Manuscript
import Testing

@testable import Reader

@Suite struct DefaultsTests {
  private func read(_ text: String, _ path: String, _ configuration: String) -> Article {
    let file = SourceFile(path: "offprint.yml", bytes: Array(configuration.utf8))
    let (configuration, problems) = ConfigurationReader.read(file) { _ in nil }
    #expect(problems.isEmpty)
    let reader = ArticleReader(
      options: ReadingOptions(timeZone: configuration.timeZone, defaults: configuration.defaults))
    return reader.read(SourceFile(path: path, bytes: Array(text.utf8)), kind: .post).0
  }

  private let configuration = """
    defaults:
      - scope: {path: ""}
        values: {toc: false, tags: [all], math: true, layout: post}
      - scope: {path: content/posts/a}
        values: {tags: [a], lang: en}
    """

  @Test func theArticleWinsThenTheLongerPath() {
    let own = read("---\ntags: own\n---\nx", "content/posts/a/x.md", configuration).facts.frontMatter
    #expect(own.tags == ["own"] && own.language == "en" && !own.showsContents)
    let near = read("x", "content/posts/a/x.md", configuration).facts.frontMatter
    #expect(near.tags == ["a"])
    let far = read("x", "content/posts/ab/x.md", configuration).facts.frontMatter
    #expect(far.tags == ["all"] && far.language == nil)
    // An explicit value that is the usual one still overrules.
    #expect(read("---\ntoc: true\n---\nx", "content/posts/b.md", configuration).facts.frontMatter.showsContents)
  }

  @Test func theyDecideHowATextIsRead() {
    let body = read("$x^2$", "content/posts/b.md", configuration).body
    guard case .paragraph(let inlines)? = body.first?.kind, case .math? = inlines.first?.kind else {
      Issue.record("no mathematics: \(body)")
      return
    }
  }

  @Test func anotherValueIsAnotherFingerprint() {
    let first = read("x", "content/posts/a/x.md", configuration).facts.fingerprint
    let second = read("x", "content/posts/a/x.md", configuration.replacing("lang: en", with: "lang: fr")).facts
    #expect(first != second.fingerprint)
  }

  @Test func seriesAndExcerpt() {
    let article = read(
      "---\nseries: [One, Two]\nseries_order: 3\nexpiry_date: 2030-01-01\n---\nfirst\n\nsecond\n\n<!--more-->\n\nrest",
      "content/posts/a.md", "")
    #expect(article.facts.frontMatter.series == "One" && article.facts.frontMatter.order == 3)
    #expect(article.facts.frontMatter.expires?.dayText == "2030-01-01")
    #expect(article.facts.excerpt == "first\nsecond" && article.facts.listed == "first\nsecond")
    #expect(read("one\n\ntwo", "content/posts/a.md", "").facts.listed == "one")
  }

  @Test func aFolderMayHoldOneArticle() {
    let facts = read("x", "content/posts/2024-05-01-trip/index.md", "").facts
    #expect(facts.frontMatter.date?.dayText == "2024-05-01" && facts.slug == "trip")
    #expect(read("x", "content/posts/trip/index.md", "").facts.frontMatter.date == nil)
  }

  @Test func charactersAreCountedApart() {
    let facts = read("中文 and English，三 words", "content/posts/a.md", "").facts
    #expect(facts.characterCount == 3 && facts.wordCount == 6)
  }
}
