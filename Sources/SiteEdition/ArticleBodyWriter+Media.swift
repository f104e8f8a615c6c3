import Manuscript
import Typesetting

extension ArticleBodyWriter {
  /// What the writer says of every player and frame itself.
  private static let ownNames = [
    "controls", "preload", "playsinline", "loading", "referrerpolicy", "allowfullscreen",
  ]

  /// Whether any of its sources leads somewhere.
  func isPlayable(_ media: Media) -> Bool {
    media.sources.contains { if case .broken = links.address(of: $0) { false } else { true } }
  }

  mutating func writeMedia(_ media: Media, _ attributes: Attributes) {
    let sources = media.sources.map { links.address(of: $0) }
    let playable = sources.filter { if case .broken = $0 { false } else { true } }
    guard let first = playable.first else {
      if case .broken(let written)? = sources.first {
        writeBroken(written, attributes)
        printer.text(media.title?.bytes ?? Array(written.utf8))
        printer.end()
      }
      return
    }
    printer.startTag(media.kind == .video ? "video" : "audio")
    printer.attribute("controls")
    printer.attribute("preload", literal: "metadata")
    if media.loops { printer.attribute("loop") }
    if media.isMuted { printer.attribute("muted") }
    if media.autoplays { printer.attribute("autoplay") }
    if media.kind == .video {
      printer.attribute("playsinline")
      writeVideoFrame(media)
    }
    if let title = media.title { printer.attribute("title", title.bytes) }
    writeAttributes(attributes, without: Self.ownNames)
    printer.finishTag()
    for source in playable {
      printer.voidTag("source")
      writeAddress("src", source)
      printer.finishVoidTag()
    }
    // For readers whose browser cannot play it.
    printer.startTag("a")
    writeAddress("href", first)
    printer.finishTag()
    printer.text(media.title?.bytes ?? Array(words.download.utf8))
    printer.end()
    printer.end()
  }

  private mutating func writeVideoFrame(_ media: Media) {
    if let width = pixels(media.width) { printer.attribute("width", whole(width)) }
    if let height = pixels(media.height) { printer.attribute("height", whole(height)) }
    guard let poster = media.poster else { return }
    let address = links.address(of: poster)
    if case .broken = address { return }
    writeAddress("poster", address)
  }

  mutating func writeEmbed(_ embed: Embed, _ block: Block) {
    printer.freshLine()
    let address = links.address(of: embed.reference)
    if case .broken(let written) = address {
      printer.start("p")
      writeBroken(written, Attributes())
      printer.text(embed.title?.bytes ?? Array(written.utf8))
      printer.end()
      close()
      return
    }
    printer.startTag("div")
    printer.attribute("class", literal: "embed")
    if let width = pixels(embed.width), let height = pixels(embed.height) {
      printer.attribute("style", "aspect-ratio:\(whole(width))/\(whole(height))")
    }
    printer.finishTag()
    printer.startTag("iframe")
    writeAddress("src", address)
    printer.attribute("title", embed.title?.string ?? words.embed)
    printer.attribute("loading", literal: "lazy")
    printer.attribute("referrerpolicy", literal: "strict-origin-when-cross-origin")
    printer.attribute("allowfullscreen")
    writeAttributes(block.attributes, without: Self.ownNames)
    printer.finishTag()
    printer.end()
    close()
  }
}
