import Diagnostics
import Manuscript
import Typesetting

extension ArticleRenderer {
  /// Data addresses above this are not worth their bytes in every package (and are advised against).
  private static let dataAddressLimit = 16 * 1024

  /// An image of the package, its room reserved before it is loaded; where it is not in the package, a card that says
  /// what it shows and where it is.
  mutating func image(_ image: Image, _ attributes: Attributes, range: SourceRange, isInLine: Bool) {
    let classes = PictureClasses(attributes)
    let destination = destination(image.reference)
    switch destination {
    case .asset(let index, _):
      guard writer.files.indices.contains(index), let file = writer.files[index] else {
        adapt("image", .adapted, "card", at: range)
        return card(words.image, title: image.alternative.bytes, destination)
      }
      show(image, classes, asset: index, file: file, isInLine: isInLine)
    case .external(let address) where address.hasPrefix("data:image/") && address.utf8.count < Self.dataAddressLimit:
      startFrame(image, classes, size: nil, isInLine: isInLine)
      printer.attribute("src", Array(address.utf8))
      printer.finishVoidTag()
    case .external:
      adapt("image", .needsNetwork, "card", at: range)
      card(words.image, title: image.alternative.bytes, destination)
    case .anchor, .article, .listing, .broken:
      // Why is reported where links are bound.
      adapt("image", .adapted, "card", at: range)
      card(words.image, title: image.alternative.bytes, destination)
    }
  }

  private mutating func show(
    _ image: Image, _ classes: PictureClasses, asset: Int, file: PackedFile, isInLine: Bool
  ) {
    tables.files.append(asset)
    startFrame(image, classes, size: file.shownSize, isInLine: isInLine)
    if !isInLink {
      printer.attribute("catchtap", literal: "zoom")
      printer.attribute("data-i", tables.images.count)
      tables.images.append(Picture(asset: asset, look: classes.look))
    }
    printer.attribute("src", marked: filePath(file), target: RenderedArticle.Target.file(asset))
    printer.finishVoidTag()
  }

  func source(_ asset: Int, _ file: PackedFile) -> WXMLPrinter.Attribute {
    .marked("src", filePath(file), target: RenderedArticle.Target.file(asset))
  }

  func filePath(_ file: PackedFile) -> [UInt8] { Array("/\(PagePath.root(0))/files/\(file.name)".utf8) }

  /// Begins the tag of an image: everything but its source. `widthFix` corrects the height when the image is there, so engines that do
  /// not know `aspect-ratio` show it right too, only later.
  private mutating func startFrame(
    _ image: Image, _ classes: PictureClasses, size: PixelSize?, isInLine: Bool
  ) {
    let ratio = ratio(image, size)
    var style = ""
    switch image.width {
    case .pixels(let width): style = "width:\(Self.decimal(width))px;"
    case .percent(let share): style = "width:\(Self.decimal(min(100, share)))%;"
    case nil:
      if case .pixels(let height) = image.height, let ratio {
        style = "width:\(Self.decimal(height * ratio))px;"
      } else if let size {
        style = "width:\(size.width)px;"
      } else {
        style = "width:100%;"
      }
    }
    if let ratio { style += "aspect-ratio:\(Self.decimal(ratio));" }
    let name: StaticString =
      switch image.alignment {
      case _ where isInLine: "img inl"
      case nil, .center: "img"
      case .left: "img left"
      case .right: "img right"
      }
    let alternative = image.alternative.isEmpty ? image.title : image.alternative
    let added = classes.names
    if added.isEmpty {
      printer.startTag("image", class: name)
    } else {
      printer.startTag("image")
      printer.attribute("class", name.withUTF8Buffer(Array.init) + added)
    }
    printer.attribute("mode", literal: "widthFix")
    printer.attribute("style", Array(style.utf8))
    printer.attribute("lazy-load")
    printer.attribute("aria-role", literal: "img")
    if let alternative { printer.attribute("aria-label", alternative.bytes) }
  }

  /// Width by height as it is shown; nil when not known.
  private func ratio(_ image: Image, _ size: PixelSize?) -> Double? {
    if case .pixels(let width) = image.width, case .pixels(let height) = image.height, width > 0, height > 0 {
      return width / height
    }
    guard let size, size.width > 0, size.height > 0 else { return nil }
    return Double(size.width) / Double(size.height)
  }

  private static func decimal(_ value: Double) -> String {
    guard value.isFinite, value > 0, value < 100_000 else { return "1" }
    let scaled = Int((value * 1000).rounded())
    if scaled % 1000 == 0 { return String(scaled / 1000) }
    var digits = String(scaled % 1000)
    digits = String(repeating: "0", count: 3 - digits.utf8.count) + digits
    return "\(scaled / 1000)." + digits
  }

  /// SVG of the author's own, with its words as the label.
  mutating func draw(_ drawing: SVGDrawing, label: Text, range: SourceRange, isInLine: Bool) {
    adapt("svg", .adapted, "image", at: range)
    var style = "width:100%;"
    if let width = drawing.width { style = "width:\(Self.decimal(width))px;" }
    if let width = drawing.width, let height = drawing.height {
      style += "aspect-ratio:\(Self.decimal(width / height));"
    }
    printer.startTag("image", class: isInLine ? "img inl" : "img")
    printer.attribute("mode", literal: "widthFix")
    printer.attribute("style", Array(style.utf8))
    printer.attribute("aria-role", literal: "img")
    if !label.isEmpty { printer.attribute("aria-label", label.bytes) }
    printer.attribute("src", drawing.address)
    printer.finishVoidTag()
  }

  /// What stands for something that is elsewhere: what it is and its address, which a tap shows whole and copies.
  mutating func card(_ kind: String, title: [UInt8], _ destination: Destination) {
    let address = address(destination)
    printer.startTag("view", class: "card")
    if !isInLink {
      printer.attribute("catchtap", literal: "go")
      printer.attribute("aria-role", literal: "link")
      writeTarget(destination)
    }
    printer.finishTag("view")
    printer.start("text", class: "ck")
    printer.text(title.isEmpty ? Array(kind.utf8) : Array((kind + " · ").utf8) + ArticleRenderer.onOneLine(title))
    printer.end()
    printer.start("text", class: "cu")
    printer.text(Array(address.prefix(200)))
    printer.end()
    printer.end()
  }

  /// A recording: played from the package where the platform can, else a card.
  mutating func media(_ media: Media, range: SourceRange) {
    let kind = media.kind == .audio ? words.audio : words.video
    if let poster = media.poster, case .asset(let index, _) = destination(poster), writer.files.indices.contains(index),
      let file = writer.files[index]
    {
      show(
        Image(reference: poster, alternative: media.title ?? "", width: media.width), PictureClasses(.init()),
        asset: index, file: file, isInLine: false)
    }
    let playable = media.sources.compactMap { source -> (asset: Int, file: PackedFile)? in
      guard case .asset(let index, _) = self.destination(source), writer.files.indices.contains(index) else {
        return nil
      }
      return writer.files[index].map { (index, $0) }
    }
    // Not every phone plays Ogg.
    if let (index, file) = playable.first(where: { !$0.file.name.hasSuffix(".ogg") }) ?? playable.first {
      tables.files.append(index)
      return player(media, kind, index, file)
    }
    let destination = media.sources.first.map { self.destination($0) } ?? .broken("")
    // A recording that is nowhere comes by no network either; one of another format would by the site's.
    if case .broken = destination {
      adapt("media", .adapted, "card", at: range)
    } else {
      adapt("media", .needsNetwork, "card", at: range)
    }
    card(kind, title: media.title?.bytes ?? [], destination)
  }

  private mutating func player(_ media: Media, _ kind: String, _ asset: Int, _ file: PackedFile) {
    let number = tables.playerCount
    tables.playerCount += 1
    printer.start("view", [.class("card play")])
    printer.start(
      "text",
      [
        .class("ck"), .literal("catchtap", "play"), .number("data-i", number),
        .literal("data-k", media.kind == .audio ? "audio" : "video"), .literal("aria-role", "button"),
        .marked("data-s", filePath(file), target: RenderedArticle.Target.file(asset)),
      ])
    let title = media.title.map { " · ".utf8 + $0.bytes } ?? []
    printer.text(Array("▶ \(words.play) · \(kind)".utf8) + title)
    printer.end()
    if media.kind == .video {
      printer.void(
        "video",
        [
          .class("video"), .binding("wx:if", "{{v", number, "}}"), .binding("src", "{{v", number, "}}"),
          .flag("autoplay"), .flag("loop", media.loops), .flag("muted", media.isMuted),
        ])
    }
    printer.end()
  }
}
