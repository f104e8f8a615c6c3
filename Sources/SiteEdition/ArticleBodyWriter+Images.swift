import Manuscript
import Typesetting

extension ArticleBodyWriter {
  /// What the writer says of every image itself.
  private static let ownNames = ["loading", "decoding", "srcset", "sizes"]

  mutating func writeImage(_ image: Image, _ attributes: Attributes) {
    let address = links.address(of: image.reference)
    if case .broken(let written) = address {
      writeBroken(written, attributes)
      if image.alternative.isEmpty { printer.text(written) } else { printer.text(image.alternative.bytes) }
      printer.end()
      return
    }
    printer.voidTag("img")
    writeAddress("src", address)
    printer.attribute("alt", image.alternative.bytes)
    if let title = image.title { printer.attribute("title", title.bytes) }
    if profile == .offprint {
      writeVersions(of: image)
      writeSize(of: image)
    }
    let given = widthStyle(image) == nil ? Self.ownNames : Self.ownNames + ["style"]
    writeAttributes(attributes, class: alignmentClass(image.alignment), without: given)
    if profile == .offprint {
      printer.attribute("loading", literal: "lazy")
      printer.attribute("decoding", literal: "async")
    }
    printer.finishVoidTag()
  }

  /// The smaller version for browsers that need no more; they choose by the width in which it is shown.
  private mutating func writeVersions(of image: Image) {
    guard let file = links.asset(image.reference), let size = file.size, let small = file.small else { return }
    let shown = pixels(image.width).map { "\(whole($0))px" } ?? "(max-width: 46rem) 100vw, 40rem"
    printer.attribute("srcset", SiteWriter.sourceSet(small, file.address, width: size.width))
    printer.attribute("sizes", shown)
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
    if let style = widthStyle(image) { printer.attribute("style", style) }
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
