import Manuscript

/// A drawing on a field of 24 by 24, made of strokes and dots.
enum IconShape {
  case line([(Double, Double)])
  case ring(Double, Double, radius: Double)
  case dot(Double, Double, radius: Double)
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
