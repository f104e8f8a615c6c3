/// QR codes (ISO/IEC 18004, model 2): bytes, error correction level M, the smallest of the versions 1 to 10 that holds them,
/// which is enough for any address of a preview. The mini-program's `qr.js` is the same in JavaScript.
package struct QRCode: Sendable {
  /// Rows of modules, true for dark, without the quiet zone.
  package let modules: [[Bool]]

  /// nil where the text has more than 213 bytes.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let version = (1...10).first(where: { bytes.count + ($0 < 10 ? 2 : 3) <= Self.capacity($0) }) else {
      return nil
    }
    let message = Self.message(bytes, version: version)
    let grids = (0..<8).map { mask in QRGrid(version: version, mask: mask, message: message) }
    guard let best = grids.min(by: { $0.penalty < $1.penalty }) else { return nil }
    modules = best.modules
  }

  /// By version: codewords for error correction in each block, and blocks, at level M (table 9 of the standard).
  private static let corrections = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26]
  private static let blocks = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5]

  /// Codewords of a version that carry data: the modules without a pattern, by eights, less those for correction.
  private static func capacity(_ version: Int) -> Int {
    var modules = (16 * version + 128) * version + 64
    if version >= 2 {
      let count = version / 7 + 2
      modules -= (25 * count - 10) * count - 55
      if version >= 7 { modules -= 36 }
    }
    return modules / 8 - corrections[version - 1] * blocks[version - 1]
  }

  /// Data and correction, interleaved.
  private static func message(_ bytes: [UInt8], version: Int) -> [UInt8] {
    let capacity = capacity(version)
    var bits: [Bool] = []
    func put(_ value: Int, _ length: Int) {
      for bit in stride(from: length - 1, through: 0, by: -1) { bits.append(value >> bit & 1 == 1) }
    }
    put(4, 4)
    put(bytes.count, version < 10 ? 8 : 16)
    for byte in bytes { put(Int(byte), 8) }
    put(0, min(4, capacity * 8 - bits.count))
    put(0, (8 - bits.count % 8) % 8)
    var pad = 0xec
    while bits.count < capacity * 8 {
      put(pad, 8)
      pad ^= 0xfd
    }
    let data = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    let count = blocks[version - 1]
    let short = data.count / count
    let long = data.count % count
    var start = 0
    let parts = (0..<count).map { index in
      let end = start + short + (index >= count - long ? 1 : 0)
      defer { start = end }
      return Array(data[start..<end])
    }
    let checks = parts.map { ReedSolomon.remainder(of: $0, count: corrections[version - 1]) }
    var result: [UInt8] = []
    for index in 0...short { for part in parts where index < part.count { result.append(part[index]) } }
    for index in 0..<corrections[version - 1] { for check in checks { result.append(check[index]) } }
    return result
  }
}
