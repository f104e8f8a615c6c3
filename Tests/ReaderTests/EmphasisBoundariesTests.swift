import CCmarkGFM
import Diagnostics
import Manuscript
import Testing

@testable import Reader

@Suite struct EmphasisBoundariesTests {
  private func boundaries(_ text: String) -> [UInt8]? {
    Array(text.utf8).withUnsafeBufferPointer { EmphasisBoundaries($0)?.bytes }
  }

  @Test func `texts without such a run are not touched`() {
    for text in ["", "*", "**", "a **b** c", "重点**后文**在", "**a:** b", "重点\\**后", "： 后", "**重点：** 后文", "⸀：**后"] {
      #expect(boundaries(text) == nil, "\(text)")
    }
  }

  @Test func `a rare mark of the same length stands for the letter`() throws {
    let bytes = try #require(boundaries("**重：**后，后**「"))
    #expect(bytes.count == "**重：**后，后**「".utf8.count)
    #expect(String(decoding: bytes, as: UTF8.self) == "**重：**⸀，⸀**「")
  }

  @Test func `every letter comes back, however many there are`() {
    var source = ""
    for scalar in 0x4E00..<0x4E80 { source += "**重：**\(Character(Unicode.Scalar(scalar) ?? "一"))\n" }
    let file = SourceFile(path: "a.md", bytes: Array(source.utf8))
    let (article, _) = ArticleReader(options: ReadingOptions()).read(file, kind: .page)
    let words = PlainText.text(of: article.body).string
    #expect(!words.unicodeScalars.contains { EmphasisBoundaries.markRange.contains($0.value) })
    // The marks suffice for the first letters; the rest is as in CommonMark.
    #expect(words.hasPrefix("重：一重：丁重：丂"))
    #expect(words.hasSuffix("**重：**乿"))
  }
}
