import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Reader

@Test func dumpFile() throws {
  guard let path = ProcessInfo.processInfo.environment["DUMP"] else { return }
  let bytes = Array(try Data(contentsOf: URL(filePath: path)))
  let plain = ProcessInfo.processInfo.environment["PLAIN"] == "1"
  let reader = ArticleReader(options: ReadingOptions(dialect: plain ? .plain : .offprint))
  let (article, diagnostics) = reader.read(SourceFile(path: path, bytes: bytes), kind: .post)
  print(String(decoding: TreeDump.print(article), as: UTF8.self))
  for diagnostic in diagnostics { print(diagnostic) }
}
