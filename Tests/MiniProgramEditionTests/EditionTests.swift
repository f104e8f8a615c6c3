import Diagnostics
import Foundation
import Manuscript
import Testing

@testable import MiniProgramEdition

@Suite struct EditionTests {
  private static let sources: [String: String] = {
    var sources = Dictionary(
      uniqueKeysWithValues: (0..<30).map { Sample.post($0, body: "正文 \($0)。\n\n## 二\n\n```js\nlet a = 1\n```\n") })
    sources["about.md"] = "# 关于\n\n关于本站。\n"
    sources["docs/index.md"] = "# 手册\n\n开始。\n"
    sources["docs/中文 名.md"] = "# 中文名\n\n内容。\n"
    sources["posts/2024-01-02-你好.md"] =
      "---\ntitle: 你好\ndate: 2024-01-02\ntags: [C, C++, 'C#']\npin: true\n---\n\n你好。\n"
    return sources
  }()

  @Test func `Everything is named in ASCII, JSON is strict, app.json names every page and no other`() throws {
    let sample = try Sample(Self.sources)
    let paths = sample.assembled.artifacts.map(\.path)
    #expect(Set(paths).count == paths.count)
    for path in paths {
      #expect(path.utf8.allSatisfy { $0 > 32 && $0 < 127 }, "\(path)")
      if path.hasSuffix(".json") { _ = try sample.json(path) }
    }
    let app = try #require(try sample.json("app.json") as? [String: Any])
    var pages = try #require(app["pages"] as? [String])
    for package in try #require(app["subPackages"] as? [[String: Any]]) {
      let root = try #require(package["root"] as? String)
      pages += try #require(package["pages"] as? [String]).map { "\(root)/\($0)" }
    }
    #expect(pages.first == "pages/home/index")
    for page in pages {
      for suffix in ["wxml", "js", "json"] { #expect(paths.contains("\(page).\(suffix)"), "\(page).\(suffix)") }
    }
    let shared = ["list.wxml", "sheet.wxml", "drawer.wxml", "bar.wxml", "shelf.wxml"]
    #expect(Set(paths.filter { $0.hasSuffix(".wxml") && !shared.contains($0) }) == Set(pages.map { $0 + ".wxml" }))
    let tabs = try #require((app["tabBar"] as? [String: Any])?["list"] as? [[String: String]])
    #expect((2...5).contains(tabs.count))
    let theme = try #require(try sample.json("theme.json") as? [String: [String: String]])
    for tab in tabs {
      #expect((app["pages"] as? [String] ?? []).contains(tab["pagePath"] ?? ""))
      for look in theme.values {
        for key in ["iconPath", "selectedIconPath"] {
          let icon = try sample.bytes(look[String(tab[key]?.dropFirst() ?? "")] ?? "")
          #expect(icon.count < 40 * 1024 && icon.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        }
      }
    }
    #expect(theme.keys.sorted() == ["dark", "light"])
    // Every variable is there in both.
    let used = try sample.string("app.json").split(separator: "\"").filter { $0.hasPrefix("@") }.map {
      String($0.dropFirst())
    }
    for name in used { #expect(theme["light"]?[name] != nil && theme["dark"]?[name] != nil, "\(name)") }
    let project = try #require(try sample.json("project.config.json") as? [String: Any])
    #expect(project["appid"] as? String == "touristappid")
  }

  @Test func `Two writings are equal, byte for byte`() throws {
    let first = try Sample(Self.sources).assembled.artifacts
    let second = try Sample(Self.sources).assembled.artifacts
    #expect(first.map(\.path) == second.map(\.path))
    for (left, right) in zip(first, second) {
      if case .bytes(let a) = left.content, case .bytes(let b) = right.content { #expect(a == b, "\(left.path)") }
    }
  }

  @Test func `Lists begin with what is pinned and know page and address of every article`() throws {
    let sample = try Sample(Self.sources)
    let posts = try #require(try sample.json("data/posts-0.json") as? [[Any]])
    #expect(posts.count == 31)
    #expect(posts[0][0] as? String == "你好")
    #expect(posts[0][3] as? String == "/posts/%E4%BD%A0%E5%A5%BD/")
    for post in posts {
      let page = try #require(post[2] as? String)
      #expect(sample.assembled.artifacts.contains { $0.path == page + ".wxml" })
    }
    let tags = try #require(try sample.json("data/tag.json") as? [String: [Any]])
    #expect(Set(tags.values.compactMap { $0[0] as? String }).isSuperset(of: ["C", "C++", "C#", "t0"]))
    let home = try sample.string("pages/home/index.wxml")
    #expect(home.contains("你好") && home.contains("置顶"))
    #expect(try sample.string("pages/documents/index.wxml").contains("中文名"))
    #expect(try sample.string("pages/more/index.wxml").contains("关于"))
  }

  @Test func `An article asks for no data and is painted before its script`() throws {
    let sample = try Sample(Self.sources)
    let settings = try #require(try sample.json("p001/post-29.json") as? [String: String])
    #expect(settings["initialRenderingCache"] == "static")
    #expect(!(try sample.string("p001/post-29.js")).contains("setData"))
    #expect(try sample.string("p001/post-29.wxml").contains("正文 29。"))
  }

  @Test func `What every article loads is small`() throws {
    let sample = try Sample(Self.sources)
    // Every style, and every script that runs before an article is painted, with comments.
    let shared = try ["app.js", "app.wxss", "article.js", "common.js", "settings.js", "site.js"].reduce(0) {
      $0 + (try sample.bytes($1).count)
    }
    #expect(shared < 20 * 1024)
    // What runs then requires nothing else.
    for name in ["article.js", "common.js", "settings.js"] {
      for line in try sample.string(name).split(separator: "\n") where line.hasPrefix("const") {
        for other in ["reader", "actions", "store", "qr", "look", "panel", "media", "tables"] {
          #expect(!line.contains("= require('./\(other).js')"), "\(name)")
        }
      }
    }
  }

  @Test func `Tabs and colours are the author's`() throws {
    let sample = try Sample(Self.sources) {
      $0.miniProgram.tabs = [.home, .documents, .more]
      $0.miniProgram.accentColor.light = "#0055aa"
    }
    let app = try #require(try sample.json("app.json") as? [String: Any])
    let tabs = try #require((app["tabBar"] as? [String: Any])?["list"] as? [[String: String]])
    #expect(tabs.map { $0["pagePath"] } == ["pages/home/index", "pages/documents/index", "pages/more/index"])
    #expect(tabs.map { $0["text"] } == ["首页", "文档", "更多"])
    let theme = try #require(try sample.json("theme.json") as? [String: [String: String]])
    #expect(theme["light"]?["tabSelected"] == "#0055aa" && theme["dark"]?["tabSelected"] == "#f2907a")
    #expect(try sample.string("app.wxss").contains("--accent:#0055aa;"))
    #expect(try sample.string("palette.js").contains("--accent:#0055aa;"))
    // A tab whose page is not there is passed over.
    let bare = try Sample(["about.md": "# 关于\n"]) { $0.miniProgram.tabs = [.documents, .tags] }
    let few = try #require(try bare.json("app.json") as? [String: Any])
    #expect(((few["tabBar"] as? [String: Any])?["list"] as? [[String: String]])?.count == 2)
  }

  @Test func `The interface speaks the publication's language`() throws {
    let sample = try Sample(Self.sources) { $0.contentLanguage = "en" }
    #expect(try sample.string("bar.wxml").contains("Favourites"))
    #expect(try sample.string("pages/more/index.wxml").contains("Reading history"))
    #expect(try sample.string("pages/privacy/index.wxml").contains("Clipboard"))
    #expect(!(try sample.string("words.js")).contains("复制"))
  }

  @Test func `An article says what stands for it when it is shared`() throws {
    let assets = [
      Asset(
        path: "assets/a.png", sitePath: "/assets/a.png", kind: .png, byteCount: 1000,
        size: PixelSize(width: 500, height: 400), contentHash: "a"),
      Asset(
        path: "assets/dot.png", sitePath: "/assets/dot.png", kind: .png, byteCount: 100,
        size: PixelSize(width: 20, height: 20), contentHash: "d"),
    ]
    let sample = try Sample(
      [
        "posts/2024-01-02-b.md": "---\ndate: 2024-01-02\n---\n![点](/assets/dot.png)\n\n![图](/assets/a.png)\n",
        "posts/2024-01-01-c.md": "---\ndate: 2024-01-01\n---\n字\n\n## 一\n\n### 二\n",
      ], assets: assets)
    #expect(try sample.string("p001/b.js").contains("\"image\":\"/p001/files/a.png\""))
    let plain = try sample.string("p001/c.js")
    #expect(!plain.contains("\"image\""))
    #expect(plain.contains("\"outline\":[[0,"))
    #expect(plain.contains("],[1,"))
  }

  @Test func `An article kept out of this edition is in none of its lists`() throws {
    let sample = try Sample([
      "posts/2024-01-01-a.md": "---\ndate: 2024-01-01\neditions: [site]\n---\n甲\n",
      "posts/2024-01-02-b.md": "---\ndate: 2024-01-02\n---\n[甲](2024-01-01-a.md)\n",
    ])
    #expect(!sample.assembled.artifacts.contains { $0.path.hasSuffix("/a.wxml") })
    #expect(try sample.string("p001/b.wxml").contains("data-p=\"/p000/a\" data-u=\"/posts/a/\""))
    let posts = try #require(try sample.json("data/posts-0.json") as? [[Any]])
    #expect(posts.count == 1)
  }

  @Test func `The source map leads from every block to its page`() throws {
    let sample = try Sample(["posts/2024-01-02-b.md": "---\ndate: 2024-01-02\n---\n一\n\n二\n\n三\n"])
    let map = try #require(sample.assembled.sourceMaps.first)
    #expect(map.entries.map(\.page) == ["p001/b", "p001/b", "p001/b"])
    #expect(map.entries.map(\.position) == [0, 1, 2])
    #expect(map.edition == .miniProgram)
  }
}

@Suite struct ImageTests {
  private func asset(_ name: String, _ kind: Asset.Kind, bytes: Int = 1000, width: Int = 400) -> Asset {
    Asset(
      path: "assets/\(name)", sitePath: "/assets/\(name)", kind: kind, byteCount: bytes,
      size: PixelSize(width: width, height: width / 2), contentHash: name.filter { $0 != "." })
  }

  @Test func `Traits decide what an image becomes, and what is too large is said`() throws {
    var assets = [
      asset("a.webp", .webp), asset("b.webp", .webp), asset("c.avif", .avif), asset("d.jpg", .jpeg),
      asset("e.svg", .svg), asset("f.svg", .svg), asset("g.png", .png, bytes: 300_000),
      asset("h.gif", .gif, bytes: 300_000), asset("i.gif", .gif, bytes: 3_000_000),
      asset("j.jpg", .jpeg, bytes: 250_000),
    ]
    assets[0].traits = .transparent
    assets[1].traits = [.transparent, .animated]
    assets[2].traits = .transparent
    assets[3].traits = .turned
    assets[4].traits = .intricate
    assets[6].traits = .animated
    let text = "---\ndate: 2024-01-01\n---\n" + assets.map { "![](/\($0.path))\n" }.joined(separator: "\n")
    let publication = try Sample(["posts/2024-01-01-a.md": text], assets: assets).publication
    let wanted = MiniProgramWriter.derivations(for: publication)
    #expect(wanted.map(\.asset) == [0, 1, 2, 3, 4, 9])
    #expect(wanted.map(\.format) == [.png, .gif, .png, .jpeg, .png, .jpeg])
    #expect(wanted.map(\.maximumWidth) == [1125, 1125, 1125, 1125, 1125, 1125])
    // The author's own file stays where it is the smaller one.
    let size = PixelSize(width: 400, height: 200)
    let derived = Dictionary(
      uniqueKeysWithValues: wanted.map {
        ($0, DerivedImage(cachePath: "/cache/\($0.asset)", byteCount: $0.asset == 9 ? 260_000 : 5000, size: size))
      })
    let (files, diagnostics) = MiniProgramWriter.files(publication, derived: derived)
    #expect(files[9]?.name == "jjpg.jpg" && files[3]?.name == "djpg-1125.jpg" && files[1]?.name == "bwebp-1125.gif")
    #expect(files[8] == nil)
    #expect(diagnostics.map(\.code) == [.imageTooLarge, .imageTooLarge, .imageTooLarge])
    #expect(diagnostics.map(\.severity) == [.note, .note, .warning])
    #expect(diagnostics.map(\.path) == ["assets/g.png", "assets/h.gif", "assets/i.gif"])
  }

  @Test func `Only images that articles show and a phone cannot take are converted`() throws {
    let assets = [
      asset("a.webp", .webp), asset("b.jpg", .jpeg, width: 3000), asset("c.png", .png, bytes: 300_000),
      asset("d.png", .png), asset("e.gif", .gif, bytes: 300_000), asset("f.svg", .svg), asset("unused.webp", .webp),
      asset("linked.webp", .webp), asset("cover.avif", .avif),
    ]
    let text = """
      ---
      date: 2024-01-01
      image: /assets/cover.avif
      ---
      ![](/assets/a.webp) ![](/assets/b.jpg) ![](/assets/c.png) ![](/assets/d.png) ![](/assets/e.gif)
      ![](/assets/f.svg) [x](/assets/linked.webp)
      """
    let wanted = MiniProgramWriter.derivations(
      for: try Sample(["posts/2024-01-01-a.md": text], assets: assets).publication)
    #expect(wanted.map(\.asset) == [0, 1, 2, 8])
    #expect(wanted.map(\.format) == [.jpeg, .jpeg, .png, .jpeg])
    #expect(wanted.allSatisfy { $0.maximumWidth == 1125 })

    // Without the conversions: what the platform takes is carried as it is, the rest is a card with its address.
    let bare = try Sample(["posts/2024-01-01-a.md": text], assets: assets)
    let page = try bare.string("p001/a.wxml")
    #expect(page.contains("/p001/files/bjpg.jpg") && !page.contains("awebp."))
    #expect(page.contains("data-u=\"/assets/a.webp\""))
    #expect(bare.rendered[0].adaptations.map(\.construct) == ["image", "cover"])

    let derived = Dictionary(
      uniqueKeysWithValues: wanted.map {
        ($0, DerivedImage(cachePath: "/cache/\($0.asset)", byteCount: 500, size: PixelSize(width: 400, height: 200)))
      })
    let full = try Sample(["posts/2024-01-01-a.md": text], assets: assets, derived: derived)
    let cached = full.assembled.artifacts.compactMap { artifact -> String? in
      if case .cached(let path) = artifact.content { "\(artifact.path) \(path)" } else { nil }
    }
    #expect(
      Set(cached) == [
        "p001/files/awebp-1125.jpg /cache/0", "p001/files/bjpg-1125.jpg /cache/1", "p001/files/cpng-1125.png /cache/2",
        "p001/files/coveravif-1125.jpg /cache/8",
      ])
    // Shown at the size of the original, with room reserved.
    #expect(try full.string("p001/a.wxml").contains("style=\"width:3000px;aspect-ratio:2;\""))
    #expect(full.rendered[0].adaptations.isEmpty)
  }
}
