import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Pressroom

/// The kind of post Offprint is for: a Chirpy post with everything its author's editor left in it.
struct SeedTests {
  @Test func everySentenceLinkCodeLineAndImageIsInBothEditions() async throws {
    guard let seed = Fixtures.shared("seed/2022-12-12-wechat-applet.md"), let bytes = Fixtures.bytes(seed) else {
      #expect(!Fixtures.isCI, "the seed post is missing")
      return
    }
    let folder = try TemporaryFolder()
    try folder.write(String(decoding: bytes, as: UTF8.self), to: "content/posts/2022-12-12-wechat-applet.md")
    let images = Fixtures.root.appending(path: "Tests/Fixtures/seed-images")
    for name in ["1.jpg", "2.jpg", "3.png"] {
      let target = folder.url.appending(path: "assets/img/2022-12-12/\(name)")
      try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: images.appending(path: name), to: target)
    }
    let build = try await Press(
      options: PressOptions(
        source: folder.path, output: folder.path + "/_site", now: 1_700_000_000, toolVersion: "test")
    ).build()
    #expect(build.diagnostics.filter { $0.severity != .note }.isEmpty, "\(build.diagnostics)")
    #expect(build.isDelivered)

    let page = try #require(folder.read("_site/web/posts/wechat-applet/index.html"))
    let parts = folder.files().filter {
      $0.hasPrefix("_site/miniprogram/") && ($0.hasSuffix(".wxml") || $0.hasSuffix(".js"))
        && $0.contains("wechat-applet")
    }
    let program = parts.compactMap { folder.read($0) }.joined(separator: "\n")
    let site = plain(page)
    let mini = plain(program)
    #expect(sentences(String(decoding: bytes, as: UTF8.self)).count > 25)
    for sentence in sentences(String(decoding: bytes, as: UTF8.self)) {
      #expect(site.contains(sentence), "site lacks: \(sentence)")
      #expect(mini.contains(sentence), "mini-program lacks: \(sentence)")
    }
    for link in [
      "https://developers.weixin.qq.com/miniprogram/dev/framework/quickstart/", "https://buy.cloud.tencent.com/domain",
      "https://console.cloud.tencent.com/domain/template/list",
      "https://cloud.tencent.com/document/product/400/43473",
    ] {
      #expect(page.contains(link) && program.contains(link), "\(link)")
    }
    #expect(page.contains("https://mp.weixin.qq.com/cgi-bin/wx?token=&amp;lang=zh_CN"))
    #expect(program.contains("token=&lang=zh_CN") || program.contains("token=&amp;lang=zh_CN"))
    for name in ["1.jpg", "2.jpg", "3.png"] {
      #expect(page.contains("/assets/img/2022-12-12/\(name)"))
      #expect(folder.read("_site/web/assets/img/2022-12-12/\(name)") != nil)
    }
    let pictures = folder.files().filter {
      $0.hasPrefix("_site/miniprogram/") && ($0.hasSuffix(".jpg") || $0.hasSuffix(".png"))
    }
    #expect(pictures.count >= 3)
    #expect(page.contains("id=\"wechat\"") && page.contains("id=\"ssl\""))
    #expect(page.contains("<figcaption"))
  }

  /// The sentences of the body without markup, in runs of letters that no markup interrupts.
  private func sentences(_ source: String) -> [String] {
    let body = source.components(separatedBy: "---\n").dropFirst(2).joined(separator: "---\n")
    var text = body
    for pattern in ["<[^>]*>", "\\]\\([^)]*\\)", "!?\\[", "```[a-z]*", "^## ", "&nbsp;"] {
      text = text.replacingOccurrences(of: pattern, with: "\n", options: .regularExpression)
    }
    return text.components(separatedBy: "\n").map(plain).filter { $0.count > 1 }
  }

  /// Letters and digits alone, markup and entities taken away: what must be the same however it is printed.
  private func plain(_ text: String) -> String {
    var stripped = text.replacingOccurrences(of: "<[^>]*>", with: "", options: .regularExpression)
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"), ("&nbsp;", ""),
    ] {
      stripped = stripped.replacing(entity, with: character)
    }
    return String(
      String.UnicodeScalarView(
        stripped.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }
}
