/// How far shapes cover each pixel of a picture, from 0 to 1; edges are smooth.
struct Mask {
  private let width: Int
  private let height: Int
  /// Where the field's corner stands, in pixels.
  private let offset: (x: Double, y: Double)
  private var coverage: [Double]

  init(width: Int, height: Int, offset: (x: Double, y: Double) = (0, 0)) {
    self.width = width
    self.height = height
    self.offset = offset
    coverage = [Double](repeating: 0, count: width * height)
  }

  /// - Parameters:
  ///   - scale: pixels of one unit of the field.
  ///   - lineWidth: of strokes, in units.
  mutating func draw(_ shape: IconShape, scale: Double, width lineWidth: Double) {
    let half = lineWidth / 2
    switch shape {
    case .line(let points):
      for (a, b) in zip(points, points.dropFirst()) {
        let box = (min(a.0, b.0) - half, min(a.1, b.1) - half, max(a.0, b.0) + half, max(a.1, b.1) + half)
        cover(box, scale) { half - Self.distance($0, $1, from: a, to: b) }
      }
    case .ring(let x, let y, let radius):
      let reach = radius + half
      cover((x - reach, y - reach, x + reach, y + reach), scale) {
        half - (Self.length($0 - x, $1 - y) - radius).magnitude
      }
    case .dot(let x, let y, let radius):
      cover((x - radius, y - radius, x + radius, y + radius), scale) { radius - Self.length($0 - x, $1 - y) }
    }
  }

  /// A square with round corners.
  mutating func fill(x: Double, y: Double, side: Double, radius: Double, scale: Double) {
    let (half, middle) = (side / 2, (x + side / 2, y + side / 2))
    cover((x, y, x + side, y + side), scale) { px, py in
      let dx = max(0, (px - middle.0).magnitude - half + radius)
      let dy = max(0, (py - middle.1).magnitude - half + radius)
      return radius - Self.length(dx, dy)
    }
  }

  /// The coverage as whole numbers of a range, row by row.
  func steps(_ range: ClosedRange<UInt8>) -> [UInt8] {
    let span = Double(range.upperBound - range.lowerBound)
    return coverage.map { $0 == 0 ? range.lowerBound : range.lowerBound + UInt8(($0 * span).rounded()) }
  }

  /// - Parameters:
  ///   - box: left, top, right, bottom, in units: where the shape may be.
  ///   - depth: how far inside the shape's edge a point is, in units.
  private mutating func cover(
    _ box: (Double, Double, Double, Double), _ scale: Double, _ depth: (Double, Double) -> Double
  ) {
    let left = max(0, Int(offset.x + box.0 * scale) - 1)
    let right = min(width, Int(offset.x + box.2 * scale) + 2)
    let top = max(0, Int(offset.y + box.1 * scale) - 1)
    let bottom = min(height, Int(offset.y + box.3 * scale) + 2)
    guard left < right, top < bottom else { return }
    for y in top..<bottom {
      for x in left..<right {
        let inside = depth((Double(x) + 0.5 - offset.x) / scale, (Double(y) + 0.5 - offset.y) / scale) * scale + 0.5
        if inside > coverage[y * width + x] { coverage[y * width + x] = min(1, inside) }
      }
    }
  }

  private static func distance(_ x: Double, _ y: Double, from a: (Double, Double), to b: (Double, Double)) -> Double {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1)
    let along = max(0, min(1, ((x - a.0) * dx + (y - a.1) * dy) / max(1e-9, dx * dx + dy * dy)))
    return length(x - a.0 - along * dx, y - a.1 - along * dy)
  }

  private static func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
}
