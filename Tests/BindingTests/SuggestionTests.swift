import Diagnostics
import Manuscript
import Testing

@testable import Binding

/// "Did you mean" for addresses that lead nowhere, in the way the author wrote them.
struct SuggestionTests {
  /// What is suggested for a target in `content/posts/2024-05-01-case.md`, and what an editor would put in its place.
  private func meant(
    _ target: String, role: Reference.Role = .link, basePath: String = ""
  ) -> (shown: String?, fix: String?, code: Diagnostic.Code?) {
    let reference = Reference(
      role: role, target: target, range: SourceRange(start: 0, end: UInt32(target.utf8.count)))
    let all = [
      post("2024-05-01-case", anchors: ["总结", "setup"], references: [reference]) {
        $0.slug = "case"
        $0.outline = [.init(level: 2, id: "setup", title: "安装与设置", range: .fileStart, block: 0)]
      },
      post("2024-04-01-hello", tags: ["swift"], anchors: ["first-steps"]) { $0.slug = "hello" },
      post("2024-04-02-你好世界") { $0.slug = "你好世界" },
      post("2024-03-01-part-2") { $0.slug = "part-2" },
      post("x") {
        $0.path = "content/docs/guide/index.md"
        $0.kind = .document
      },
    ]
    let files = [
      "assets/img/flow.png", "assets/img/2024/1.png", "content/posts/img/lake (1).jpg", "assets/sound/rain.mp3",
    ]
    let result = bind(all, assets: files.map(file)) {
      $0.url = "https://example.com"
      $0.basePath = basePath
    }
    let problem = result.diagnostics.first { $0.path == "content/posts/2024-05-01-case.md" }
    let position = problem?.code == .brokenAnchor ? 2 : 1
    let shown = problem.flatMap { $0.arguments.count > position ? $0.arguments[position] : nil }
    return (shown, problem?.fixIts.first?.replacement, problem?.code)
  }

  private func file(_ path: String) -> Asset {
    var file = asset(path)
    if path.hasSuffix(".mp3") { file.kind = .audio }
    return file
  }

  @Test(arguments: [
    ("2024-04-01-helo.md", "2024-04-01-hello.md"), ("../posts/2024-04-01-helo.md", "../posts/2024-04-01-hello.md"),
    ("2024-04-11-hello.md", "2024-04-01-hello.md"), ("hello.md", "2024-04-01-hello.md"),
    ("/posts/helo/", "/posts/hello/"), ("/posts/hallo", "/posts/hello"), ("../helo/", "../hello/"),
    ("/content/posts/2024-04-01-helo.md", "/content/posts/2024-04-01-hello.md"),
    ("2024-04-02-你好时界.md", "2024-04-02-你好世界.md"), ("../docs/gide/index.md", "../docs/guide/index.md"),
    ("{%+post_url+2024-04-01-helo+%}", "{% post_url 2024-04-01-hello %}"), ("/tags/swfit/", "/tags/swift/"),
    ("/feed.xlm", "/feed.xml"), ("/archive/", "/archives/"),
  ])
  func linksAreCorrectedAsTheyWereWritten(target: String, expected: String) {
    let meant = meant(target)
    #expect(meant.code == .brokenLink && meant.shown == expected && meant.fix == expected, "\(meant)")
  }

  @Test(arguments: [
    ("/assets/img/Flow.png", "/assets/img/flow.png"), ("../../assets/img/flow.jpg", "../../assets/img/flow.png"),
    ("assets/img/folw.png", "assets/img/flow.png"), ("/assets/image/flow.png", "/assets/img/flow.png"),
    ("/assets/img/2024/1.jpg", "/assets/img/2024/1.png"),
  ])
  func imagesAreCorrected(target: String, expected: String) {
    let meant = meant(target, role: .image)
    #expect(meant.code == .missingAsset && meant.shown == expected, "\(meant)")
  }

  @Test(arguments: ["/posts/part-3/", "2024-03-01-part-3.md", "/nowhere/", "zzz.md", "../x.md", "?", "%00.md"])
  func nothingNearMeansNothingSaid(target: String) {
    let meant = meant(target)
    #expect(meant.shown == nil && meant.fix == nil, "\(meant)")
  }

  @Test func kindsAreNotMixed() {
    #expect(meant("/assets/img/rain.png", role: .image).shown == nil)
    #expect(meant("/assets/sound/rian.mp3", role: .media).code == .missingAsset)
    // `1.png` of another folder is another picture.
    #expect(meant("/assets/img/2023/1.png", role: .image).shown == nil)
  }

  @Test(arguments: [
    ("#安装与设置", "setup"), ("#安装和设置", "setup"), ("#Setup", "setup"), ("#setpu", "setup"), ("#设置", "setup"),
    ("#总", nil), ("#别的", nil),
  ])
  func anchorsAreCorrected(target: String, id: String?) {
    let meant = meant(target)
    #expect(meant.code == .brokenAnchor && meant.shown == id && meant.fix == id.map { "#" + $0 }, "\(meant)")
  }

  @Test func anchorsOfOtherArticlesKeepTheirPath() {
    let meant = meant("2024-04-01-hello.md#first-step")
    #expect(meant.shown == "first-steps" && meant.fix == "2024-04-01-hello.md#first-steps")
    #expect(self.meant("2024-04-01-helo.md#x").shown == "2024-04-01-hello.md")
    #expect(self.meant("2024-04-01-helo.md#x").fix == "2024-04-01-hello.md#x")
  }

  @Test func namesThatNeedEscapesAreOnlyShown() {
    let meant = meant("img/lake%20(1).png", role: .image)
    #expect(meant.shown == "img/lake (1).jpg" && meant.fix == nil, "\(meant)")
  }

  @Test func theBasePathStays() {
    #expect(meant("/blog/posts/helo/", basePath: "/blog").shown == "/blog/posts/hello/")
  }

  @Test func mediaHaveAFolderOfTheirOwn() {
    func find(_ target: String, _ role: Reference.Role, folder: String?) -> Destination {
      let one = post("2024-05-01-case", references: [link(target, role: role)]) {
        $0.frontMatter.mediaSubpath = folder
      }
      let files = ["assets/img/a/1.jpg", "assets/img/1.jpg", "content/posts/2.jpg"]
      return bind([one], assets: files.map(asset)).publication.entries[0].destinations[0]
    }
    #expect(find("1.jpg", .image, folder: "/assets/img/a") == .asset(0, suffix: ""))
    #expect(find("/1.jpg", .cover, folder: "/assets/img/a") == .asset(0, suffix: ""))
    #expect(find("a/1.jpg", .poster, folder: "/assets/img") == .asset(0, suffix: ""))
    #expect(find("../1.jpg", .image, folder: "/assets/img/a") == .asset(1, suffix: ""))
    // What is not there is looked for as if there were no folder.
    #expect(find("2.jpg", .image, folder: "/assets/img/a") == .asset(2, suffix: ""))
    #expect(find("/assets/img/1.jpg", .image, folder: "/assets/img/a") == .asset(1, suffix: ""))
    // Links are left alone.
    #expect(find("1.jpg", .link, folder: "/assets/img/a") == .broken("1.jpg"))
    #expect(find("https://a.b/1.jpg", .image, folder: "/assets/img/a") == .external("https://a.b/1.jpg"))
  }
}
