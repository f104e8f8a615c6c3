/// The modules of one code under one mask.
struct QRGrid {
  let size: Int
  /// nil where data goes, until it is there.
  private var cells: [[Bool?]]

  var modules: [[Bool]] { cells.map { $0.map { $0 ?? false } } }

  init(version: Int, mask: Int, message: [UInt8]) {
    size = version * 4 + 17
    cells = Array(repeating: Array(repeating: nil, count: size), count: size)
    drawAlignments(version)
    for index in 8..<size - 8 {
      cells[index][6] = index % 2 == 0
      cells[6][index] = index % 2 == 0
    }
    drawFinders()
    drawFormat(mask)
    if version >= 7 { drawVersion(version) }
    fill(message, mask)
  }

  private mutating func set(_ x: Int, _ y: Int, _ isDark: Bool) {
    if (0..<size).contains(x), (0..<size).contains(y) { cells[y][x] = isDark }
  }

  private mutating func drawAlignments(_ version: Int) {
    guard version > 1 else { return }
    let count = version / 7 + 2
    let step = (version * 4 + 4 + count * 2 - 3) / (count * 2 - 2) * 2
    var centres = [6]
    var position = version * 4 + 10
    while centres.count < count {
      centres.insert(position, at: 1)
      position -= step
    }
    for (row, y) in centres.enumerated() {
      for (column, x) in centres.enumerated() {
        if (row == 0 && (column == 0 || column == count - 1)) || (row == count - 1 && column == 0) { continue }
        for dy in -2...2 { for dx in -2...2 { set(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) } }
      }
    }
  }

  private mutating func drawFinders() {
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] {
      for dy in -4...4 {
        for dx in -4...4 {
          let ring = max(abs(dx), abs(dy))
          set(x + dx, y + dy, ring != 2 && ring != 4)
        }
      }
    }
  }

  /// Level M is 0, the mask behind it.
  private mutating func drawFormat(_ mask: Int) {
    let format = Self.checked(mask, generator: 0x537, length: 10) ^ 0x5412
    for bit in 0..<15 {
      let isDark = format >> bit & 1 == 1
      set(8, bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit, isDark)
      set(bit < 8 ? size - 1 - bit : bit == 8 ? 7 : 14 - bit, 8, isDark)
    }
    set(8, size - 8, true)
  }

  private mutating func drawVersion(_ version: Int) {
    let bits = Self.checked(version, generator: 0x1f25, length: 12)
    for bit in 0..<18 {
      let isDark = bits >> bit & 1 == 1
      set(size - 11 + bit % 3, bit / 3, isDark)
      set(bit / 3, size - 11 + bit % 3, isDark)
    }
  }

  /// A number with the remainder of its division behind it (BCH).
  private static func checked(_ value: Int, generator: Int, length: Int) -> Int {
    var rest = value
    for _ in 0..<length { rest = rest << 1 ^ (rest >> (length - 1)) * generator }
    return value << length | rest
  }

  /// The message goes up and down in columns of two, from the right.
  private mutating func fill(_ message: [UInt8], _ mask: Int) {
    var bit = 0
    var right = size - 1
    while right > 0 {
      let isUp = (right + (right < 6 ? 2 : 1)) & 2 == 0
      for step in 0..<size {
        let y = isUp ? size - 1 - step : step
        for x in [right, right - 1] where cells[y][x] == nil {
          let value = bit < message.count * 8 && message[bit >> 3] >> UInt8(7 - bit & 7) & 1 == 1
          cells[y][x] = value != Self.isFlipped(x, y, mask)
          bit += 1
        }
      }
      right -= right == 8 ? 3 : 2
    }
  }

  private static func isFlipped(_ x: Int, _ y: Int, _ mask: Int) -> Bool {
    switch mask {
    case 0: (x + y) % 2 == 0
    case 1: y % 2 == 0
    case 2: x % 3 == 0
    case 3: (x + y) % 3 == 0
    case 4: (x / 3 + y / 2) % 2 == 0
    case 5: x * y % 2 + x * y % 3 == 0
    case 6: (x * y % 2 + x * y % 3) % 2 == 0
    case _: ((x + y) % 2 + x * y % 3) % 2 == 0
    }
  }
}
