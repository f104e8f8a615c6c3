import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Reader

/// Every folder of `Tests/Fixtures/elements` is a case: `source.md` read must print as `tree.txt`.
@Suite struct ElementFixtureTests {
  @Test(arguments: Fixtures.folders("elements"))
  func treeIsAsExpected(folder: URL) throws {
    let source = try #require(Fixtures.bytes(folder.appending(path: "source.md")))
    let file = SourceFile(path: "content/\(folder.lastPathComponent).md", bytes: source)
    let (article, _) = ArticleReader(options: ReadingOptions()).read(file, kind: .page)
    let mismatch = Fixtures.mismatch(TreeDump.print(article), expected: folder.appending(path: "tree.txt"))
    #expect(mismatch == nil, "\(mismatch ?? "")")
  }
}
