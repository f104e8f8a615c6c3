import Diagnostics
import Manuscript

/// What an author most probably meant by an address that leads nowhere.
///
/// Costs nothing while nothing is broken: the index is made when the first broken address turns up.
struct TargetSuggestions {
  /// Broken addresses of one build that are thought about, a fifth of a millisecond each among ten thousand articles. With
  /// more than that it is not a slip of the hand that has to be mended.
  static let limit = 1000

  /// A better address.
  struct Suggestion: Equatable {
    /// What the message names: the address, or the anchor without `#`.
    var shown: String
    /// The whole address as it should be written, in the way the author wrote it.
    var target: String
  }

  let entries: [Publication.Entry]
  let assets: [Asset]
  let listings: Listings
  let resolver: Resolver
  private var index: TargetIndex?
  private var assetIndex: TargetIndex?
  private var answered = 0

  init(entries: [Publication.Entry], assets: [Asset], listings: Listings, resolver: Resolver) {
    self.entries = entries
    self.assets = assets
    self.listings = listings
    self.resolver = resolver
  }

  mutating func suggestion(
    for reference: Reference, _ problem: Resolver.Problem, from entry: Int
  ) -> Suggestion? {
    if problem.code == .brokenAnchor {
      guard let article = problem.article, answered < Self.limit else { return nil }
      answered += 1
      guard let id = AnchorSuggestion.nearest(to: problem.arguments[0], in: entries[article].facts)
      else { return nil }
      let before = reference.target[..<(reference.target.firstIndex(of: "#") ?? reference.target.endIndex)]
      return Suggestion(shown: id, target: before + "#" + id)
    }
    guard problem.code == .brokenLink || problem.code == .missingAsset else { return nil }
    return address(for: reference, from: entry)
  }

  // MARK: Addresses

  private mutating func address(for reference: Reference, from entry: Int) -> Suggestion? {
    guard answered < Self.limit else { return nil }
    let spelling = TargetSpelling(reference.target, in: entries[entry])
    guard !spelling.path.isEmpty else { return nil }
    answered += 1
    let index = index(for: reference.role)
    let ending = TargetIndex.ending(spelling.path)
    let weight = NameIndex.weight(TargetIndex.word(spelling.path))
    var best: (rank: (Int, Int, Int), spelled: String)?
    let near = index.near(spelling.path)
    guard !near.isEmpty else { return nil }
    let folders = spelling.folders()
    for (number, distance) in near {
      let target = index.targets[number]
      guard fits(target, reference.role, spelling) else { continue }
      let isNeighbour = folders.contains(Self.folder(target))
      // `1.jpg` is in every folder.
      if weight < 3, !isNeighbour { continue }
      let rank = (distance, isNeighbour ? 0 : 1, Self.difference(ending, of: target))
      if let best, best.rank <= rank { continue }
      if let spelled = spell(target, spelling, reference, from: entry) { best = (rank, spelled) }
    }
    guard let best else { return nil }
    return Suggestion(shown: best.spelled, target: best.spelled + spelling.suffix)
  }

  /// How far the ending that was written is from a target's: 0 the same, 1 the same letters (`xlm`), 2 another.
  private static func difference(_ ending: String, of target: TargetIndex.Target) -> Int {
    let own = TargetIndex.ending(target.source ?? target.sitePath)
    if own == ending || (ending.isEmpty && target.kind == nil) { return 0 }
    return own.utf8.sorted() == ending.utf8.sorted() ? 1 : 2
  }

  /// Pictures and recordings are files, never articles: far fewer names to compare, in most blogs.
  private mutating func index(for role: Reference.Role) -> TargetIndex {
    if role == .link {
      let made = index ?? TargetIndex(entries: entries, assets: assets, listings: listings.paths)
      index = made
      return made
    }
    let made = assetIndex ?? TargetIndex(entries: [], assets: assets, listings: [])
    assetIndex = made
    return made
  }

  private func fits(_ target: TargetIndex.Target, _ role: Reference.Role, _ spelling: TargetSpelling) -> Bool {
    if spelling.isPostTag { return target.source?.hasPrefix("content/posts/") == true && target.kind == nil }
    switch role {
    case .link: return true
    case .image, .poster, .cover:
      return target.kind?.isImage == true
        || (target.kind == .other && TargetIndex.ending(target.sitePath) == TargetIndex.ending(spelling.path))
    case .media: return target.kind == .audio || target.kind == .video
    case .embed: return target.kind != nil
    case .diagram: return false
    }
  }

  /// The first spelling that leads there.
  private func spell(
    _ target: TargetIndex.Target, _ spelling: TargetSpelling, _ reference: Reference, from entry: Int
  ) -> String? {
    spelling.spellings(of: target).first { spelled in
      spelled != reference.target
        && resolver.resolve(Reference(role: reference.role, target: spelled, range: reference.range), from: entry).0
          == target.destination
    }
  }

  private static func folder(_ target: TargetIndex.Target) -> String {
    if let source = target.source { return String(SitePath.folder(of: source)) }
    let path = target.sitePath
    return String(SitePath.folder(of: path.hasSuffix("/") ? String(path.dropLast()) : path))
  }
}
