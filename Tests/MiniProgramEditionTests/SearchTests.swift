import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import MiniProgramEdition

/// The search page of the mini-program, executed over the edition's own files.
@Suite struct SearchTests {
  struct Report: Decodable {
    var answers: [String: Int]
    var problems: [String]
    var largestSetData: Int
    var brought: [String]
    var read: Int
  }

  private static let sentence = "小程序的搜索在手机上找到每一个字，不联网。The index is made of pairs and words. "

  private func sample(_ count: Int, filling: Int = 0, configure: (inout Configuration) -> Void) throws -> Sample {
    var sources: [String: String] = [:]
    for number in 0..<count {
      let body =
        "第\(number)篇。\(Self.sentence)\n\n## 第一节\n\n独角\(number)号。\n\n## Second part\n\n\(Self.sentence)末尾。"
        + (0..<filling).map { "\n\n填充\($0)的文字，\(number * 7 + $0)。" }.joined()
      let (path, text) = Sample.post(number, body: body)
      sources[path] = text
    }
    return try Sample(sources) {
      $0.search = .full
      configure(&$0)
    }
  }

  private func ask(_ sample: Sample, _ queries: [String]) throws -> Report {
    try Node.withFolder([:]) { folder in
      try sample.write(to: folder)
      let script = Fixtures.root.appending(path: "Tests/Search/mini-program.js").path
      return try JSONDecoder().decode(Report.self, from: Node.run([script, folder.path] + queries))
    }
  }

  @Test(.disabled(if: Node.isSkipped, "node is not installed"))
  func thePageAnswersFromOnePackage() throws {
    let sample = try sample(30) { _ in }
    let report = try ask(sample, ["手机上找到", "字", "pai", "独角7号", "机手", "小程序 words", "文章"])
    #expect(report.problems.isEmpty, "\(report.problems)")
    #expect(
      report.answers == ["手机上找到": 30, "字": 30, "pai": 30, "独角7号": 1, "机手": 0, "小程序 words": 30, "文章": 30])
    #expect(report.brought.isEmpty)
    #expect(report.largestSetData < 64 * 1024, "\(report.largestSetData)")
    #expect(sample.assembled.packages.map(\.name) == ["main", "p001", "search"])
  }

  @Test(.disabled(if: Node.isSkipped, "node is not installed"))
  func packagesAreBroughtWhenAQueryNeedsThem() throws {
    let sample = try sample(150, filling: 130) { $0.miniProgram.packageBudget = 240_000 }
    let names = sample.assembled.packages.map(\.name)
    #expect(names.contains("search2"), "\(names)")
    for package in sample.assembled.packages { #expect(package.bytes <= 240_000, "\(package)") }
    let report = try ask(sample, ["文章 149", "每一个字"])
    #expect(report.problems.isEmpty, "\(report.problems)")
    #expect(report.answers == ["文章 149": 20, "每一个字": 60])
    #expect(report.brought.contains("search3"))
  }

  /// Articles come first: the search is what gives way, and says so.
  @Test(.disabled(if: Node.isSkipped, "node is not installed"))
  func withoutRoomTitlesAreSearched() throws {
    let whole = try sample(60, filling: 200) { _ in }
    #expect(whole.assembled.diagnostics.isEmpty, "\(whole.assembled.diagnostics)")
    func bytes(_ prefix: String) -> Int {
      whole.assembled.packages.reduce(0) { $0 + ($1.name.hasPrefix(prefix) ? $1.bytes : 0) }
    }
    let sample = try sample(60, filling: 200) { $0.miniProgram.totalBudget = bytes("") - bytes("search") / 4 }
    let report = sample.assembled.diagnostics.first { $0.code == .searchReduced }
    #expect(report?.path == "offprint.yml" && report?.arguments.count == 2, "\(sample.assembled.diagnostics)")
    #expect(!sample.assembled.diagnostics.contains { $0.code == .packageBudget })
    #expect(sample.assembled.packages.reduce(0) { $0 + $1.bytes } < bytes("") - bytes("search") / 4)
    let asked = try ask(sample, ["文章 7", "独角7号"])
    #expect(asked.problems.isEmpty, "\(asked.problems)")
    #expect(asked.answers["文章 7"] == 1)
  }

  @Test func offIsOff() throws {
    let sample = try sample(3) { $0.search = .off }
    #expect(!sample.assembled.artifacts.contains { $0.path.hasPrefix("search/") })
    #expect(try !sample.string("pages/home/index.wxml").contains("/search/"))
  }
}
