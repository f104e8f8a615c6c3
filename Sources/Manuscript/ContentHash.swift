/// A 64-bit hash of bytes that is the same on every machine and in every run: for fingerprints and for the names of
/// derived files, never against an adversary.
///
/// The algorithm is XXH64 (its published specification, version 0.1.1), so that any tool can compute it again. It reads
/// four 8-byte words a round; short inputs cost a few nanoseconds.
package enum ContentHash {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  package static func hash(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    bytes.withUnsafeBytes { hash($0, seed: seed) }
  }

  package static func hash(_ string: String, seed: UInt64 = 0) -> UInt64 {
    var string = string
    return string.withUTF8 { hash(UnsafeRawBufferPointer($0), seed: seed) }
  }

  package static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    var position = 0
    var result: UInt64
    if bytes.count >= 32 {
      var lane1 = seed &+ prime1 &+ prime2
      var lane2 = seed &+ prime2
      var lane3 = seed
      var lane4 = seed &- prime1
      while position + 32 <= bytes.count {
        lane1 = round(lane1, word(bytes, position))
        lane2 = round(lane2, word(bytes, position + 8))
        lane3 = round(lane3, word(bytes, position + 16))
        lane4 = round(lane4, word(bytes, position + 24))
        position += 32
      }
      result = rotate(lane1, 1) &+ rotate(lane2, 7) &+ rotate(lane3, 12) &+ rotate(lane4, 18)
      result = merge(result, lane1)
      result = merge(result, lane2)
      result = merge(result, lane3)
      result = merge(result, lane4)
    } else {
      result = seed &+ prime5
    }
    result &+= UInt64(bytes.count)
    return avalanche(tail(bytes, from: position, into: result))
  }

  private static func tail(_ bytes: UnsafeRawBufferPointer, from start: Int, into hash: UInt64) -> UInt64 {
    var result = hash
    var position = start
    while position + 8 <= bytes.count {
      result = rotate(result ^ round(0, word(bytes, position)), 27) &* prime1 &+ prime4
      position += 8
    }
    if position + 4 <= bytes.count {
      let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
      result = rotate(result ^ (UInt64(half) &* prime1), 23) &* prime2 &+ prime3
      position += 4
    }
    while position < bytes.count {
      result = rotate(result ^ (UInt64(bytes[position]) &* prime5), 11) &* prime1
      position += 1
    }
    return result
  }

  private static func avalanche(_ hash: UInt64) -> UInt64 {
    var result = hash
    result = (result ^ (result >> 33)) &* prime2
    result = (result ^ (result >> 29)) &* prime3
    return result ^ (result >> 32)
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
  }

  private static func merge(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
    (hash ^ round(0, lane)) &* prime1 &+ prime4
  }

  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 {
    (value << count) | (value >> (64 - count))
  }
}
