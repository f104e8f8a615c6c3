import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Pressroom

/// The rules of the mini-program platform, as a build and a check apply them.
struct RulesTests {
  private func folder(_ theme: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("---\ntitle: 你好\n---\n\n正文\n", to: "content/posts/2022-12-12-hello.md")
    for (name, text) in theme { try folder.write(text, to: "assets/theme/miniprogram/" + name) }
    return folder
  }

  private func press(_ folder: TemporaryFolder, delivers: Bool = true) -> Press {
    var options = PressOptions(
      source: folder.path, output: folder.path + "/_site", editions: [.miniProgram], now: 1_700_000_000,
      toolVersion: "test")
    options.delivers = delivers
    return Press(options: options)
  }

  @Test func whatWeWriteBreaksNoRule() async throws {
    let folder = try folder([:])
    let build = try await press(folder).build()
    #expect(build.isDelivered)
    #expect(build.diagnostics.filter { $0.path.hasPrefix("miniprogram:") }.isEmpty, "\(build.diagnostics)")
  }

  @Test(arguments: [true, false])
  func aBrokenThemeIsNotDelivered(delivers: Bool) async throws {
    let folder = try folder(["app.wxss": "page { color: red }\n* { margin: 0 }\n"])
    let press = press(folder, delivers: delivers)
    let build = try await press.build()
    let found = try #require(build.diagnostics.first { $0.code == .styleSelector })
    #expect(found.path == "miniprogram:app.wxss" && found.severity == .error)
    #expect(!build.isDelivered && folder.read("_site/miniprogram/app.json") == nil)
    // The place can be shown although the file was kept back.
    let source = try #require(press.source(found.path))
    let range = try #require(found.range)
    #expect(source.bytes[range.bounds].elementsEqual("*".utf8))
  }

  @Test func handlersAreLookedForInAllThatAPageRequires() async throws {
    let folder = try folder(["common.js": "'use strict';\nmodule.exports = { handlers: {} };\n"])
    let press = press(folder)
    let build = try await press.build()
    let found = build.diagnostics.filter { $0.code == .unknownHandler }
    #expect(found.contains { $0.arguments == ["go"] && $0.path.hasPrefix("miniprogram:pages/") })
    #expect(found.allSatisfy { press.source($0.path) != nil })
  }

  /// A warning is said again when nothing has changed, and its place is read from what was delivered.
  @Test func warningsAreReplayed() async throws {
    let folder = try folder(["app.js": "App({});\n", "list.wxml": "<view wx:for=\"{{groups}}\"/>\n"])
    for _ in 0..<2 {
      let press = press(folder)
      let build = try await press.build()
      #expect(build.isDelivered)
      let found = try #require(build.diagnostics.first { $0.code == .loopKey })
      #expect(press.source(found.path) != nil)
    }
  }
}
