import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import MiniProgramRules

/// The simulator's audit measures a page as it runs, the rules read its files: of one page both must say the same.
@Suite struct AuditAgreementTests {
  struct Audit: Decodable {
    struct Limits: Decodable {
      var nodes: Int
      var depth: Int
      var children: Int
    }
    var nodes: Int
    var depth: Int
    var children: Int
    var limits: Limits
  }

  private func audit(_ name: String, _ kind: String) throws -> Audit {
    let folder = Fixtures.root.appending(path: "Tests/Fixtures/miniprogram-rules/\(name)/\(kind)")
    return try JSONDecoder().decode(Audit.self, from: Node.run("measure-page.js", [folder.path, "pages/home/index"]))
  }

  private func finding(_ name: String) throws -> Diagnostic {
    let folder = Fixtures.root.appending(path: "Tests/Fixtures/miniprogram-rules/\(name)/broken")
    let found = try SmallProgram([RuleFixtureTests.base, folder]).diagnostics()
    return try #require(found.first { $0.code.rawValue == name })
  }

  @Test(.disabled(if: Node.isSkipped, "node is not installed"))
  func `Nodes, depth and children are counted alike`() throws {
    let nodes = (broken: try audit("too-many-nodes", "broken"), good: try audit("too-many-nodes", "good"))
    let depth = (broken: try audit("too-deep-page", "broken"), good: try audit("too-deep-page", "good"))
    let children = (broken: try audit("too-many-children", "broken"), good: try audit("too-many-children", "good"))
    let limits = nodes.good.limits
    #expect(limits.nodes == RuleLimits.nodes)
    #expect(limits.depth == RuleLimits.depth)
    #expect(limits.children == RuleLimits.children)
    let said = (nodes: try finding("too-many-nodes").arguments[0], depth: try finding("too-deep-page").arguments[0])
    #expect(said.nodes == String(nodes.broken.nodes))
    #expect(said.depth == String(depth.broken.depth))
    #expect(children.broken.children > RuleLimits.children)
    #expect(nodes.good.nodes < RuleLimits.nodes)
    #expect(depth.good.depth < RuleLimits.depth)
    #expect(children.good.children <= RuleLimits.children)
  }
}
