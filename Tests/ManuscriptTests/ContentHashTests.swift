import Manuscript
import Testing

/// The expectations are test vectors published with the algorithm and its bindings.
@Suite struct ContentHashTests {
  @Test func `agrees with published values`() {
    #expect(ContentHash.hash([UInt8]()) == 0xEF46_DB37_51D8_E999)
    #expect(ContentHash.hash("a") == 0xD24E_C4F1_A98C_6E5B)
    #expect(ContentHash.hash("abc") == 0x44BC_2CF5_AD77_0999)
    #expect(ContentHash.hash("Nobody inspects the spammish repetition") == 0xFBCE_A83C_8A37_8BF1)
  }

  @Test func `depends on every byte, on the length and on the seed`() {
    for count in [0, 1, 3, 4, 7, 8, 31, 32, 33, 64, 100] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      let hash = ContentHash.hash(bytes)
      #expect(hash != ContentHash.hash(bytes, seed: 1))
      #expect(hash != ContentHash.hash(bytes + [0]))
      for index in bytes.indices {
        var other = bytes
        other[index] ^= 1
        #expect(ContentHash.hash(other) != hash)
      }
    }
  }
}
