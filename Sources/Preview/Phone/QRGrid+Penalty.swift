extension QRGrid {
  /// How badly a reader would do: the standard's four rules (section 7.8.3).
  var penalty: Int {
    let modules = modules
    let columns = (0..<size).map { x in (0..<size).map { modules[$0][x] } }
    return (modules + columns).reduce(0) { $0 + Self.runs($1) + Self.finderLikes($1) } + blocks(modules)
      + imbalance(modules)
  }

  private static func runs(_ line: [Bool]) -> Int {
    var result = 0
    var length = 0
    for (index, module) in line.enumerated() {
      length = index > 0 && module == line[index - 1] ? length + 1 : 1
      if length == 5 { result += 3 } else if length > 5 { result += 1 }
    }
    return result
  }

  private static let finder = [true, false, true, true, true, false, true, false, false, false, false]

  private static func finderLikes(_ line: [Bool]) -> Int {
    var result = 0
    for start in 0...(line.count - 11) {
      let piece = line[start..<start + 11]
      if piece.elementsEqual(finder) || piece.elementsEqual(finder.reversed()) { result += 40 }
    }
    return result
  }

  private func blocks(_ modules: [[Bool]]) -> Int {
    var result = 0
    for y in 1..<size {
      for x in 1..<size where modules[y][x] == modules[y][x - 1] {
        if modules[y][x] == modules[y - 1][x], modules[y][x] == modules[y - 1][x - 1] { result += 3 }
      }
    }
    return result
  }

  private func imbalance(_ modules: [[Bool]]) -> Int {
    let dark = modules.reduce(0) { $0 + $1.count { $0 } }
    return abs(dark * 20 - size * size * 10) / (size * size) * 10
  }
}
