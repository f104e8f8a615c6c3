import Typesetting

/// Pictures of the program's own, drawn at build time in the theme's colours.
enum Drawing {
  /// The platform's advice for icons of tabs, in pixels.
  static let iconSide = 81

  /// An icon on nothing.
  ///
  /// - Parameter color: hexadecimal.
  static func icon(_ shapes: [IconShape], color: String, isBold: Bool) -> [UInt8] {
    let side = iconSide
    let scale = Double(side) / 24
    let half = (isBold ? 2.3 : 1.6) / 2 * scale
    var pixels = [UInt8](repeating: 0, count: side * side)
    for y in 0..<side {
      for x in 0..<side {
        let at = ((Double(x) + 0.5) / scale, (Double(y) + 0.5) / scale)
        var coverage = 0.0
        for shape in shapes {
          let distance = shape.distance(at.0, at.1) * scale
          coverage = max(coverage, min(1, (shape.isStroke ? half : isBold ? 1 : 0) - distance + 0.5))
        }
        pixels[y * side + x] = UInt8((coverage * 15).rounded())
      }
    }
    let (red, green, blue) = HexadecimalColor.channels(color) ?? (136, 136, 136)
    let palette = (0..<16).map { step in
      PNGPrinter.Color(red: UInt8(red), green: UInt8(green), blue: UInt8(blue), alpha: UInt8(step * 17))
    }
    return PNGPrinter.picture(width: side, height: side, pixels: pixels, palette: palette)
  }

  /// What stands for an article without a picture when it is shared: the seal of the site's icon on paper.
  static func share(width: Int, height: Int, paper: String, accent: String, onAccent: String) -> [UInt8] {
    let scale = Double(height) / 2 / 32
    let (left, top) = (Double(width) / 2 - 16 * scale, Double(height) / 2 - 16 * scale)
    let strokes: [IconShape] = [
      .line([(9, 7), (9, 25), (23, 25)]), .line([(14, 7), (14, 20), (23, 20)]), .line([(19, 7), (19, 15), (23, 15)]),
    ]
    var pixels = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        let at = ((Double(x) + 0.5 - left) / scale, (Double(y) + 0.5 - top) / scale)
        let seal = min(1, max(0, 0.5 - square(at.0, at.1) * scale))
        let stroke = strokes.map { min(1, max(0, (1.25 - $0.distance(at.0, at.1)) * scale + 0.5)) }.max() ?? 0
        let step = stroke > 0 ? 7 + stroke * 8 : seal * 7
        pixels[y * width + x] = UInt8(step.rounded())
      }
    }
    let stops = [paper, accent, onAccent].map { HexadecimalColor.channels($0) ?? (255, 255, 255) }
    let palette = (0..<16).map { step in
      let (from, to) = step < 8 ? (stops[0], stops[1]) : (stops[1], stops[2])
      let share = step < 8 ? Double(step) / 7 : Double(step - 7) / 8
      func mix(_ a: Int, _ b: Int) -> UInt8 { UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded()) }
      return PNGPrinter.Color(red: mix(from.0, to.0), green: mix(from.1, to.1), blue: mix(from.2, to.2))
    }
    return PNGPrinter.picture(width: width, height: height, pixels: pixels, palette: palette)
  }

  /// How far outside the seal's square, with its round corners, a point is.
  private static func square(_ x: Double, _ y: Double) -> Double {
    let (dx, dy) = (max(0, (x - 16).magnitude - 10), max(0, (y - 16).magnitude - 10))
    return (dx * dx + dy * dy).squareRoot() - 4
  }
}
