/// A file of the publication that is no article.
package struct Asset: Hashable, Sendable {
  /// What an image's header tells beyond its size, where an edition must know it.
  package struct Traits: OptionSet, Hashable, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Some of it may be seen through.
    package static let transparent = Traits(rawValue: 1)
    /// It moves.
    package static let animated = Traits(rawValue: 2)
    /// Its pixels are not upright until the Exif orientation is applied.
    package static let turned = Traits(rawValue: 4)
    /// An SVG that needs more than shapes with attributes: style sheets, percentages, scripts, other files.
    package static let intricate = Traits(rawValue: 8)
    /// It says where it was taken.
    package static let located = Traits(rawValue: 16)
  }

  package enum Kind: String, Hashable, Sendable {
    case jpeg, png, gif, svg, webp, avif, audio, video, other

    package var isImage: Bool {
      switch self {
      case .jpeg, .png, .gif, .svg, .webp, .avif: true
      case .audio, .video, .other: false
      }
    }
  }

  /// Relative to the source folder: `assets/img/a.jpg`, `content/posts/a/b.png`.
  package var path: String
  /// Where the site serves it, without baseurl: `/assets/img/a.jpg`.
  package var sitePath: String
  package var kind: Kind
  /// Bytes.
  package var byteCount: Int
  /// Shown size in pixels, orientation applied; nil when it is no image or its header could not be read.
  package var size: PixelSize?
  package var traits: Traits
  /// Hash of its bytes in hexadecimal; the name of anything derived from it.
  package var contentHash: String

  package init(
    path: String, sitePath: String, kind: Kind, byteCount: Int, size: PixelSize?, contentHash: String,
    traits: Traits = []
  ) {
    self.traits = traits
    self.path = path
    self.sitePath = sitePath
    self.kind = kind
    self.byteCount = byteCount
    self.size = size
    self.contentHash = contentHash
  }
}

package struct PixelSize: Hashable, Sendable {
  package var width: Int
  package var height: Int
  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A smaller or converted version of an image that an edition needs; the press has it made and cached by content.
package struct ImageDerivation: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable { case jpeg, png, webp, gif, avif }

  /// Index into `Publication.assets`.
  package var asset: Int
  package var format: Format
  /// The result is at most this wide, in pixels; never enlarged, but for an SVG, which is drawn at this width.
  package var maximumWidth: Int

  package init(asset: Int, format: Format, maximumWidth: Int) {
    self.asset = asset
    self.format = format
    self.maximumWidth = maximumWidth
  }
}

/// An `ImageDerivation` that was carried out.
package struct DerivedImage: Hashable, Sendable {
  /// Absolute path in the content cache.
  package var cachePath: String
  package var byteCount: Int
  package var size: PixelSize
  /// Its bytes, when it is so small that a page may carry it in itself (`longestInline`); else empty.
  package var inline: [UInt8]

  /// Bytes of a picture that a page carries in itself.
  package static let longestInline = 400

  package init(cachePath: String, byteCount: Int, size: PixelSize, inline: [UInt8] = []) {
    self.inline = inline
    self.cachePath = cachePath
    self.byteCount = byteCount
    self.size = size
  }
}
