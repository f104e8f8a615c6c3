internal import Diagnostics
internal import Glibc
internal import Manuscript
internal import SiteEdition

extension ImageConverter {
  /// Makes the share cards that are not in the cache yet.
  ///
  /// - Returns: those that are there now by entry, and what could not be made.
  func make(
    _ cards: [ShareCard], jobs: Int, progress: @Sendable (Int) -> Void
  ) async -> (images: [Int: DerivedImage], diagnostics: [Diagnostic]) {
    var images: [Int: DerivedImage] = [:]
    var missing: [ShareCard] = []
    for card in cards {
      if let known = cached(card) { images[card.entry] = known } else { missing.append(card) }
    }
    guard !missing.isEmpty else { return (images, []) }
    guard tool != nil else {
      return (
        images,
        [
          Diagnostic(
            .toolMissing, severity: .warning, path: "assets",
            arguments: [Self.command, "libvips-tools", String(missing.count)])
        ]
      )
    }
    guard FileSystem.makeFolders(cache) else {
      return (images, [Diagnostic(.unwritableOutput, path: cache, arguments: [cache, FileSystem.reason()])])
    }
    var failure: Failure?
    await withTaskGroup(of: (ShareCard, Failure?).self) { group in
      var waiting = missing[...]
      for _ in 0..<max(1, jobs) {
        guard let first = waiting.popFirst() else { break }
        group.addTask { (first, await draw(first)) }
      }
      var done = 0
      for await (card, trouble) in group {
        done += 1
        progress(done)
        if let trouble { failure = trouble } else if let image = cached(card) { images[card.entry] = image }
        // What fails for one picture of our own making fails for all.
        if failure == nil, let next = waiting.popFirst() { group.addTask { (next, await draw(next)) } }
      }
    }
    return (images, failure.map { [$0.diagnostic(of: "share card")] } ?? [])
  }

  private func path(_ card: ShareCard) -> String {
    cache + "/card-" + String(ContentHash.hash(card.svg), radix: 16) + ".png"
  }

  private func cached(_ card: ShareCard) -> DerivedImage? {
    let path = path(card)
    guard let stamp = FileSystem.stamp(path), stamp.byteCount > 0 else { return nil }
    return DerivedImage(cachePath: path, byteCount: Int(stamp.byteCount), size: ShareCard.size)
  }

  private func draw(_ card: ShareCard) async -> Failure? {
    let final = path(card)
    // Two posts of one title are drawn at once: names of their own.
    let input = "\(final).\(getpid()).\(card.entry).svg"
    let output = "\(final).\(getpid()).\(card.entry).png"
    defer {
      unlink(input)
      unlink(output)
    }
    guard FileSystem.replace(input, with: card.svg) else { return .refused(FileSystem.reason()) }
    let size = "\(ShareCard.size.width)x\(ShareCard.size.height)"
    if let failure = await execute(
      [input, "--size", size, "-o", output + "[palette,strip,compression=9]"], isTrusted: false)
    {
      return failure
    }
    return rename(output, final) == 0 ? nil : .refused(FileSystem.reason())
  }
}
