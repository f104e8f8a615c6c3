import Foundation
import TestSupport
import Testing

@testable import Typesetting

@Suite struct ThemeTokensTests {
  let theme: ThemeTokens

  init() throws {
    let bytes = try #require(Fixtures.bytes(Fixtures.root.appending(path: "Sources/CTheme/tokens.txt")))
    let (tokens, problems) = ThemeTokens.parse(bytes)
    #expect(problems.isEmpty)
    theme = tokens
  }

  @Test func readsEachKindAndReportsTheRest() {
    let source = """
      # a comment
      color ink #111 #eeeeee
      length gap 12.5
      number leading 1.8
      font text "A B", serif
      color ink-2 red #fff
      length gap-2 wide
      font evil a;}body{display:none
      colour ink #111 #222

      length gap 13
      """
    let (tokens, problems) = ThemeTokens.parse(Array(source.utf8))
    #expect(tokens.tokens.map(\.name) == ["ink", "gap", "leading", "text"])
    #expect(tokens["gap"] == .length(13))
    #expect(tokens["text"] == .font("\"A B\", serif"))
    #expect(
      problems.map(\.line) == [
        "color ink-2 red #fff", "length gap-2 wide", "font evil a;}body{display:none", "colour ink #111 #222",
      ])
    #expect(problems.allSatisfy { Array(source.utf8)[$0.range].elementsEqual($0.line.utf8) })
  }

  @Test func printsBothLanguages() {
    let (tokens, _) = ThemeTokens.parse(
      Array("color ink #111 #eee\nlength gap 12\nnumber leading 1.75\nfont t serif".utf8))
    #expect(
      String(decoding: tokens.css(), as: UTF8.self) == """
        /* Tokens: see tokens.txt */
        :root{color-scheme:light;--ink:#111;--gap:0.75rem;--leading:1.75;--t:serif;}
        @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;--ink:#eee;}}
        @media screen{:root[data-theme=dark]{color-scheme:dark;--ink:#eee;}}

        """)
    #expect(
      String(decoding: tokens.wxss(unit: .responsivePixels), as: UTF8.self) == """
        /* Tokens: see tokens.txt */
        page{--ink:#111;--gap:24rpx;--leading:1.75;--t:serif;}
        @media (prefers-color-scheme:dark){page{--ink:#eee;}}

        """)
    #expect(String(decoding: tokens.wxss(unit: .pixels), as: UTF8.self).contains("--gap:12px;"))
  }

  @Test(arguments: [(0.0, "0"), (-1.5, "-1.5"), (0.0625, "0.0625"), (12, "12"), (1.20001, "1.2"), (0.05, "0.05")])
  func decimals(_ value: Double, _ text: String) {
    #expect(ThemeTokens.decimal(value) == text)
  }

  /// WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1 for text.
  @Test func everyTextColorIsReadable() throws {
    let words = [
      "ink", "ink-soft", "accent", "note", "tip", "important", "warning", "caution",
    ]
    let code = theme.tokens.map(\.name).filter { $0.hasPrefix("code-") && !$0.hasSuffix("-wash") }
    #expect(code.count >= 10)
    var pairs = words.flatMap { word in ["paper", "sheet", "sunken"].map { (word, $0) } }
    pairs += code.flatMap { [($0, "sunken"), ($0, "code-line-wash")] }
    pairs += [("on-accent", "accent"), ("ink", "mark"), ("ink", "selection"), ("accent", "accent-wash")]
    pairs += [("code-inserted", "code-inserted-wash"), ("code-deleted", "code-deleted-wash")]
    for (front, back) in pairs {
      for isDark in [false, true] {
        let ratio = try contrast(color(front, isDark), color(back, isDark))
        #expect(ratio >= 4.5, "\(front) on \(back), \(isDark ? "dark" : "light"): \(ratio)")
      }
    }
  }

  private func color(_ name: String, _ isDark: Bool) throws -> String {
    guard case .color(let light, let dark) = try #require(theme[name], "\(name)") else {
      Issue.record("\(name) is no colour")
      return ""
    }
    return isDark ? dark : light
  }

  private func contrast(_ a: String, _ b: String) throws -> Double {
    let (light, dark) = (max(try luminance(a), try luminance(b)), min(try luminance(a), try luminance(b)))
    return (light + 0.05) / (dark + 0.05)
  }

  private func luminance(_ hexadecimal: String) throws -> Double {
    let number = try #require(UInt32(hexadecimal.dropFirst(), radix: 16))
    #expect(hexadecimal.utf8.count == 7)
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> UInt32(shift) & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
