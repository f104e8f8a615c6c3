import Diagnostics
import Testing

@testable import Manuscript

@Suite struct AdaptationTests {
  private func diagnostic(_ outcome: Adaptation.Outcome, losesText: Bool = false) -> Diagnostic {
    Adaptation(
      edition: .miniProgram, path: "a.md", range: SourceRange(3..<9), construct: "iframe", outcome: outcome,
      replacement: "card", losesText: losesText
    ).diagnostic
  }

  @Test func onlyLostWordsAreErrors() {
    #expect(
      diagnostic(.adapted)
        == Diagnostic(.adapted, path: "a.md", range: SourceRange(3..<9), arguments: ["iframe", "card", "miniprogram"]))
    #expect(diagnostic(.dropped).code == .droppedContent)
    #expect(diagnostic(.dropped).arguments == ["iframe", "miniprogram", ""])
    #expect(diagnostic(.needsNetwork).code == .needsNetwork)
    #expect(diagnostic(.dropped, losesText: true).code == .droppedContent)
    #expect(diagnostic(.dropped, losesText: true).severity == .error)
    #expect(diagnostic(.dropped, losesText: true).arguments.last == "words")
    #expect([.adapted, .dropped, .needsNetwork].allSatisfy { diagnostic($0).severity == .note })
  }
}
