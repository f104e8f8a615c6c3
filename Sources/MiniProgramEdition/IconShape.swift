import Manuscript

/// A drawing on a field of 24 by 24, made of strokes and dots.
enum IconShape {
  case line([(Double, Double)])
  case ring(Double, Double, radius: Double)
  case dot(Double, Double, radius: Double)

  /// How far a point is from the stroke's middle; negative inside a dot.
  func distance(_ x: Double, _ y: Double) -> Double {
    switch self {
    case .ring(let cx, let cy, let radius): (Self.length(x - cx, y - cy) - radius).magnitude
    case .dot(let cx, let cy, let radius): Self.length(x - cx, y - cy) - radius
    case .line(let points):
      zip(points, points.dropFirst()).map { Self.distance(x, y, from: $0, to: $1) }.min() ?? .infinity
    }
  }

  /// Whether the stroke's width is laid around it.
  var isStroke: Bool {
    switch self {
    case .line, .ring: true
    case .dot: false
    }
  }

  private static func distance(_ x: Double, _ y: Double, from a: (Double, Double), to b: (Double, Double)) -> Double {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1)
    let along = max(0, min(1, ((x - a.0) * dx + (y - a.1) * dy) / max(1e-9, dx * dx + dy * dy)))
    return length(x - a.0 - along * dx, y - a.1 - along * dy)
  }

  private static func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
}

extension Configuration.MiniProgram.Tab {
  /// The drawing on its tab.
  var icon: [IconShape] {
    switch self {
    case .home:
      [
        .line([(3.2, 11.6), (12, 4), (20.8, 11.6)]), .line([(5.6, 9.8), (5.6, 20), (18.4, 20), (18.4, 9.8)]),
        .line([(9.8, 20), (9.8, 14.2), (14.2, 14.2), (14.2, 20)]),
      ]
    case .categories: [.line([(3, 6), (3, 19), (21, 19), (21, 8.4), (11.6, 8.4), (9.4, 6), (3, 6), (3, 19)])]
    case .tags:
      [.line([(4, 4), (11.6, 4), (20.4, 12.8), (12.8, 20.4), (4, 11.6), (4, 4)]), .dot(8.3, 8.3, radius: 1.5)]
    case .archives:
      [
        .line([(4, 6), (20, 6), (20, 20), (4, 20), (4, 6)]), .line([(4, 10.6), (20, 10.6)]),
        .line([(8.5, 3.6), (8.5, 7.6)]),
        .line([(15.5, 3.6), (15.5, 7.6)]),
      ]
    case .documents:
      [
        .line([(5, 4), (19, 4), (19, 20), (5, 20), (5, 4)]), .line([(8.6, 8.6), (15.4, 8.6)]),
        .line([(8.6, 12.2), (15.4, 12.2)]), .line([(8.6, 15.8), (12.6, 15.8)]),
      ]
    case .more: [.dot(5.2, 12, radius: 1.9), .dot(12, 12, radius: 1.9), .dot(18.8, 12, radius: 1.9)]
    }
  }
}
