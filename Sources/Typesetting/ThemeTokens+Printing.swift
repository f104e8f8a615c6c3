extension ThemeTokens {
  /// What a length is printed in, in WXSS.
  package enum MiniProgramUnit: Sendable {
    /// As it is.
    case pixels
    /// 750ths of the screen's width: two for a pixel of a phone 375 pixels wide.
    case responsivePixels
  }

  /// CSS for the site: the light colours, the dark ones where the reader's system asks for them, and both by the choice
  /// that the page's toggle writes on the root (`data-theme`). Paper is white whatever the screen was. Lengths are in `rem`, so they grow with the reader's text.
  package func css() -> [UInt8] {
    var out = "/* Tokens: see tokens.txt */\n:root{color-scheme:light;"
    for token in tokens { out += declaration(token, isDark: false, length: { "\(Self.decimal($0 / 16))rem" }) }
    let dark = darkColors()
    out += "}\n@media screen and (prefers-color-scheme:dark)"
    out += "{:root:not([data-theme=light]){color-scheme:dark;\(dark)}}\n"
    out += "@media screen{:root[data-theme=dark]{color-scheme:dark;\(dark)}}\n"
    return Array(out.utf8)
  }

  /// WXSS for the mini-program: the same names on `page`, dark by the system's choice.
  package func wxss(unit: MiniProgramUnit) -> [UInt8] {
    var out = "/* Tokens: see tokens.txt */\npage{"
    for token in tokens {
      out += declaration(token, isDark: false) { length in
        switch unit {
        case .pixels: "\(Self.decimal(length))px"
        case .responsivePixels: "\(Self.decimal(length * 2))rpx"
        }
      }
    }
    out += "}\n@media (prefers-color-scheme:dark){page{\(darkColors())}}\n"
    return Array(out.utf8)
  }

  private func darkColors() -> String { colorDeclarations(isDark: true) }

  /// The colours of one look as custom properties, for a `style` that overrides the sheet.
  package func colorDeclarations(isDark: Bool) -> String {
    var out = ""
    for token in tokens {
      guard case .color = token.value else { continue }
      out += declaration(token, isDark: isDark) { _ in "" }
    }
    return out
  }

  private func declaration(_ token: Token, isDark: Bool, length: (Double) -> String) -> String {
    let value =
      switch token.value {
      case .color(let light, let dark): isDark ? dark : light
      case .length(let pixels): length(pixels)
      case .number(let number): Self.decimal(number)
      case .font(let families): families
      }
    return "--\(token.name):\(value);"
  }

  /// At most four places, without trailing zeros.
  static func decimal(_ value: Double) -> String {
    let scaled = (value * 10000).rounded()
    guard scaled.magnitude < 1e15 else { return "0" }
    let whole = Int(scaled)
    let (units, rest) = whole.magnitude.quotientAndRemainder(dividingBy: 10000)
    var text = "\(whole < 0 ? "-" : "")\(units)"
    guard rest > 0 else { return text }
    var places = String(rest)
    places = String(repeating: "0", count: 4 - places.utf8.count) + places
    while places.hasSuffix("0") { places.removeLast() }
    text += "." + places
    return text
  }
}
