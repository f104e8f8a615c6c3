import Mathematics
import Testing

@Suite struct SpacingTests {
  private func rooms(_ tex: String) -> [Double] {
    guard case .row(let nodes) = TeXParser.parse(Array(tex.utf8), definitions: []).root else { return [] }
    return MathSpacing.line(of: nodes, isScript: false).rooms.map { ($0 * 18).rounded() }
  }

  @Test func operatorsHaveRoomOnBothSidesAndSignsNone() {
    #expect(rooms("a+b=c") == [0, 4, 4, 5, 5])
    #expect(rooms("-a") == [0, 0])
    #expect(rooms("(-a,b)") == [0, 0, 0, 0, 3, 0])
    #expect(rooms("\\sin x") == [0, 3])
  }
}
