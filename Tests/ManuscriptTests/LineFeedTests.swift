import Manuscript
import Testing

@Suite struct LineFeedTests {
  /// Against a look at every byte, with neighbours of the line feed in all places of a word.
  @Test func findsTheFirst() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        [0x0A, 0x0B, 0x09, 0x00, 0x8A, 0x61, 0xFF, 0x61, 0x61].randomElement(using: &random) ?? UInt8(0)
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      let expected = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      #expect(bytes.withUnsafeBufferPointer { $0.firstLineFeed(from: start) } == expected)
    }
  }
}
