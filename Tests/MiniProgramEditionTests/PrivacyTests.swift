import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import MiniProgramEdition

/// What the privacy guide says is what the scripts do.
@Suite struct PrivacyTests {
  @Test func `What the guide's form names has its purpose, anything else asks for one`() {
    let line = PrivacyStatement.line("读取你的剪切板")
    #expect(line.hasPrefix("读取你的剪切板：") && line.contains(PrivacyStatement.purpose(.simplifiedChinese)))
    #expect(PrivacyStatement.line("收集你的位置信息").contains("请写明用途"))
  }

  @Test func `The manual quotes the guide's words as they are`() throws {
    let page = Fixtures.root.appending(path: "content/docs/mini-program.md")
    let manual = String(decoding: try #require(Fixtures.bytes(page)), as: UTF8.self)
    #expect(manual.contains(PrivacyStatement.purpose(.simplifiedChinese)))
    let paragraphs = PrivacyStatement.paragraphs(.simplifiedChinese)
    for paragraph in paragraphs where !paragraph.hasPrefix("剪切板") { #expect(manual.contains(paragraph)) }
  }

  @Test func `The page of the mini-program says the same`() throws {
    let page = try Sample(["about.md": "# 关于\n"]).string("pages/privacy/index.wxml")
    for paragraph in PrivacyStatement.paragraphs(.simplifiedChinese) { #expect(page.contains(paragraph)) }
  }
}
