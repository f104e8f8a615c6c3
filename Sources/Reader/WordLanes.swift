/// Eight bytes of text, classed side by side: where in them words begin, and how many ideographs there are.
///
/// A class is a word with the high bit of each lane that belongs to it; sums of seven-bit lanes do not reach their neighbours,
/// so that comparing eight bytes with a bound is one addition. Lanes are in the order of the bytes, the first lowest.
struct WordLanes {
  /// Words that begin here.
  let wordStarts: Int
  /// Characters from U+4000 to U+9FFF (lead bytes 0xE4 to 0xE9) that begin here: Han, and nothing in between matters.
  let ideographs: Int
  /// Whether the last of the bytes is inside a word.
  let endsInWord: Bool
  /// Bytes that were looked at: all eight, or those before a character that must be looked up.
  let count: Int

  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// - Parameters:
  ///   - bytes: as they stand in memory; they begin at a character's first byte or inside an ideograph.
  ///   - isInWord: whether a word goes on here.
  @inline(__always)
  init(_ bytes: UInt64, isInWord: Bool) {
    let bytes = UInt64(littleEndian: bytes)
    let wide = bytes & Self.high
    let low = bytes & ~Self.high
    let carry: UInt64 = isInWord ? 0x80 : 0
    let letters =
      (Self.atLeast(0x61, low | 0x2020_2020_2020_2020) & ~Self.atLeast(0x7B, low | 0x2020_2020_2020_2020)
        | Self.atLeast(0x30, low) & ~Self.atLeast(0x3A, low)) & ~wide
    // `'`, `-`, `_` may stand inside a word.
    var joiners = (Self.equal(0x27, low) | Self.equal(0x2D, low) | Self.equal(0x5F, low)) & ~wide
    var kept = ~UInt64(0)
    var han: UInt64 = 0
    if wide != 0 {
      let leads = wide & (bytes &<< 1)
      han = leads & Self.atLeast(0x64, low) & ~Self.atLeast(0x6A, low)
      let others = leads & ~han
      // All below the first of the others.
      if others != 0 { kept = (others & (0 &- others)) &- 1 }
      joiners |= wide & ~leads
    }
    var inside = (letters | joiners & carry) & kept
    if joiners != 0 {
      // Each step carries a word over twice as many joiners.
      var run = joiners & kept
      inside |= run & (inside &<< 8)
      run &= run &<< 8
      inside |= run & (inside &<< 16)
      run &= run &<< 16
      inside |= run & (inside &<< 32)
    }
    wordStarts = Self.sum(letters & kept & ~(inside &<< 8 | carry))
    ideographs = Self.sum(han & kept)
    count = kept == ~0 ? 8 : kept.trailingOnes / 8
    endsInWord = count == 0 ? isInWord : inside & (0x80 &<< UInt64(8 * (count - 1))) != 0
  }

  /// The lanes of seven-bit values that are at least `bound`.
  @inline(__always)
  private static func atLeast(_ bound: UInt64, _ lanes: UInt64) -> UInt64 {
    (lanes &+ (0x80 &- bound) &* 0x0101_0101_0101_0101) & high
  }

  @inline(__always)
  private static func equal(_ value: UInt64, _ lanes: UInt64) -> UInt64 {
    ~((lanes ^ value &* 0x0101_0101_0101_0101) &+ 0x7F7F_7F7F_7F7F_7F7F) & high
  }

  @inline(__always)
  private static func sum(_ lanes: UInt64) -> Int {
    Int(truncatingIfNeeded: ((lanes &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
  }
}

extension UInt64 {
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
