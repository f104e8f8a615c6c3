import Diagnostics
import Manuscript
import Testing

@testable import Binding

struct ResolverTests {
  /// Where one target in `content/posts/2022-12-12-hello.md` leads.
  private func resolve(_ target: String, role: Reference.Role = .link) -> (Destination, [Diagnostic.Code]) {
    let all = [
      post("2022-12-12-hello", anchors: ["总结", "ssl"], references: [link(target, role: role)]) { $0.slug = "hello" },
      post("2023-01-01-other", anchors: ["一"]) { $0.slug = "other" },
    ]
    let result = bind(all, assets: [asset("assets/img/1.jpg"), asset("content/posts/img/2.jpg")]) {
      $0.url = "https://example.com"
      $0.basePath = "/blog"
    }
    return (result.publication.entries[0].destinations[0], result.diagnostics.map(\.code))
  }

  @Test(arguments: [
    "2023-01-01-other.md", "./2023-01-01-other.md", "/posts/other/", "/posts/other", "/blog/posts/other/",
    "../other/", "https://example.com/posts/other/", "/posts/other/index.html", "/content/posts/2023-01-01-other.md",
    "{%+post_url+2023-01-01-other+%}", "{%-+post_url+2023-01-01-other+-%}", "{%post_url+2023-01-01-other%}",
    " 2023-01-01-other.md ",
  ])
  func everyFormOfAPostIsFound(_ target: String) {
    #expect(resolve(target).0 == .article(1, anchor: nil))
    #expect(resolve(target).1 == [])
  }

  @Test(arguments: ["2023-01-01-other.md#一", "/posts/other/#%E4%B8%80"])
  func anchorsOfOtherPostsAreFound(_ target: String) {
    #expect(resolve(target).0 == .article(1, anchor: "一"))
  }

  @Test func deadAnchorsAreReported() {
    #expect(resolve("#总结") == (.anchor("总结"), []))
    #expect(resolve("#nope").1 == [.brokenAnchor])
    #expect(resolve("2023-01-01-other.md#nope") == (.article(1, anchor: nil), [.brokenAnchor]))
    #expect(resolve("#") == (.anchor(""), []))
  }

  @Test(arguments: ["../../assets/img/1.jpg", "/assets/img/1.jpg", "assets/img/1.jpg", "/blog/assets/img/1.jpg"])
  func assetsAreFoundByMeaning(_ target: String) {
    #expect(resolve(target, role: .image).0 == .asset(0, suffix: ""))
    #expect(resolve(target, role: .image).1 == [])
  }

  @Test(arguments: [
    ("https://img.example.org/a.png", Destination.asset(0, suffix: ""), [Diagnostic.Code]()),
    ("https://img.example.org/a.png?w=300#x", .asset(0, suffix: ""), []),
    ("https://cdn.example.org/x/2.jpg?v=1", .asset(1, suffix: ""), []),
    ("https://cdn.example.org/other/2.jpg", .external("https://cdn.example.org/other/2.jpg"), [.missingAsset]),
    (
      "https://cdn.example.org/x/../../../etc/passwd", .external("https://cdn.example.org/x/../../../etc/passwd"),
      [.missingAsset]
    ),
    ("https://elsewhere.example.org/a.png", .external("https://elsewhere.example.org/a.png"), [.remoteImage]),
  ])
  func localCopiesStandForWhatIsElsewhere(target: String, destination: Destination, codes: [Diagnostic.Code]) {
    for role in [Reference.Role.image, .link] {
      let all = [post("2022-12-12-hello", references: [link(target, role: role)]) { $0.slug = "hello" }]
      let result = bind(all, assets: [asset("assets/img/1.jpg"), asset("content/posts/img/2.jpg")]) {
        $0.localCopies = [
          .init(address: "https://img.example.org/a.png", file: "assets/img/1.jpg"),
          .init(address: "https://cdn.example.org/", file: "assets/none"),
          .init(address: "https://cdn.example.org/x/", file: "content/posts/img"),
        ]
      }
      // A link leads where it leads: only what is shown is replaced.
      #expect(result.publication.entries[0].destinations[0] == (role == .link ? .external(target) : destination))
      #expect(result.diagnostics.map(\.code) == (role == .link ? [] : codes))
    }
  }

  @Test(arguments: [
    ("https://img.example.org/a.png", Destination.asset(1, suffix: ""), [Diagnostic.Code]()),
    ("https://cdn.example.org/x/2.jpg?v=1", .asset(1, suffix: ""), []),
    (
      "https://cdn.example.org/x/%2E%2E/%2e%2e/1.jpg", .external("https://cdn.example.org/x/%2E%2E/%2e%2e/1.jpg"),
      [.missingAsset]
    ),
    ("https://gone.example.org/a.png", .external("https://gone.example.org/a.png"), [.missingAsset]),
    ("https://own.example.org/a.png", .asset(0, suffix: ""), []),
  ])
  func anArticleNamesLocalCopiesAsItNamesImages(target: String, destination: Destination, codes: [Diagnostic.Code]) {
    let all = [
      post("2022-12-12-hello", references: [link(target, role: .image)]) {
        $0.frontMatter.localCopies = [
          .init(address: "https://img.example.org/a.png", file: "img/2.jpg"),
          .init(address: "https://cdn.example.org/x/", file: "/content/posts/img/"),
          .init(address: "https://gone.example.org/", file: "nowhere"),
        ]
      }
    ]
    let result = bind(all, assets: [asset("assets/img/1.jpg"), asset("content/posts/img/2.jpg")]) {
      // The article's own word wins.
      $0.localCopies = [
        .init(address: "https://img.example.org/a.png", file: "assets/img/1.jpg"),
        .init(address: "https://own.example.org/a.png", file: "assets/img/1.jpg"),
      ]
    }
    #expect(result.publication.entries[0].destinations[0] == destination)
    #expect(result.diagnostics.map(\.code) == codes)
  }

  @Test func neighbouringFilesAreAssets() {
    #expect(resolve("img/2.jpg?raw=1", role: .image).0 == .asset(1, suffix: "?raw=1"))
  }

  @Test func missingFilesSuggestTheOtherCase() {
    #expect(resolve("../../assets/img/1.JPG", role: .image).1 == [.missingAsset])
    #expect(resolve("/nowhere/") == (.broken("/nowhere/"), [.brokenLink]))
    #expect(resolve("../../../../etc/passwd").1 == [.brokenLink])
  }

  @Test(arguments: ["https://a.b/c", "mailto:a@b.c", "tel:+8610", "//cdn.example/x", "weixin://dl"])
  func addressesElsewhereStay(_ target: String) { #expect(resolve(target) == (.external(target), [])) }

  @Test func remoteImagesAreReported() {
    #expect(resolve("https://a.b/c.png", role: .image).1 == [.remoteImage])
    #expect(resolve("data:image/png;base64,AA==", role: .image).1 == [])
  }

  @Test func listingsCanBeLinked() { #expect(resolve("/tags/") == (.listing("/tags/"), [])) }
}
