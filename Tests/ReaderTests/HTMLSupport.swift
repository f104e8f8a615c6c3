import Diagnostics
import Manuscript

@testable import Reader

/// An article read from raw HTML in Markdown.
func readArticle(_ source: String) -> (Article, [Diagnostic]) {
  ArticleReader(options: ReadingOptions()).read(
    SourceFile(path: "content/a.md", bytes: Array(source.utf8)), kind: .page)
}

/// Blocks of one piece of raw HTML, past Markdown.
func assemble(_ html: String) -> ([Block], [Diagnostic]) {
  let file = SourceFile(path: "content/a.md", bytes: Array(html.utf8))
  let context = ReadingContext(file: file, options: ReadingOptions())
  let range = SourceRange(0..<file.bytes.count)
  return (HTMLAssembler(context: context).blocks([.html(file.bytes, range)]), context.diagnostics)
}

func tree(_ blocks: [Block]) -> String { String(decoding: TreeDump.print(blocks), as: UTF8.self) }

/// Splitmix64: the same soup on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
