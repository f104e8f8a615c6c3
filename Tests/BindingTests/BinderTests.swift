import Diagnostics
import Manuscript
import Testing

@testable import Binding

/// A post without a file: only what binding looks at.
func post(
  _ name: String, title: String? = nil, date: Int64 = 0, tags: [String] = [], categories: [String] = [],
  anchors: [String] = [], references: [Reference] = [], change: (inout ArticleFacts) -> Void = { _ in }
) -> ArticleFacts {
  var matter = FrontMatter()
  matter.date = ArticleDate(seconds: date, offsetMinutes: 480)
  matter.tags = tags
  matter.categories = categories
  var facts = ArticleFacts(
    path: "content/posts/\(name).md", kind: .post, fingerprint: 0, frontMatter: matter, title: title ?? name,
    slug: name, anchors: anchors.map { .init(id: $0, range: .fileStart, block: 0) }, references: references)
  change(&facts)
  return facts
}

func link(_ target: String, role: Reference.Role = .link) -> Reference {
  Reference(role: role, target: target, range: SourceRange(start: 10, end: 20))
}

func asset(_ path: String) -> Asset {
  let site = path.hasPrefix("content/") ? String(path.dropFirst(7)) : "/" + path
  return Asset(path: path, sitePath: site, kind: .jpeg, byteCount: 1, size: nil, contentHash: "00")
}

func bind(
  _ facts: [ArticleFacts], assets: [Asset] = [], now: Int64 = 1_000_000,
  change: (inout Configuration) -> Void = { _ in }
) -> (publication: Publication, diagnostics: [Diagnostic]) {
  var configuration = Configuration()
  change(&configuration)
  return Binder.bind(facts, assets: assets, configuration: configuration, now: now)
}

struct BinderTests {
  @Test func postsAreNewestFirstAndPinnedStandApart() {
    let (publication, diagnostics) = bind([
      post("a", date: 1), post("b", date: 3), post("c", date: 2) { $0.frontMatter.isPinned = true },
      post("hidden", date: 9) { $0.frontMatter.isHidden = true },
    ])
    #expect(publication.posts.map { publication.entries[$0].facts.title } == ["b", "c", "a"])
    #expect(publication.pinned.map { publication.entries[$0].facts.title } == ["c"])
    #expect(diagnostics.isEmpty)
  }

  @Test func draftsUnpublishedAndFutureAreLeftOut() {
    let all = [
      post("draft") { $0.frontMatter.isDraft = true }, post("gone") { $0.frontMatter.isPublished = false },
      post("later", date: 2_000_000), post("now"),
    ]
    let (publication, diagnostics) = bind(all)
    #expect(publication.entries.map(\.facts.title) == ["now"])
    #expect(diagnostics.map(\.code) == [.futureArticle])
    let shown = bind(all) {
      $0.showsDrafts = true
      $0.showsFuture = true
    }
    #expect(shown.publication.entries.map(\.facts.title) == ["draft", "later", "now"])
  }

  @Test func twinAddressesAreErrorsAtBoth() {
    let (_, diagnostics) = bind([
      post("a") { $0.frontMatter.permalink = "/x/" }, post("b") { $0.frontMatter.permalink = "/x" },
    ])
    #expect(diagnostics.map(\.code) == [.twinAddress])
    #expect(diagnostics.first?.severity == .error)
    #expect(diagnostics.first?.notes.first?.path == "content/posts/a.md")
  }

  /// A folder cannot stand where a file does, whichever of the two is read first.
  @Test func addressesThatNeedAFolderOfAFilesNameAreTwins() {
    for (first, second) in [("/x.html", "/x.html/y/"), ("/x.html/y/", "/x.html")] {
      let (_, diagnostics) = bind([
        post("a") { $0.frontMatter.permalink = first }, post("b") { $0.frontMatter.permalink = second },
      ])
      #expect(diagnostics.map(\.code) == [.twinAddress])
    }
    let (_, diagnostics) = bind([
      post("a") { $0.frontMatter.permalink = "/feed.xml" },
      post("b") { $0.frontMatter.aliases = [.init(path: "/robots.txt", range: .fileStart)] },
    ])
    #expect(diagnostics.map(\.code) == [.twinAddress, .duplicateAlias])
  }

  @Test func permalinksOfArticlesHavePlaceholdersToo() {
    let (publication, _) = bind([post("a", date: 86_400) { $0.frontMatter.permalink = "/:year/:month/:title" }])
    #expect(publication.entries.map(\.sitePath) == ["/1970/01/a/"])
  }

  @Test func tagsThatAreSentencesOrSignsHaveAddressesOfTheirOwn() {
    let sentence = String(repeating: "很长的标签", count: 40)
    let (publication, _) = bind([post("a", tags: [sentence, sentence + "二", "🎉", "…"])])
    let paths = publication.tags.map(\.sitePath)
    #expect(Set(paths).count == 4 && paths.allSatisfy { $0.utf8.count <= 210 })
    let alone = bind([post("a", tags: ["🎉"])]).publication.tags.map(\.sitePath)
    #expect(alone.count == 1 && paths.contains(alone[0]))
  }

  @Test(arguments: ["/", "/tags/", "/feed.xml/../tags", "/assets/a.jpg/.."])
  func fixedAddressesCannotBeTaken(_ permalink: String) {
    let (_, diagnostics) = bind([post("a") { $0.frontMatter.permalink = permalink }])
    #expect(diagnostics.map(\.code) == (permalink.hasPrefix("/assets") ? [] : [.twinAddress]))
  }

  @Test func tagsThatLookAlikeKeepTheirPages() {
    let (publication, diagnostics) = bind([
      post("a", date: 2, tags: ["C", "C++", "C#", "iOS"]), post("b", date: 1, tags: ["ios", "c", ".NET", "net"]),
    ])
    let paths = Dictionary(uniqueKeysWithValues: publication.tags.map { ($0.name, $0.sitePath) })
    #expect(paths["C"] == "/tags/c/")
    #expect(paths["C++"] == "/tags/c-plus-plus/")
    #expect(paths["C#"] == "/tags/c-sharp/")
    #expect(paths[".NET"] == "/tags/dot-net/")
    #expect(paths["net"] == "/tags/net/")
    #expect(Set(publication.tags.map(\.sitePath)).count == publication.tags.count)
    #expect(Set(publication.tags.map(\.miniProgramName)).count == publication.tags.count)
    #expect(publication.tags.first { $0.name == "iOS" }?.posts.count == 2)
    #expect(diagnostics.map(\.code) == [.twinTerm, .twinTerm])
  }

  @Test func categoriesHaveTwoLevelsOfTheSameName() {
    let (publication, _) = bind([
      post("a", date: 2, categories: ["编程", "笔记"]), post("b", date: 1, categories: ["生活", "笔记"]),
    ])
    let notes = publication.categories.filter { $0.name == "笔记" }
    #expect(notes.count == 2)
    #expect(Set(publication.categories.map(\.sitePath)).count == 4)
    #expect(notes.compactMap { $0.parent.map { publication.categories[$0].name } }.sorted() == ["生活", "编程"].sorted())
  }

  @Test func filesThatSettingsNameMustExist() {
    let (_, diagnostics) = bind([post("a")], assets: [asset("assets/logo.svg")]) {
      $0.namedFiles = [
        .init(path: "assets/logo.svg", range: SourceRange(start: 1, end: 2)),
        .init(path: "assets/logos.svg", range: SourceRange(start: 3, end: 9)),
      ]
    }
    #expect(diagnostics.map(\.code) == [.missingAsset])
    #expect(diagnostics.first?.range == SourceRange(start: 3, end: 9))
    #expect(diagnostics.first?.arguments == ["assets/logos.svg", "assets/logo.svg"])
  }

  @Test func relatedPostsShareTags() {
    let (publication, _) = bind([
      post("a", date: 4, tags: ["x", "y"]), post("b", date: 3, tags: ["x"]), post("c", date: 2, tags: ["x", "y"]),
      post("d", date: 1, tags: ["z"]),
    ])
    let a = publication.entries.firstIndex { $0.facts.title == "a" }!
    #expect(publication.entries[a].related.map { publication.entries[$0].facts.title } == ["c", "b"])
  }

  @Test func miniProgramNamesAreASCIIAndUnique() {
    let (publication, _) = bind([post("你好"), post("您好"), post("Hello World"), post("hello-world")])
    let names = publication.entries.map(\.miniProgramName)
    #expect(Set(names).count == 4)
    #expect(names.allSatisfy { $0.utf8.allSatisfy { $0 == 45 || (48...57).contains($0) || (97...122).contains($0) } })
  }
}
