import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import Reader

@Suite struct MarkdownRobustnessTests {
  static func read(_ bytes: [UInt8], _ dialect: ReadingOptions.Dialect = .offprint) -> (Article, [Diagnostic]) {
    ArticleReader(options: ReadingOptions(dialect: dialect))
      .read(SourceFile(path: "content/posts/a.md", bytes: bytes), kind: .post)
  }

  /// Runs on a thread with the stack that worker threads have, and waits.
  static func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) throws -> Result {
    let slot = Slots<Result>(count: 1)
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      slot[0] = body()
      done.signal()
    }
    thread.stackSize = 512 * 1024
    thread.start()
    done.wait()
    return try #require(slot[0])
  }

  static func repeated(_ piece: String, _ count: Int) -> [UInt8] { Array(String(repeating: piece, count: count).utf8) }

  static let pathological: [(name: String, make: @Sendable (Int) -> [UInt8])] = [
    ("brackets", { repeated("[", $0) }),
    ("closed brackets", { repeated("[", $0 / 2) + repeated("]", $0 / 2) }),
    ("stars", { repeated("*", $0) }),
    ("stars and letters", { repeated("*a ", $0 / 3) }),
    ("nested emphasis", { repeated("*a **a ", $0 / 14) + repeated("b** b*", $0 / 14) }),
    ("tildes", { repeated("~a ", $0 / 3) }),
    ("backticks", { bytes in (1...max(1, Int(Double(bytes).squareRoot()))).flatMap { repeated("`", $0) + [0x61] } }),
    ("quotes", { repeated("> ", $0 / 2) + Array("a".utf8) }),
    ("lists", { repeated("- ", $0 / 2) + Array("a".utf8) }),
    ("divisions", { repeated("<div>", $0 / 5) }),
    ("spans", { repeated("<b>", $0 / 3) }),
    ("open links", { repeated("[a](", $0 / 4) }),
    ("link definitions", { repeated("[a]: u\n", $0 / 7) }),
    ("references", { Array("[a]: /u\n\n".utf8) + repeated("[a]", $0 / 3) }),
    ("footnotes", { repeated("[^a]", $0 / 4) + Array("\n\n[^a]: b".utf8) }),
    ("footnote definitions", { count in (0..<count / 12).flatMap { Array("[^\($0)]: a\n\n".utf8) } }),
    ("headings", { repeated("# a\n", $0 / 4) }),
    ("attribute lists", { repeated("{: .a }\n", $0 / 8) }),
    ("attributed spans", { repeated("*a*{: .b }", $0 / 10) }),
    ("dollars", { repeated("$a ", $0 / 3) }),
    ("double dollars", { repeated("$$a ", $0 / 4) }),
    ("formula lines", { repeated("$$\n", $0 / 3) }),
    ("definitions", { Array("a\n".utf8) + repeated(": b\n", $0 / 4) }),
    ("terms", { repeated("a\n: b\n\n", $0 / 7) }),
    (
      "abbreviations",
      { count in
        (0..<count / 24).flatMap { Array("*[A\($0)]: b\n".utf8) } + Array("\n".utf8) + repeated("A1 ", count / 6)
      }
    ),
    ("tables", { Array("|a|\n|-|\n".utf8) + repeated("|b|c|\n", $0 / 6) }),
    ("table columns", { repeated("|a", min($0, 800)) + Array("\n".utf8) + repeated("|-", min($0, 800)) }),
    ("addresses", { repeated("a@", $0 / 2) }),
    ("mail addresses", { repeated("a@b.c ", $0 / 6) }),
    ("links in text", { repeated("http://", $0 / 7) }),
    ("chinese links", { repeated("www.a.cn，", $0 / 11) }),
    ("unknown languages", { count in (0..<count / 30).flatMap { Array("```x\($0)\na\n```\n".utf8) } }),
    ("comments", { repeated("<!-- ", $0 / 5) }),
    ("entities", { repeated("&a", $0 / 2) }),
    ("ill-formed bytes", { Array(repeating: 0xFF, count: $0) }),
    ("alternating ill-formed bytes", { (0..<$0).map { $0 % 2 == 0 ? 0xFF : 0x61 } }),
    ("chinese emphasis", { repeated("**重：**后", $0 / 17) }),
    ("chinese openers", { repeated("：**后", $0 / 8) }),
    ("open images with links", { repeated("![[]()", $0 / 6) }),
    (
      "rows without cells",
      { repeated("|a", $0 / 6) + [10] + repeated("|-", $0 / 6) + [10] + repeated("|b|\n", $0 / 12) }
    ),
    ("many columns", { repeated("|a", $0 / 6) + [10] + repeated("|-", $0 / 6) + [10] + repeated("|b", $0 / 6) }),
    ("many heads", { repeated("|a|\n|-|-|\n", $0 / 10) }),
    ("carriage returns", { repeated("a\r", $0 / 2) }),
  ]

  /// Four times the input may take about four times the time: a square would take sixteen.
  @Test(arguments: pathological.map(\.name))
  func `time is linear and the stack is small`(name: String) throws {
    let make = try #require(Self.pathological.first { $0.name == name }).make
    func seconds(_ count: Int) throws -> Double {
      let bytes = make(count)
      return try Self.onSmallStack {
        // CPU time of this thread: other tests run beside it.
        var begin = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin)
        _ = Self.read(bytes)
        var end = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
        return Double(end.tv_sec - begin.tv_sec) + Double(end.tv_nsec - begin.tv_nsec) / 1e9
      }
    }
    let small = try min(seconds(10_000), seconds(10_000))
    let large = try seconds(40_000)
    #expect(large < 9 * max(small, 0.01), "\(name): \(small) s, and \(large) s for four times as much")
  }

  @Test(arguments: [ReadingOptions.Dialect.plain, .offprint])
  func `no bytes crash it, and every range lies in the file`(dialect: ReadingOptions.Dialect) {
    var random = RandomDocuments(seed: 7)
    for round in 0..<3000 {
      var bytes = random.document(tokens: Int(random.next() % 100) + 1)
      switch round % 4 {
      case 1: bytes = random.bytes(count: Int(random.next() % 300))
      case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: Int(random.next() % UInt64(bytes.count)))
      default: break
      }
      let (article, diagnostics) = Self.read(bytes, dialect)
      var wrong: [String] = []
      func check(_ range: SourceRange, _ what: String) {
        if range.start > range.end || Int(range.end) > bytes.count { wrong.append("\(what) \(range)") }
      }
      let content = article.body + article.footnotes.flatMap(\.content)
      TreeWalk.visit(content, block: { check($0.range, "\($0.kind)") }, inline: { check($0.range, "\($0.kind)") })
      for reference in article.facts.references { check(reference.range, reference.target) }
      for diagnostic in diagnostics { if let range = diagnostic.range { check(range, diagnostic.code.rawValue) } }
      if !wrong.isEmpty {
        Issue.record("\(wrong) in \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        return
      }
    }
  }

  @Test func `what lies too deep is kept as words, and reported once`() throws {
    let bytes = Self.repeated("> ", 300) + Array("最深 **处**".utf8)
    let (article, diagnostics) = try Self.onSmallStack { Self.read(bytes) }
    #expect(PlainText.text(of: article.body).string.contains("最深 处"))
    #expect(diagnostics.map(\.code) == [.nestingTooDeep])
    #expect(diagnostics.map(\.severity) == [.warning])
  }

  @Test func `ill-formed bytes become U+FFFD, and positions stay those of the file`() {
    let bytes = Array("a ".utf8) + [0xFF, 0xFE] + Array(" b\0 *c* ".utf8) + [0xE4, 0xB8] + Array(" [d](e)\n".utf8)
    let (article, diagnostics) = Self.read(bytes)
    #expect(PlainText.text(of: article.body).string == "a \u{FFFD}\u{FFFD} b\u{FFFD} c \u{FFFD} d")
    #expect(diagnostics.map(\.code) == [.invalidEncoding])
    #expect(diagnostics.first?.range?.bounds == 2..<4)
    #expect(diagnostics.first?.arguments == ["3"])
    #expect(article.facts.references.map { Array(bytes[$0.range.bounds]) } == [[UInt8(ascii: "e")]])
  }
}
