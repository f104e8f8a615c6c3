import Foundation
import Manuscript
import TestSupport
import Testing

@testable import MiniProgramEdition

/// The emitted logic layer, executed: every page opened, everything pressed.
@Suite struct ScriptTests {
  struct Report: Decodable {
    var pages: Int
    var taps: Int
    var apis: [String: Int]
    var largestSetData: Int
    var openingBytes: Int
    var scripts: Int
    var mostNodes: Int
    var deepest: Int
    var mostChildren: Int
    var problems: [String]
  }

  private func press(_ sample: Sample) throws -> Report {
    try Node.withFolder { folder in
      try sample.write(to: folder)
      return try JSONDecoder().decode(Report.self, from: Node.run("press-everything.js", [folder.path]))
    }
  }

  @Test(.disabled(if: Node.isSkipped, "node is not installed"))
  func `Every page opens and everything on it can be pressed`() throws {
    var sources = Dictionary(uniqueKeysWithValues: (0..<170).map { Sample.post($0) })
    sources["posts/2024-05-01-all.md"] = """
      ---
      title: 全
      date: 2024-05-01
      tags: [t1]
      ---
      [外](https://example.org/?a=1&b=2) [站内](2024-05-02-long.md#二) [锚](#甲) [信](mailto:a@example.org) <tel:10086>
      [列表](/tags/) [标签](/tags/t1/) [首页](/) 脚注[^1] 又[^1] <abbr title="超文本">HTML</abbr>

      ## 甲

      ```js
      let a = '</script>{{ x }}\\n'
      ```

      <details><summary>开</summary>

      ### 里面

      [回到里面](#里面)

      </details>

      ![图](/assets/a.png) ![远](https://example.org/a.png)

      ![昼](/assets/day.png){: .light .shadow }
      ![夜](/assets/night.png){: .dark .rounded-10 }

      <audio src="/assets/a.mp3"></audio>

      <video src="/assets/a.mp4"></video>

      <iframe src="https://example.org/embed"></iframe>

      [^1]: 注 “引号” 与 \\ 与 \u{2028}。
      """
    var long = "---\ntitle: 长\ndate: 2024-05-02\n---\n[到二](#二) [到末](#末)\n"
    for chapter in 0..<60 {
      long +=
        "\n## 章 \(chapter)\n\n" + String(repeating: "段[^n]。**强**\n\n", count: 10)
        + "```\ncode \(chapter)\n```\n\n![](/assets/a.png)\n"
    }
    long += "\n## 二\n\n[首章](#章-0)\n\n## 末\n\n完。\n\n[^n]: 注。\n"
    sources["posts/2024-05-02-long.md"] = long
    let assets = [
      ("a.png", Asset.Kind.png), ("day.png", .png), ("night.png", .png), ("a.mp3", .audio), ("a.mp4", .video),
    ].map { name, kind in
      Asset(
        path: "assets/\(name)", sitePath: "/assets/\(name)", kind: kind, byteCount: 1000,
        size: kind == .png ? PixelSize(width: 400, height: 300) : nil, contentHash: "h" + name.replacing(".", with: "-")
      )
    }
    let sample = try Sample(sources, assets: assets) { $0.search = .full }
    #expect(
      sample.rendered[sample.publication.entries.firstIndex { $0.miniProgramName == "long" } ?? 0].pages.count > 1)
    let report = try press(sample)
    #expect(report.problems == [])
    #expect(report.pages > 2 * 175 && report.taps > 1000)
    // Nothing is put into an article's page to show it.
    #expect(report.openingBytes == 0)
    #expect(report.largestSetData < 16 * 1024)
    #expect(report.mostNodes < PlatformLimits.nodes && report.deepest < PlatformLimits.depth)
    #expect(report.mostChildren <= PlatformLimits.children)
    for api in [
      "navigateTo", "redirectTo", "switchTab", "pageScrollTo", "setClipboardData", "previewImage", "makePhoneCall",
      "createInnerAudioContext", "createSelectorQuery", "showModal", "setNavigationBarColor", "setTabBarItem",
    ] { #expect((report.apis[api] ?? 0) > 0, "\(api) is never called") }
  }

  @Test(.disabled(if: Node.isSkipped, "node is not installed"), arguments: 0..<3)
  func `Random articles press well`(seed: Int) throws {
    var tree = RandomTree(seed: UInt64(1000 + seed))
    var articles: [Article] = []
    for index in 0..<6 {
      articles.append(tree.article(blocks: 12, depth: 4, path: "content/posts/2024-01-0\(index + 1)-a\(index).md"))
      articles[index].facts.slug = "a\(index)"
    }
    let report = try press(Sample(articles: articles))
    // Links to ids that the random tree does not have, or has twice, are not mistakes of the script.
    let doubtful = ["which is not there", "the contents say", " times"]
    #expect(report.problems.filter { problem in !doubtful.contains { problem.contains($0) } } == [])
  }
}
