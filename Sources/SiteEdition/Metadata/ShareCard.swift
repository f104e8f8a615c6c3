package import Manuscript
import Templating
import Typesetting

/// A picture with an article's title for links that are shared, drawn as SVG; a tool makes the PNG that networks take.
package struct ShareCard: Sendable {
  /// Pixels: what Open Graph's readers ask for.
  package static let size = PixelSize(width: 1200, height: 630)

  /// Index into `Publication.entries`.
  package var entry: Int
  package var svg: [UInt8]

  /// A card as the site serves it.
  struct Made: Sendable {
    var sitePath: String
    var address: [UInt8]
    var size: PixelSize
    var cachePath: String
  }

  /// The cards that a publication wants: for every post without a cover, where the configuration asks for them.
  static func wanted(
    _ publication: Publication, _ colors: (light: String, ink: String, accent: String)
  ) -> [ShareCard] {
    let configuration = publication.configuration
    guard configuration.site.makesShareCards, !configuration.url.isEmpty else { return [] }
    return publication.posts.compactMap { index in
      let facts = publication.entries[index].facts
      guard facts.frontMatter.cover == nil else { return nil }
      return ShareCard(entry: index, svg: draw(facts, configuration, colors))
    }
  }

  /// The colours of the theme in light.
  static func colors(_ theme: ThemeFiles) -> (light: String, ink: String, accent: String) {
    let (tokens, _) = ThemeTokens.parse(theme[ThemeTokens.fileName]?.bytes ?? [])
    func color(_ name: String, _ fallback: String) -> String {
      if case .color(let light, _)? = tokens[name] { light } else { fallback }
    }
    return (color("paper", "#ffffff"), color("ink", "#222222"), color("accent", "#a8321c"))
  }

  static func place(_ made: [Int: DerivedImage], _ addresses: SiteAddresses) -> [Int: Made] {
    made.mapValues { image in
      let name = image.cachePath.split(separator: "/").last.map(String.init) ?? ""
      let path = "/theme/img/\(name)"
      return Made(
        sitePath: path, address: addresses.address(ofPath: path), size: image.size, cachePath: image.cachePath)
    }
  }

  static func artifacts(_ cards: [Int: Made]) -> [Artifact] {
    // Two posts of the same title have the same card.
    var written: Set<String> = []
    return cards.sorted { $0.key < $1.key }.map(\.value).filter { written.insert($0.sitePath).inserted }.map {
      Artifact(path: SiteAddresses.file(ofPath: $0.sitePath), content: .cached(path: $0.cachePath))
    }
  }

  private static func draw(
    _ facts: ArticleFacts, _ configuration: Configuration, _ colors: (light: String, ink: String, accent: String)
  ) -> [UInt8] {
    var (lines, size) = ([String](), 0)
    // The largest size in which the title fits on four lines.
    for candidate in [84, 72, 60, 50] {
      (lines, size) = (CardText.lines(facts.title, width: 1040.0 / Double(candidate)), candidate)
      if lines.count <= (candidate > 70 ? 3 : 4) { break }
    }
    if lines.count > 4 {
      lines = Array(lines[..<4])
      lines[3] += "…"
    }
    var svg = XMLPrinter()
    svg.startTag("svg")
    svg.attribute("xmlns", "http://www.w3.org/2000/svg")
    svg.attribute("width", "1200")
    svg.attribute("height", "630")
    svg.attribute("viewBox", "0 0 1200 630")
    svg.finishTag()
    func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ color: String, radius: Int = 0) {
      svg.startTag("rect")
      for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height), ("rx", radius)] {
        switch name {
        case "x": svg.attribute("x", String(value))
        case "y": svg.attribute("y", String(value))
        case "width": svg.attribute("width", String(value))
        case "height": svg.attribute("height", String(value))
        default: svg.attribute("rx", String(value))
        }
      }
      svg.attribute("fill", color)
      svg.finishEmptyTag()
    }
    func text(_ words: String, x: Int, y: Int, size: Int, color: String, isBold: Bool = false, isCentred: Bool = false)
    {
      svg.startTag("text")
      svg.attribute("x", String(x))
      svg.attribute("y", String(y))
      svg.attribute("font-size", String(size))
      svg.attribute("fill", color)
      svg.attribute("font-family", "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Noto Sans, sans-serif")
      if isBold { svg.attribute("font-weight", "700") }
      if isCentred { svg.attribute("text-anchor", "middle") }
      svg.finishTag(holding: Array(words.utf8))
    }
    rectangle(0, 0, 1200, 630, colors.light)
    rectangle(0, 0, 16, 630, colors.accent)
    let leading = size * 13 / 10
    let top = 290 - leading * (lines.count - 1) / 2 + size / 3 - 20
    for (number, line) in lines.enumerated() {
      text(line, x: 80, y: top + number * leading, size: size, color: colors.ink, isBold: true)
    }
    rectangle(80, 508, 64, 64, colors.accent, radius: 10)
    let seal = configuration.title.first.map { String($0).uppercased() } ?? ""
    text(seal, x: 112, y: 554, size: 38, color: colors.light, isBold: true, isCentred: true)
    let author = facts.frontMatter.authors.first?.name ?? configuration.author.name
    let foot = [configuration.title, author, facts.frontMatter.date?.shortDay ?? ""].filter { !$0.isEmpty }
    text(foot.joined(separator: "  ·  "), x: 168, y: 551, size: 30, color: colors.ink)
    svg.end()
    return svg.bytes
  }
}

/// Breaks a title into lines by an estimate of widths: a font is not looked into.
enum CardText {
  /// - Parameter width: of a line, in ems.
  static func lines(_ title: String, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    for word in words(title, width: width) {
      let size = word.unicodeScalars.reduce(0.0) {
        $0 + (EastAsianText.isWide($1.value) ? 1 : $1.value < 0x80 ? 0.56 : 0.7)
      }
      let isLoose = word.allSatisfy { "，。、！？：；）》」』”’…".contains($0) }
      if used + size > width, !line.isEmpty, !isLoose {
        lines.append(trimmed(line))
        (line, used) = ("", 0)
        if word == " " { continue }
      }
      line += word
      used += size
    }
    if !trimmed(line).isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    while line.first == " " { line.removeFirst() }
    return String(line)
  }

  /// Pieces between which a line may end: wide characters by themselves, other words whole unless they are longer than a
  /// line, blanks.
  private static func words(_ title: String, width: Double) -> [String] {
    let most = max(1, Int(width / 0.6))
    var words: [String] = []
    var word = ""
    for character in title {
      let isWide = character.unicodeScalars.first.map { EastAsianText.isWide($0.value) } ?? false
      if isWide || character == " " {
        if !word.isEmpty { words.append(word) }
        words.append(String(character))
        word = ""
      } else {
        if word.count >= most {
          words.append(word)
          word = ""
        }
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
