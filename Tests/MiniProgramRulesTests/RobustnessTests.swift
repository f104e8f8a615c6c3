import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import MiniProgramRules

/// Whatever the bytes are, a checker ends, soon, and points inside the file.
@Suite struct RobustnessTests {
  static let suffixes = ["wxml", "wxss", "js", "json", "svg", "png"]

  @Test(arguments: suffixes)
  func anyBytesAreJudged(suffix: String) {
    var randomness = Randomness(seed: 7)
    let pieces =
      Randomness.pieces + [
        "<view", "</view>", "<text>", "/>", ">", "=\"", "\"", "wx:if", "bindtap", "<!--", "-->", "{{a.b(", ")}}",
        "@media", "url(",
        "/*", "*/", "require(", "`${", "/[", ":", ",", "[", "]", "true", "-1e",
      ]
    for _ in 0..<1000 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<20, using: &randomness) {
        text += pieces.randomElement(using: &randomness) ?? ""
      }
      var bytes = Array(text.utf8)
      if !bytes.isEmpty, Bool.random(using: &randomness) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &randomness))
      }
      let findings = RulesChecker.check(path: "a.\(suffix)", bytes: bytes)
      for diagnostic in findings.diagnostics {
        guard let range = diagnostic.range else { continue }
        #expect(Int(range.end) <= max(bytes.count, 3), "\(diagnostic.code) beyond the end of \(text)")
      }
    }
  }

  @Test(arguments: [
    ("wxml", "<view>"), ("wxml", "</view>"), ("wxml", "{{"), ("wxml", "{{["), ("wxml", "<view a=\""), ("wxml", "&a"),
    ("wxml", "<view b"), ("wxml", "<a><b></a>"), ("wxss", "{"), ("wxss", "a,"), ("wxss", "@media x{"), ("wxss", "("),
    ("js", "("), ("js", "`${"), ("js", "/"), ("js", "a."), ("json", "["), ("json", "{\"a\":"), ("json", "\""),
  ])
  func repetitionIsLinear(suffix: String, piece: String) {
    func seconds(_ count: Int) -> Double {
      let bytes = Array(String(repeating: piece, count: count).utf8)
      return processorSeconds { _ = RulesChecker.check(path: "a.\(suffix)", bytes: bytes) }
    }
    _ = seconds(1000)
    let (short, long) = (seconds(10_000), seconds(100_000))
    // Ten times the bytes; a hundred times the time would be quadratic. The floor is for a busy machine.
    #expect(long < max(short * 40, 1.5), "\(short) s, then \(long) s")
  }

  /// What the official tools are known to let pass.
  @Test func refusesWhatOfficialToolsLetPass() throws {
    var program = try SmallProgram([RuleFixtureTests.base])
    program.files["pages/home/index.wxml"] = Array(
      "<nonsense/><view a=\"1\" a=\"2\" onclick=\"x\"/><import src=\"gone.wxml\"/><template is=\"t\"/>".utf8)
    program.files["p1/data.br"] = [UInt8](repeating: 0, count: 2 * 1024 * 1024 + 1)
    let codes = Set(program.diagnostics().map(\.code))
    for code: Diagnostic.Code in [
      .unknownComponent, .doubledAttribute, .unknownAttribute, .missingFile, .undefinedTemplate, .packageOverLimit,
    ] { #expect(codes.contains(code), "\(code)") }
  }

  @Test func privacyPurposesAreNamedOnce() throws {
    var program = try SmallProgram([RuleFixtureTests.base])
    program.files["lib.js"] = Array("wx.setClipboardData({}); wx.getClipboardData({}); wx.startCompass({});".utf8)
    let findings = program.files.sorted { $0.key < $1.key }.map { RulesChecker.check(path: $0.key, bytes: $0.value) }
    #expect(RulesChecker.privacyPurposes(findings) == ["读取你的剪切板", "调用你的磁场传感器"])
  }

  @Test func expressionsThatThePlatformUnderstands() {
    for good in [
      "a", "a.b[0].c", "a ? b : c", "!a && b || c === 1", "[1, 2, a]", "{a: 1, b}", "...item", "'x' + a", "(a + 1) * 2",
      "a.length", "typeof a", "{...a, b: 'c'}", "\"x\"", "a?.5:1",
    ] {
      let found = RulesChecker.check(path: "a.wxml", bytes: Array("<view>{{\(good)}}</view>".utf8)).diagnostics
      #expect(found.isEmpty, "\(good): \(found.map(\.arguments))")
    }
    for bad in [
      "a.b()", "a => b", "a?.b", "a ?? b", "`a`", "{a: 1}.a", "a = 1", "(a", "a]", "a b", "new A", "", "'a", "a;",
    ] {
      let found = RulesChecker.check(path: "a.wxml", bytes: Array("<view>{{\(bad)}}</view>".utf8)).diagnostics
      #expect(found.contains { $0.code == .wxmlExpression }, "\(bad)")
    }
  }

  @Test func functionsOfModulesMayBeCalled() {
    let wxml = "<wxs module=\"m\">module.exports = { f: 1 < 2 };</wxs><view>{{m.f(a)}}</view>"
    #expect(RulesChecker.check(path: "a.wxml", bytes: Array(wxml.utf8)).diagnostics.isEmpty)
  }

  @Test func scriptsAreReadAsTheLanguageReadsThem() {
    for good in [
      "const a = /[/'\"]/g.test(b) ? `x${{ a: `${1}` }.a}y` : b / 2 / 3;", "// '\n/* \" */ a", "a\n/b/g", "x = a++ / 2",
      "if (a) { /x'/.test(a) }", "return /'/;",
    ] {
      let found = RulesChecker.check(path: "a.js", bytes: Array(good.utf8)).diagnostics
      #expect(found.isEmpty, "\(good): \(found.map { ($0.code, $0.range?.start) })")
    }
  }
}
