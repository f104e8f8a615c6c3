internal import Binding
internal import Diagnostics
internal import Manuscript

/// Turns the files that are no articles into the asset table: what they are, how large they show, what hash they have.
struct AssetReader: Sendable {
  let root: String
  /// What the ledger knows of each path: a file whose stamp is the same is not read again.
  let known: [String: Ledger.Input]
  /// Stamps from this moment on (nanoseconds since 1970) are too fresh to trust.
  let trustedBefore: Int64

  /// - Returns: the asset and its ledger line; a diagnostic when it is an image whose header cannot be read; nothing when
  ///   the file has gone meanwhile.
  func read(_ file: Workspace.File) -> (asset: Asset, input: Ledger.Input, diagnostic: Diagnostic?)? {
    if let input = known[file.path], input.stamp == file.stamp, file.stamp.modified < trustedBefore,
      let kind = input.kind
    {
      return (asset(file, input), input, problem(file, kind, input.size))
    }
    guard let bytes = FileSystem.read(root + "/" + file.path) else { return nil }
    let kind = ImageHeader.kind(of: bytes) ?? Self.kind(byName: file.path)
    let input = Ledger.Input(
      path: file.path, stamp: file.stamp, hash: ContentHash.hash(bytes), kind: kind,
      size: ImageHeader.size(of: bytes, kind: kind), traits: ImageHeader.traits(of: bytes, kind: kind))
    return (asset(file, input), input, problem(file, kind, input.size))
  }

  private func asset(_ file: Workspace.File, _ input: Ledger.Input) -> Asset {
    let hash = String(input.hash, radix: 16)
    return Asset(
      path: file.path, sitePath: Self.sitePath(file.path), kind: input.kind ?? .other,
      byteCount: Int(file.stamp.byteCount), size: input.size,
      contentHash: String(repeating: "0", count: 16 - hash.count) + hash, traits: input.traits)
  }

  private func problem(_ file: Workspace.File, _ kind: Asset.Kind, _ size: PixelSize?) -> Diagnostic? {
    let claimsToBeImage = kind.isImage || Self.imageEndings.contains(Self.ending(file.path))
    guard claimsToBeImage, size == nil else { return nil }
    return Diagnostic(.unreadableImage, path: file.path, arguments: [file.path])
  }

  /// `assets/a.png` is served at `/assets/a.png`, `content/posts/b.png` at `/posts/b.png`.
  static func sitePath(_ path: String) -> String {
    path.hasPrefix("content/") ? String(path.dropFirst("content".count)) : "/" + path
  }

  private static let imageEndings: Set<String> = ["jpg", "jpeg", "png", "gif", "svg", "webp", "avif"]

  private static func ending(_ path: String) -> String {
    path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
  }

  private static func kind(byName path: String) -> Asset.Kind {
    switch ending(path) {
    case "mp3", "m4a", "aac", "ogg", "oga", "wav", "flac", "opus": .audio
    case "mp4", "m4v", "webm", "mov", "ogv": .video
    default: .other
    }
  }
}
