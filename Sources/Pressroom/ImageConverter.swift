internal import Binding
internal import Diagnostics
internal import Glibc
internal import Manuscript
internal import Subprocess

/// Makes derived images with the `vipsthumbnail` command, each once: results are kept by content.
///
/// A child process with a time limit and never a linked library: image decoders are the largest attack surface, and
/// 40 MB of libraries must not load at every start.
struct ImageConverter: Sendable {
  static let command = "vipsthumbnail"
  /// Seconds one conversion may take.
  static let timeLimit = 60
  /// Pixels beyond which an image is refused unread: a small file may claim a size that fills the memory.
  static let pixelLimit = 120_000_000

  /// Absolute path of `.offprint/images`.
  let cache: String
  /// Absolute path of the source folder.
  let source: String
  /// Absolute path of the command; nil when it is not installed.
  let tool: String?

  init(source: String) {
    self.source = source
    cache = source + "/.offprint/images"
    tool = ChildProcess.find(Self.command)
  }

  /// Carries out what is not in the cache yet.
  ///
  /// - Returns: what could be made, and a diagnostic for each image that could not.
  func convert(
    _ derivations: [ImageDerivation], assets: [Asset], jobs: Int, progress: @Sendable (Int) -> Void
  ) async -> (images: [ImageDerivation: DerivedImage], diagnostics: [Diagnostic]) {
    var images: [ImageDerivation: DerivedImage] = [:]
    var missing: [ImageDerivation] = []
    for derivation in derivations {
      if let known = cached(derivation, assets) { images[derivation] = known } else { missing.append(derivation) }
    }
    guard !missing.isEmpty else { return (images, []) }
    guard tool != nil else {
      let paths = Set(missing.map { assets[$0.asset].path }).sorted()
      let notes = paths.map { Diagnostic.Note(code: .toolMissing, path: $0, range: .fileStart) }
      return (
        images,
        [
          Diagnostic(
            .toolMissing, severity: .warning, path: "assets",
            arguments: [Self.command, "libvips-tools", String(paths.count)], notes: notes)
        ]
      )
    }
    guard FileSystem.makeFolders(cache) else {
      return (images, [Diagnostic(.unwritableOutput, path: cache, arguments: [cache, FileSystem.reason()])])
    }
    var diagnostics: [Diagnostic] = []
    await withTaskGroup(of: (ImageDerivation, Failure?).self) { group in
      var waiting = missing[...]
      for _ in 0..<max(1, jobs) {
        guard let first = waiting.popFirst() else { break }
        group.addTask { (first, await run(first, asset: assets[first.asset])) }
      }
      var done = 0
      for await (derivation, failure) in group {
        done += 1
        progress(done)
        if let failure {
          // An image that fails, fails in every size.
          let diagnostic = failure.diagnostic(of: assets[derivation.asset].path)
          if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
        } else if let image = cached(derivation, assets) {
          images[derivation] = image
        }
        if let next = waiting.popFirst() { group.addTask { (next, await run(next, asset: assets[next.asset])) } }
      }
    }
    return (images, diagnostics)
  }

  /// Why an image stays as it is.
  enum Failure: Sendable {
    /// Not converted for a reason of ours or of the system's: a word of `Vocabulary`, or the system's own.
    case refused(String)
    /// The command ended badly; its own words.
    case toolFailed(String)

    func diagnostic(of path: String) -> Diagnostic {
      switch self {
      case .refused(let reason): Diagnostic(.imageNotConverted, path: path, arguments: [path, reason])
      case .toolFailed(let words):
        Diagnostic(.toolFailed, path: path, arguments: [ImageConverter.command, path, words])
      }
    }
  }

  private func name(_ derivation: ImageDerivation, _ asset: Asset) -> String {
    // Earlier ones of WebP told all that the camera had written.
    let edition = derivation.format == .webp ? "-2" : ""
    return "\(asset.contentHash)-\(derivation.maximumWidth)\(edition).\(Self.suffix(derivation.format))"
  }

  private static func suffix(_ format: ImageDerivation.Format) -> String {
    format == .jpeg ? "jpg" : format.rawValue
  }

  private func cached(_ derivation: ImageDerivation, _ assets: [Asset]) -> DerivedImage? {
    let path = cache + "/" + name(derivation, assets[derivation.asset])
    guard let bytes = FileSystem.read(path), let kind = ImageHeader.kind(of: bytes),
      let size = ImageHeader.size(of: bytes, kind: kind)
    else { return nil }
    return DerivedImage(
      cachePath: path, byteCount: bytes.count, size: size,
      inline: bytes.count <= DerivedImage.longestInline ? bytes : [])
  }

  /// Converts one image.
  ///
  /// - Returns: nil when it worked, else why not.
  private func run(_ derivation: ImageDerivation, asset: Asset) async -> Failure? {
    if let size = asset.size, size.width * size.height > Self.pixelLimit { return .refused("too-many-pixels") }
    guard let bytes = FileSystem.read(source + "/" + asset.path) else { return .refused(FileSystem.reason()) }
    // Under names of our own: vips reads options out of brackets in a file's name.
    let final = cache + "/" + name(derivation, asset)
    let input = "\(final).\(getpid()).in"
    let output = "\(final).\(getpid()).\(Self.suffix(derivation.format))"
    defer {
      unlink(input)
      unlink(output)
    }
    let file = open(input, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return .refused(FileSystem.reason()) }
    let isWritten = bytes.withUnsafeBytes { FileSystem.write($0, to: file) }
    close(file)
    guard isWritten else { return .refused(FileSystem.reason()) }
    let options =
      switch derivation.format {
      case .jpeg: "[Q=82,strip,optimize_coding,interlace,background=255]"
      case .png: "[palette,strip,compression=9]"
      // What is seen for a moment, out of focus, needs no quality.
      case .webp: derivation.maximumWidth <= 32 ? "[Q=30,strip]" : "[Q=80,strip]"
      case .avif: "[Q=55,effort=4,strip]"
      case .gif: "[effort=7,strip]"
      }
    // All pictures of one that moves; an SVG is drawn at the width that is wanted, a picture never made wider.
    let pages = derivation.format == .gif ? "[n=-1]" : ""
    let size = "\(derivation.maximumWidth)x" + (asset.kind == .svg ? "" : ">")
    switch await execute(
      [input + pages, "--size", size, "-o", output + options], isTrusted: asset.kind != .svg
    ) {
    case nil: break
    case .toolFailed(let words):
      // Its own words, but about the author's file.
      return .toolFailed(words.replacing(input, with: asset.path).replacing(output, with: asset.path))
    case .refused(let reason): return .refused(reason)
    }
    if derivation.format == .webp {
      guard let made = FileSystem.read(output), FileSystem.replace(output, with: WebPMetadata.removed(from: made))
      else {
        return .refused(FileSystem.reason())
      }
    }
    guard rename(output, final) == 0 else { return .refused(FileSystem.reason()) }
    return nil
  }

  /// Kilobytes of address space one conversion may take.
  static let memoryLimit = 1_500_000

  /// - Parameter isTrusted: whether decoders that libvips calls untrusted may stay out of it.
  func execute(_ arguments: [String], isTrusted: Bool) async -> Failure? {
    // The shell sets the limits and becomes the command; where the system knows no such limit, the time still ends it.
    let script =
      "ulimit -v \(Self.memoryLimit) 2>/dev/null; ulimit -t \(Self.timeLimit) 2>/dev/null; exec \"$0\" \"$@\""
    var settings: [Environment.Key: String?] = ["VIPS_CONCURRENCY": "1"]
    if isTrusted { settings["VIPS_BLOCK_UNTRUSTED"] = "1" }
    // The shell is found even where the search path holds the command alone.
    settings["PATH"] = (getenv("PATH").map { String(cString: $0) + ":" } ?? "") + "/bin:/usr/bin"
    let environment = Environment.inherit.updating(settings)
    return await withTaskGroup(of: Failure?.self) { group in
      group.addTask {
        do {
          let result = try await Subprocess.run(
            .name("sh"), arguments: .init(["-c", script, tool ?? Self.command] + arguments),
            environment: environment, output: .discarded,
            error: .string(limit: 65536))
          let words = ToolWords(result.standardError, of: Self.command)
          if case .exited(0) = result.terminationStatus { return words.truncation.map { .toolFailed($0) } }
          return .toolFailed(words.reason ?? "\(result.terminationStatus)")
        } catch {
          return .toolFailed("\(error)")
        }
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(Self.timeLimit))
        return .refused("timeout")
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}
