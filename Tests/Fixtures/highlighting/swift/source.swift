import Foundation
@testable import Offprint

/// 一篇文章的摘要。
///
/// - Parameter title: 标题
@frozen
public struct Summary<Content: Hashable>: Sendable, Codable where Content: Sendable {
  public let title: String
  private(set) var words: [String: Int] = [:]
  static let pattern = #"raw \d+ \#(value)"#

  /* 块注释 /* 可以嵌套 */ 结束 */
  public init?(title: String, limit: Int = 1_000) throws {
    guard !title.isEmpty, limit > 0x10 else { return nil }
    self.title = title
  }

  @MainActor
  mutating func count(in text: some StringProtocol) async -> Double {
    for word in text.split(separator: " ") where word.count > 2 {
      words[String(word), default: 0] += 1
    }
    let text = """
      共 \(words.count) 个词，最多 \(words.values.max() ?? 0) 次
      """
    print("结果：\(text)\n", terminator: "")
    return Double(words.count) / 3.14e2
  }
}

enum Failure: Error {
  case notFound(path: String)
  case `default`

  var message: String {
    switch self {
    case .notFound(let path): "没有 \(path)"
    case .default: "?"
    }
  }
}

#if os(Linux)
import Glibc
#else
#warning("untested")
#endif

extension Array where Element == Int {
  func sum() -> Int { reduce(0) { $0 + $1 } }
}

do {
  let summary = try Summary<Int>(title: "标题")
  defer { print(#function) }
  if let summary, case let total = [1, 2, 3].sum(), total >= 6 {
    await summary.count(in: "a b c")
  }
} catch let error as Failure {
  fatalError(error.message)
}
