import Diagnostics
import Manuscript
import Reader

/// One input for libFuzzer: the first byte chooses what the rest is, as whole files of authors' are.
///
/// Whatever the bytes are, reading must end, crash nothing, and point every diagnostic at bytes of the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOne(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let data, count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  let diagnostics: [Diagnostic]
  switch data[0] % 4 {
  case 0:
    let file = SourceFile(path: "offprint.yml", bytes: bytes)
    diagnostics = ConfigurationReader.read(file) { _ in bytes }.1
  case 1:
    let file = SourceFile(path: "content/page.md", bytes: bytes)
    diagnostics = ArticleReader(options: ReadingOptions(dialect: .plain)).read(file, kind: .page).1
  default:
    let file = SourceFile(path: "content/posts/2024-01-02-fuzz.md", bytes: bytes)
    let (article, found) = ArticleReader(options: ReadingOptions()).read(file, kind: .post)
    precondition(!article.facts.title.isEmpty || bytes.isEmpty || !TreeDump.print(article).isEmpty)
    diagnostics = found
  }
  for diagnostic in diagnostics {
    precondition(diagnostic.range.map { Int($0.end) <= bytes.count } ?? true, "a range beyond the file")
  }
  return 0
}

/// libFuzzer's own loop (compiler-rt, FuzzerDriver).
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let status = runDriver(&count, &arguments) { readOne($0, $1) }
precondition(status == 0)
