import Testing

@testable import Preview

@Suite struct RangeRequestTests {
  static let four = 4 * 1_073_741_824

  @Test(
    arguments: [
      (nil, 10, RangeRequest.whole), ("bytes=0-0", 10, .parts([0..<1])), ("bytes=2-", 10, .parts([2..<10])),
      ("bytes=-3", 10, .parts([7..<10])), ("bytes=-30", 10, .parts([0..<10])), ("bytes=5-99", 10, .parts([5..<10])),
      ("bytes=0-1,4-5", 10, .parts([0..<2, 4..<6])), ("bytes= 0-1 , 4-5", 10, .parts([0..<2, 4..<6])),
      ("bytes=0-1,,4-5", 10, .parts([0..<2, 4..<6])), ("bytes=0-1,99-", 10, .parts([0..<2])),
      ("BYTES=1-1", 10, .parts([1..<2])),
      ("bytes=-0", 10, .unsatisfiable), ("bytes=10-", 10, .unsatisfiable), ("bytes=0-", 0, .unsatisfiable),
      ("bytes=-1", 0, .unsatisfiable), ("bytes=99999999999999999999-", 10, .unsatisfiable),
      ("bytes=5-2", 10, .whole), ("bytes=", 10, .whole), ("bytes=a-b", 10, .whole), ("bytes=1", 10, .whole),
      ("bytes=--1", 10, .whole), ("bytes=+1-2", 10, .whole), ("bytes=1-2-3", 10, .whole), ("items=0-1", 10, .whole),
      ("bytes:0-1", 10, .whole), ("bytes=0x1-2", 10, .whole), ("bytes=1 -2", 10, .whole), ("bytes=0-1;5-6", 10, .whole),
      ("bytes=0-9,0-9", 10, .whole), ("bytes=3221225472-3221225473", four, .parts([3_221_225_472..<3_221_225_474])),
      ("bytes=0-9223372036854775807", 10, .parts([0..<10])), ("bytes=0-99999999999999999999", 10, .parts([0..<10])),
    ] as [(String?, Int, RangeRequest)])
  func rangesAreReadAsTheStandardSays(field: String?, size: Int, expected: RangeRequest) {
    #expect(RangeRequest(field: field, size: size) == expected, "\(field ?? "-")")
  }

  @Test func manyPartsAreTheWholeFile() {
    let field = "bytes=" + (0..<20).map { "\($0 * 2)-\($0 * 2)" }.joined(separator: ",")
    #expect(RangeRequest(field: field, size: 1_000) == .whole)
  }

  /// Whatever a field says, no part is empty, leaves the file or makes the answer larger than the file.
  @Test func noFieldLeadsOutOfTheFile() {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("0123456789-,= bytes")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "0" })
      let size = Int.random(in: 0...200, using: &random)
      guard case .parts(let parts) = RangeRequest(field: "bytes=" + text, size: size) else { continue }
      #expect(parts.allSatisfy { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= size }, "\(text)")
      #expect(parts.reduce(0) { $0 + $1.count } <= size, "\(text)")
    }
  }
}
