import Manuscript
import Typesetting

extension ArticleBodyWriter {
  /// What the writer says of every image itself.
  private static let ownNames = ["loading", "decoding", "srcset", "sizes", "fetchpriority"]

  mutating func writeImage(_ image: Image, _ attributes: Attributes) {
    let address = links.address(of: image.reference)
    if case .broken(let written) = address {
      writeBroken(written, attributes)
      if image.alternative.isEmpty { printer.text(written) } else { printer.text(image.alternative.bytes) }
      printer.end()
      return
    }
    let versions = profile == .offprint ? links.asset(image.reference)?.versions : nil
    let isPicture = writeModernVersions(of: image, versions)
    printer.voidTag("img")
    writeAddress("src", address)
    printer.attribute("alt", image.alternative.bytes)
    if let title = image.title { printer.attribute("title", title.bytes) }
    if let set = sourceSet(of: image, versions?.webp, versions) {
      printer.attribute("srcset", set)
      printer.attribute("sizes", sizes(of: image))
    }
    let style = style(of: image, attributes, versions)
    if profile == .offprint { writeSize(of: image) }
    if let style { printer.attribute("style", style) }
    let given = style == nil ? Self.ownNames : Self.ownNames + ["style"]
    writeAttributes(attributes, class: alignmentClass(image.alignment), without: given)
    if profile == .offprint {
      if eagerImages > 0 {
        // What a reader sees first must not wait for the layout.
        eagerImages -= 1
        printer.attribute("fetchpriority", literal: "high")
      } else {
        printer.attribute("loading", literal: "lazy")
      }
      printer.attribute("decoding", literal: "async")
    }
    printer.finishVoidTag()
    if isPicture { printer.end() }
  }

  /// Opens a `picture` with what not every browser can show.
  ///
  /// - Returns: whether it must be closed again.
  private mutating func writeModernVersions(of image: Image, _ versions: ImageVersions?) -> Bool {
    guard let set = sourceSet(of: image, versions?.avif, versions) else { return false }
    printer.start("picture")
    printer.voidTag("source")
    printer.attribute("type", literal: "image/avif")
    printer.attribute("srcset", set)
    printer.attribute("sizes", sizes(of: image))
    printer.finishVoidTag()
    return true
  }

  private func sourceSet(
    of image: Image, _ list: [ImageVersions.Version]?, _ versions: ImageVersions?
  ) -> [UInt8]? {
    guard let list, let versions, let file = links.asset(image.reference), let size = file.size else { return nil }
    return versions.sourceSet(list, file.address, width: size.width)
  }

  private func sizes(of image: Image) -> String {
    pixels(image.width).map { "\(whole($0))px" } ?? "(max-width: 46rem) 100vw, 40rem"
  }

  /// The width that the author asked for, and what stands there until the picture is loaded; nil leaves the author's style.
  private func style(of image: Image, _ attributes: Attributes, _ versions: ImageVersions?) -> String? {
    let width = widthStyle(image)
    let placeholder = attributes["style"] == nil ? versions?.placeholderStyle : nil
    if let width, let placeholder { return width + ";" + placeholder }
    return width ?? placeholder
  }

  /// Width and height, so that the text does not jump when the picture comes: the author's, else those of the file, the
  /// missing one by the file's proportion.
  private mutating func writeSize(of image: Image) {
    let file = links.asset(image.reference)?.size
    var width = pixels(image.width)
    var height = pixels(image.height)
    if let file, file.width > 0, file.height > 0 {
      let (fileWidth, fileHeight) = (Double(file.width), Double(file.height))
      switch (width, height) {
      case (nil, nil): (width, height) = (fileWidth, fileHeight)
      case (let given?, nil): height = given * fileHeight / fileWidth
      case (nil, let given?): width = given * fileWidth / fileHeight
      case (_?, _?): break
      }
    }
    if let width { printer.attribute("width", whole(width)) }
    if let height { printer.attribute("height", whole(height)) }
  }

  /// CSS for a width in percent of the column.
  private func widthStyle(_ image: Image) -> String? {
    guard profile == .offprint, case .percent(let percent)? = image.width, percent > 0 else { return nil }
    return "width:\(whole(min(percent, 100)))%"
  }

  func pixels(_ length: Length?) -> Double? {
    guard case .pixels(let pixels)? = length, pixels > 0 else { return nil }
    return pixels
  }

  func whole(_ number: Double) -> Int { Int(exactly: min(number, 100_000).rounded()) ?? 0 }
}
