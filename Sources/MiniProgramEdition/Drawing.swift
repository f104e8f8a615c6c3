import Synchronization
import Typesetting

/// Pictures of the program's own, drawn at build time in the theme's colours.
enum Drawing {
  /// The platform's advice for icons of tabs, in pixels.
  static let iconSide = 81

  /// What was drawn before: the same picture is asked for by every build of one process.
  private static let drawn = Mutex<[String: [UInt8]]>([:])

  private static func remembered(_ key: String, _ draw: () -> [UInt8]) -> [UInt8] {
    if let bytes = drawn.withLock({ $0[key] }) { return bytes }
    let bytes = draw()
    drawn.withLock { $0[key] = bytes }
    return bytes
  }

  /// An icon on nothing.
  ///
  /// - Parameters:
  ///   - name: tells it from other icons.
  ///   - color: hexadecimal.
  static func icon(_ name: String, _ shapes: [IconShape], color: String, isBold: Bool) -> [UInt8] {
    remembered("\(name) \(color) \(isBold)") {
      let scale = Double(iconSide) / 24
      var mask = Mask(width: iconSide, height: iconSide)
      for shape in shapes { mask.draw(shape, scale: scale, width: isBold ? 2.3 : 1.6) }
      let (red, green, blue) = HexadecimalColor.channels(color) ?? (136, 136, 136)
      let palette = (0..<16).map { step in
        PNGPrinter.Color(red: UInt8(red), green: UInt8(green), blue: UInt8(blue), alpha: UInt8(step * 17))
      }
      return PNGPrinter.picture(width: iconSide, height: iconSide, pixels: mask.steps(0...15), palette: palette)
    }
  }

  /// What stands for an article without a picture when it is shared: the seal of the site's icon on paper.
  static func share(width: Int, height: Int, paper: String, accent: String, onAccent: String) -> [UInt8] {
    remembered("\(width) \(height) \(paper) \(accent) \(onAccent)") {
      let scale = Double(height) / 2 / 32
      let offset = (x: Double(width) / 2 - 16 * scale, y: Double(height) / 2 - 16 * scale)
      var seal = Mask(width: width, height: height, offset: offset)
      seal.fill(x: 2, y: 2, side: 28, radius: 4, scale: scale)
      var strokes = Mask(width: width, height: height, offset: offset)
      for points in [[(9.0, 7.0), (9, 25), (23, 25)], [(14, 7), (14, 20), (23, 20)], [(19, 7), (19, 15), (23, 15)]] {
        strokes.draw(.line(points), scale: scale, width: 2.5)
      }
      let pixels = zip(seal.steps(0...7), strokes.steps(7...15)).map { $1 > 7 ? $1 : $0 }
      let stops = [paper, accent, onAccent].map { HexadecimalColor.channels($0) ?? (255, 255, 255) }
      let palette = (0..<16).map { step in
        let (from, to) = step < 8 ? (stops[0], stops[1]) : (stops[1], stops[2])
        let share = step < 8 ? Double(step) / 7 : Double(step - 7) / 8
        func mix(_ a: Int, _ b: Int) -> UInt8 { UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded()) }
        return PNGPrinter.Color(red: mix(from.0, to.0), green: mix(from.1, to.1), blue: mix(from.2, to.2))
      }
      return PNGPrinter.picture(width: width, height: height, pixels: pixels, palette: palette)
    }
  }
}
