/// Deflate (RFC 1951) in one block with the fixed codes. Repeats are looked for one byte back and one row back, where
/// drawings repeat.
struct Deflate {
  private var bytes: [UInt8] = []
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0

  static func compress(_ data: [UInt8], row: Int) -> [UInt8] {
    var deflate = Deflate()
    // The last block, fixed codes.
    deflate.put(0b011, 3)
    var index = 0
    while index < data.count {
      let same = length(data, index, back: 1)
      let above = length(data, index, back: row)
      if max(same, above) >= 3 {
        deflate.repeats(length: max(same, above), distance: above > same ? row : 1)
        index += max(same, above)
      } else {
        deflate.symbol(Int(data[index]))
        index += 1
      }
    }
    deflate.symbol(256)
    deflate.put(0, 7)
    return deflate.bytes
  }

  /// How far data repeats what stands some bytes before, at most 258.
  private static func length(_ data: [UInt8], _ index: Int, back: Int) -> Int {
    guard index >= back else { return 0 }
    var length = 0
    while length < 258, index + length < data.count, data[index + length] == data[index + length - back] { length += 1 }
    return length
  }

  /// Low bit first.
  private mutating func put(_ value: Int, _ count: UInt32) {
    bits |= UInt32(value) << bitCount
    bitCount += count
    while bitCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }

  /// A code: high bit first.
  private mutating func code(_ value: Int, _ count: Int) {
    for bit in stride(from: count - 1, through: 0, by: -1) { put(value >> bit & 1, 1) }
  }

  private mutating func symbol(_ symbol: Int) {
    switch symbol {
    case ..<144: code(0x30 + symbol, 8)
    case ..<256: code(0x190 + symbol - 144, 9)
    case ..<280: code(symbol - 256, 7)
    default: code(0xC0 + symbol - 280, 8)
    }
  }

  private mutating func repeats(length: Int, distance: Int) {
    let (symbol, base, extra) = Self.step(length, first: 3, flat: 8, perSize: 4, last: 258)
    self.symbol(257 + symbol)
    put(length - base, UInt32(extra))
    let far = Self.step(distance, first: 1, flat: 4, perSize: 2, last: nil)
    code(far.symbol, 5)
    put(distance - far.base, UInt32(far.extra))
  }

  /// The step of the standard's two tables that holds a value: `flat` steps of one, then steps that double in width
  /// after every `perSize`.
  private static func step(_ value: Int, first: Int, flat: Int, perSize: Int, last: Int?) -> (
    symbol: Int, base: Int, extra: Int
  ) {
    // The greatest length has a code of its own.
    if let last, value == last { return (28, last, 0) }
    var symbol = 0
    var base = first
    var extra = 0
    while true {
      extra = symbol < flat ? 0 : (symbol - flat) / perSize + 1
      if value < base + 1 << extra { return (symbol, base, extra) }
      base += 1 << extra
      symbol += 1
    }
  }
}
