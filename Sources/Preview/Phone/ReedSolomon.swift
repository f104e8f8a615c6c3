/// Error correction over GF(256) with the polynomial 0x11D, as QR codes have it.
enum ReedSolomon {
  private static let tables: (power: [UInt8], logarithm: [Int]) = {
    var power = [UInt8](repeating: 0, count: 255)
    var logarithm = [Int](repeating: 0, count: 256)
    var value = 1
    for exponent in 0..<255 {
      power[exponent] = UInt8(value)
      logarithm[value] = exponent
      value <<= 1
      if value > 255 { value ^= 0x11d }
    }
    return (power, logarithm)
  }()

  private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    guard left != 0, right != 0 else { return 0 }
    return tables.power[(tables.logarithm[Int(left)] + tables.logarithm[Int(right)]) % 255]
  }

  /// The `count` codewords that go with a block of data.
  static func remainder(of data: [UInt8], count: Int) -> [UInt8] {
    var divisor: [UInt8] = [1]
    for exponent in 0..<count {
      var next = divisor + [0]
      for index in divisor.indices { next[index + 1] ^= product(divisor[index], tables.power[exponent]) }
      divisor = next
    }
    var rest = data + [UInt8](repeating: 0, count: count)
    for index in data.indices where rest[index] != 0 {
      let factor = rest[index]
      for place in 0...count { rest[index + place] ^= product(divisor[place], factor) }
    }
    return Array(rest[data.count...])
  }
}
