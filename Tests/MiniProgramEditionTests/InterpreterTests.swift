import Foundation
import TestSupport
import Testing

/// The interpreter of WXML that the simulator and these tests share, over random input.
@Suite struct InterpreterTests {
  struct Report: Decodable {
    var rounds: Int
    var problems: [String]
  }

  @Test(.disabled(if: Node.isSkipped, "node is not installed"), arguments: [1, 2, 3])
  func `Trees, expressions and garbage are read as they must be`(seed: Int) throws {
    let report = try JSONDecoder().decode(Report.self, from: Node.run("fuzz-wxml.js", ["\(seed)", "1000"]))
    #expect(report.rounds == 1000)
    #expect(report.problems == [])
  }
}
