import Manuscript

extension Resolver {
  /// The file that the author named for an address: the article's own word wins over the configuration's; in each, the
  /// address itself, then the longest beginning.
  ///
  /// - Returns: its path as named, and the asset; nil where no asset is there.
  func localCopy(
    of target: String, _ role: Reference.Role, from entry: Int
  ) -> (path: String, asset: Int?)? {
    if let path = Self.copy(of: target, bare: split(target).path, among: entries[entry].facts.frontMatter.localCopies) {
      return (path, asset(named: path, role, from: entry))
    }
    guard let path = Self.copy(of: target, bare: split(target).path, among: configuration.localCopies) else {
      return nil
    }
    return (path, assetBySource[path])
  }

  /// A file found as an image of the article is.
  private func asset(named path: String, _ role: Reference.Role, from entry: Int) -> Int? {
    for candidate in candidates(path, role, from: entry) {
      let asset =
        switch candidate {
        case .source(let source): assetBySource[source]
        case .address(let address): assetByAddress[address]
        }
      if let asset { return asset }
    }
    return nil
  }

  private static func copy(of target: String, bare: Substring, among copies: [LocalCopy]) -> String? {
    var best: (length: Int, path: String)?
    for copy in copies {
      if !copy.address.hasSuffix("/") {
        if copy.address == target || copy.address == bare { return copy.file }
        continue
      }
      guard bare.hasPrefix(copy.address), copy.address.utf8.count > best?.length ?? 0,
        let rest = SitePath.percentDecoded(bare.dropFirst(copy.address.count)),
        // Nothing climbs out of the folder.
        let parts = SitePath.normalize(rest, clamping: true)
      else { continue }
      let folder = copy.file.hasSuffix("/") ? String(copy.file.dropLast()) : copy.file
      best = (copy.address.utf8.count, folder + "/" + parts.joined(separator: "/"))
    }
    return best?.path
  }
}
