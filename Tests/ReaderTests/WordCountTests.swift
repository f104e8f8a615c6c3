import TestSupport
import Testing

@testable import Reader

/// Eight bytes at a time count what one character at a time does.
struct WordCountTests {
  /// The definition, a scalar at a time.
  private struct Plain {
    var words = 0
    var characters = 0
    var isInWord = false

    mutating func add(_ text: String) {
      for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
          if !isInWord { words += 1 }
          isInWord = true
        case 0x27, 0x2D, 0x5F: break
        case ..<0xC0, 0x2000...0x2E7F, 0x3000...0x3004, 0x3008...0x3040, 0xFE00...0xFE6F, 0xFF00...0xFF0F,
          0xFF1A...0xFF20,
          0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF, 0x1F000...0x1FFFF:
          isInWord = false
        case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3041...0x318E, 0x31A0...0x31FF, 0x3400...0x9FFF, 0xAC00...0xD7A3,
          0xF900...0xFAFF, 0xFF66...0xFF9D, 0x20000...0x3FFFF:
          words += 1
          characters += 1
          isInWord = false
        default:
          if !isInWord { words += 1 }
          isInWord = true
        }
      }
    }
  }

  private static let pieces = [
    "a", "Zz", "09", "word", "it's", "a-b", "__init__", "-", "'", "_", " ", "\n", ".", "@", "[", "`", "{", "/", ":",
    "\u{0}",
    "\u{7F}", "中", "文字", "一二三四五六七八九", "龥", "㐀", "䀀", "，", "。", "“", "…", "é", "naïve", "ß", "Ж", "か", "カ", "한국어", "々",
    "😀", "𠀀", "Ａ", "０", "ﾊ", "\u{A0}", "\u{3000}", "豈", "ệ",
  ]

  @Test func anyTextIsCountedAsTheDefinitionSays() {
    var random = Randomness(seed: 11)
    for _ in 0..<20_000 {
      var plain = Plain()
      var count = WordCount()
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        var text = ""
        for _ in 0..<Int.random(in: 0...14, using: &random) { text += Self.pieces.randomElement(using: &random)! }
        plain.add(text)
        count.add(Array(text.utf8))
        if Bool.random(using: &random) {
          plain.isInWord = false
          count.interrupt()
        }
        guard count.count == plain.words, count.characters == plain.characters else {
          Issue.record("\(text.debugDescription): \(count) instead of \(plain)")
          return
        }
      }
    }
  }
}
