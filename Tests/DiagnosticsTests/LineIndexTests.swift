import Testing

@testable import Diagnostics

@Suite struct LineIndexTests {
  private func positions(_ text: String, _ offsets: [Int]) -> [String] {
    let index = LineIndex(Array(text.utf8))
    return offsets.map { index.position(of: $0) }.map { "\($0.line):\($0.column)" }
  }

  @Test func countsLinesByEveryEnding() {
    #expect(
      positions("a\nb\r\nc\rd", [0, 1, 2, 3, 4, 5, 6, 7]) == ["1:1", "1:2", "2:1", "2:2", "2:3", "3:1", "3:2", "4:1"])
  }

  @Test func countsCharactersNotBytes() {
    // Three bytes each, then four.
    #expect(positions("中文x😀y", [0, 3, 6, 7, 11, 12]) == ["1:1", "1:2", "1:3", "1:4", "1:5", "1:6"])
  }

  @Test func aByteOrderMarkIsNoCharacter() {
    #expect(positions("\u{FEFF}ab", [0, 3, 4]) == ["1:1", "1:1", "1:2"])
  }

  @Test func offsetsBeyondTheEndAreTheEnds() {
    #expect(positions("ab\n", [2, 3, 99]) == ["1:3", "2:1", "2:1"])
    #expect(positions("", [0, 5]) == ["1:1", "1:1"])
    #expect(LineIndex(Array("ab\n".utf8)).position(of: -4) == LineIndex.Position(line: 1, column: 1))
  }

  @Test func boundsLeaveTheEndingOut() {
    let index = LineIndex(Array("a\r\n\r\nbc\rd\n".utf8))
    #expect(index.lineCount == 5)
    #expect((1...6).map { index.bounds(ofLine: $0) } == [0..<1, 3..<3, 5..<7, 8..<9, 10..<10, 10..<10])
  }

  /// The table of counts must agree with counting by hand wherever a block of it begins.
  @Test func longLinesAgreeWithCounting() {
    let text = String(repeating: "中a😀é", count: 1000)
    let index = LineIndex(Array(text.utf8))
    var offset = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(index.position(of: offset).column == number + 1)
      offset += scalar.utf8.count
    }
  }

  @Test func illFormedBytesDoNotTrap() {
    let index = LineIndex([0x80, 0x80, 0xFF, 0x0A, 0xC3])
    #expect(index.position(of: 5).line == 2)
    #expect(index.position(of: 4) == LineIndex.Position(line: 2, column: 1))
  }
}
