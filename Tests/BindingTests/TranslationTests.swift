import Diagnostics
import Manuscript
import Testing

@testable import Binding

@Suite struct TranslationTests {
  private func paths(_ publication: Publication) -> [String: String] {
    Dictionary(publication.entries.map { ($0.facts.path, $0.sitePath) }) { first, _ in first }
  }

  @Test func aLanguageInTheNameMakesATranslation() {
    let (publication, diagnostics) = bind([
      post("2024-05-01-hello") { $0.slug = "hello" },
      post("2024-05-01-hello.en") { $0.slug = "hello.en" },
      // No file `node.md` stands beside this one, and `js` is no language.
      post("2024-05-01-node.js") { $0.slug = "node.js" },
    ])
    #expect(diagnostics.isEmpty)
    #expect(
      paths(publication) == [
        "content/posts/2024-05-01-hello.md": "/posts/hello/",
        "content/posts/2024-05-01-hello.en.md": "/en/posts/hello/",
        "content/posts/2024-05-01-node.js.md": "/posts/node.js/",
      ])
    let translated = publication.entries.filter { !$0.translations.isEmpty }
    #expect(translated.count == 2)
    #expect(translated.allSatisfy { $0.translations.count == 2 })
    #expect(publication.entries.first { $0.facts.path.contains(".en.") }?.facts.frontMatter.language == "en")
  }

  @Test func homeListsShowATranslatedPostOnce() {
    let (publication, _) = bind([
      post("2024-05-01-hello", date: 3) { $0.slug = "hello" },
      post("2024-05-01-hello.en", date: 3) { $0.slug = "hello.en" },
      post("only-english", date: 2) { $0.frontMatter.language = "en" }, post("再见", date: 1),
    ])
    func titles(_ posts: [Int]) -> [String] { posts.map { publication.entries[$0].facts.title } }
    #expect(titles(publication.posts).count == 4)
    #expect(titles(publication.homePosts) == ["2024-05-01-hello", "only-english", "再见"])
    #expect(publication.languageHomes.map(\.tag) == ["en"])
    #expect(titles(publication.languageHomes[0].posts) == ["2024-05-01-hello.en", "only-english"])
  }

  @Test func aLanguageWithoutTranslationsHasNoHome() {
    let (publication, _) = bind([post("a"), post("b") { $0.frontMatter.language = "en" }])
    #expect(publication.languageHomes.isEmpty && publication.homePosts.count == 2)
  }

  @Test func theSameAddressInTwoLanguagesIsATranslationInEitherOrder() {
    for names in [["a/hello", "b/hello"], ["b/hello", "a/hello"]] {
      let (publication, diagnostics) = bind([
        post(names[0]) { $0.slug = "hello" },
        post(names[1]) {
          $0.slug = "hello"
          $0.frontMatter.language = "en"
        },
      ])
      #expect(diagnostics.isEmpty)
      #expect(Set(publication.entries.map(\.sitePath)) == ["/posts/hello/", "/en/posts/hello/"])
    }
  }

  @Test func twoOfOneLanguageAreStillTwins() {
    let (_, diagnostics) = bind([
      post("a/x") { $0.slug = "x" }, post("b/x") { $0.slug = "x" },
    ])
    #expect(diagnostics.map(\.code) == [.twinAddress])
  }

  @Test func aKeyJoinsWhatIsNamedDifferently() {
    let (publication, _) = bind([
      post("你好") { $0.frontMatter.translationKey = "greeting" },
      post("hello") {
        $0.frontMatter.translationKey = "greeting"
        $0.frontMatter.language = "en"
      },
      post("bonjour") {
        $0.frontMatter.translationKey = "greeting"
        $0.frontMatter.language = "fr"
      },
      post("alone") { $0.frontMatter.translationKey = "other" },
    ])
    let titles = publication.entries.map { entry in
      entry.translations.map { publication.entries[$0].facts.title }
    }
    #expect(titles.filter { $0.isEmpty }.count == 1)
    #expect(titles.filter { $0 == ["hello", "bonjour", "你好"] }.count == 3)
    #expect(publication.entries.first { $0.facts.title == "hello" }?.sitePath == "/posts/hello/")
  }

  @Test func anEditionThatLacksOneNamesOnlyTheOthers() {
    let (publication, _) = bind([
      post("a") { $0.frontMatter.translationKey = "k" },
      post("b") {
        $0.frontMatter.translationKey = "k"
        $0.frontMatter.language = "en"
        $0.frontMatter.editions = [.site]
      },
    ])
    #expect(publication.restricted(to: .miniProgram).entries.allSatisfy { $0.translations.isEmpty })
    #expect(publication.restricted(to: .site).entries.allSatisfy { $0.translations.count == 2 })
  }
}
