import Diagnostics
import Manuscript

/// Finds where references lead, by tables made once per publication.
///
/// A path is understood by meaning, not by one rule: relative to the file (as editors and GitHub take it), relative to the
/// page's address (as browsers take it), and from the root; the first that exists wins.
struct Resolver {
  struct Problem {
    var code: Diagnostic.Code
    var arguments: [String]
    /// The article that lacks the anchor.
    var article: Int?
  }

  let entries: [Publication.Entry]
  let configuration: Configuration
  private let listings: Listings
  private var articleBySource: [String: Int] = [:]
  private var articleByAddress: [String: Int] = [:]
  private var postByFileName: [Substring: Int] = [:]
  private(set) var assetBySource: [String: Int] = [:]
  private(set) var assetByAddress: [String: Int] = [:]

  init(entries: [Publication.Entry], assets: [Asset], configuration: Configuration, listings: Listings) {
    self.entries = entries
    self.configuration = configuration
    self.listings = listings
    for (index, entry) in entries.enumerated() {
      articleBySource[entry.facts.path] = index
      articleByAddress[entry.sitePath] = index
      if entry.facts.kind == .post {
        let path = entry.facts.path
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let name = path[(slash.map(path.utf8.index(after:)) ?? path.startIndex)...]
        postByFileName[name[..<(name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex)]] = index
      }
    }
    for (index, asset) in assets.enumerated() {
      assetBySource[asset.path] = index
      assetByAddress[asset.sitePath] = index
    }
  }

  func resolve(_ reference: Reference, from entry: Int) -> (Destination, Problem?) {
    if reference.role == .diagram {
      // Whoever could not draw it has said so.
      return (assetByAddress[reference.target].map { .asset($0, suffix: "") } ?? .broken(reference.target), nil)
    }
    let target = trimmed(reference.target)
    if let name = Self.postName(target) { return resolvePost(named: name, target: target) }
    if target.hasPrefix("//") || hasScheme(target) {
      if let own = ownPath(target) { return resolvePath(own, reference: reference, from: entry, external: target) }
      if reference.role != .link, reference.role != .embed,
        let copy = localCopy(of: target, reference.role, from: entry)
      {
        if let asset = copy.asset { return (.asset(asset, suffix: ""), nil) }
        return (.external(target), Problem(code: .missingAsset, arguments: [copy.path]))
      }
      let isRemoteImage = reference.role == .image || reference.role == .cover
      return (
        .external(target),
        isRemoteImage && !target.hasPrefix("data:") ? Problem(code: .remoteImage, arguments: [target]) : nil
      )
    }
    return resolvePath(target, reference: reference, from: entry, external: nil)
  }

  /// - Parameter external: the whole address when it named the site's own host; where nothing answers, it stays external.
  private func resolvePath(
    _ target: String, reference: Reference, from entry: Int, external: String?
  ) -> (Destination, Problem?) {
    let (path, suffix) = split(target)
    let fragment = suffix.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(suffix[suffix.utf8.index(after: $0)...]) }
    if path.isEmpty, external == nil, reference.role == .link, suffix.first != "?" {
      return resolveAnchor(fragment ?? "", in: entry)
    }
    guard let decoded = SitePath.percentDecoded(path) else {
      return (.broken(target), Problem(code: .brokenLink, arguments: [target]))
    }
    for candidate in candidates(decoded, reference.role, from: entry) {
      switch candidate {
      case .source(let source):
        if let article = articleBySource[source] { return resolveArticle(article, fragment, from: entry) }
        if let asset = assetBySource[source] { return (.asset(asset, suffix: String(suffix)), nil) }
      case .address(let address):
        if let article = articleByAddress[address] { return resolveArticle(article, fragment, from: entry) }
        if let asset = assetByAddress[address] { return (.asset(asset, suffix: String(suffix)), nil) }
        if listings.paths.contains(address) { return (.listing(address + suffix), nil) }
      }
    }
    if let external { return (.external(external), nil) }
    let isAsset = reference.role != .link
    return (
      .broken(target),
      Problem(code: isAsset ? .missingAsset : .brokenLink, arguments: [target])
    )
  }

  private func resolveArticle(_ article: Int, _ fragment: String?, from entry: Int) -> (Destination, Problem?) {
    guard let fragment, !fragment.isEmpty else { return (.article(article, anchor: nil), nil) }
    if article == entry { return resolveAnchor(fragment, in: entry) }
    let id = SitePath.percentDecoded(fragment) ?? fragment
    if hasAnchor(id, in: article) { return (.article(article, anchor: id), nil) }
    return (
      .article(article, anchor: nil),
      Problem(code: .brokenAnchor, arguments: [id, entries[article].facts.path], article: article)
    )
  }

  private func resolveAnchor(_ fragment: String, in entry: Int) -> (Destination, Problem?) {
    let id = SitePath.percentDecoded(fragment) ?? fragment
    if id.isEmpty || id == "top" || hasAnchor(id, in: entry) {
      return (.anchor(id == "top" && !hasAnchor(id, in: entry) ? "" : id), nil)
    }
    return (
      .broken("#" + fragment),
      Problem(code: .brokenAnchor, arguments: [id, entries[entry].facts.path], article: entry)
    )
  }

  private func hasAnchor(_ id: String, in entry: Int) -> Bool {
    entries[entry].facts.anchors.contains { $0.id == id }
  }

  // MARK: Candidates

  enum Candidate {
    /// A path in the source folder.
    case source(String)
    /// A site path.
    case address(String)
  }

  /// - Parameter role: images and recordings are looked for below the article's `media_subpath` first.
  func candidates(_ path: String, _ role: Reference.Role, from entry: Int) -> [Candidate] {
    switch role {
    case .link, .embed: return candidates(path, from: entry)
    case .image, .media, .poster, .cover, .diagram:
      guard let folder = entries[entry].facts.frontMatter.mediaSubpath else { return candidates(path, from: entry) }
      return candidates(folder + "/" + path, from: entry) + candidates(path, from: entry)
    }
  }

  private func candidates(_ path: String, from entry: Int) -> [Candidate] {
    var result: [Candidate] = []
    func add(source: String) { result.append(.source(source)) }
    func add(address parts: [Substring], isFolder: Bool) {
      let joined = "/" + parts.joined(separator: "/")
      if parts.isEmpty {
        result.append(.address("/"))
      } else {
        if !isFolder { result.append(.address(joined)) }
        result.append(.address(joined + "/"))
        if joined.hasSuffix("/index.html") { result.append(.address(String(joined.dropLast(10)))) }
        if joined.hasSuffix(".html") { result.append(.address(joined.dropLast(5) + "/")) }
      }
    }
    let isFolder = path.hasSuffix("/")
    if path.hasPrefix("/") {
      let parts = SitePath.normalize(path, clamping: true) ?? []
      let base = SitePath.normalize(configuration.basePath, clamping: true) ?? []
      if !base.isEmpty, parts.starts(with: base) {
        add(address: Array(parts.dropFirst(base.count)), isFolder: isFolder)
        add(source: parts.dropFirst(base.count).joined(separator: "/"))
      }
      add(address: parts, isFolder: isFolder)
      add(source: parts.joined(separator: "/"))
      add(source: "content/" + parts.joined(separator: "/"))
      return result
    }
    let file = entries[entry].facts.path
    if let parts = SitePath.normalize(SitePath.folder(of: file) + "/" + path, clamping: false) {
      let joined = parts.joined(separator: "/")
      add(source: joined)
      if !isFolder { add(source: joined + ".md") }
      add(source: joined + "/index.md")
    }
    let page = entries[entry].sitePath
    let folder = page.hasSuffix("/") ? page : String(SitePath.folder(of: page)) + "/"
    if let parts = SitePath.normalize(folder + path, clamping: true) { add(address: parts, isFolder: isFolder) }
    if let parts = SitePath.normalize(path, clamping: true) {
      add(source: parts.joined(separator: "/"))
      add(source: "content/" + parts.joined(separator: "/"))
      add(address: parts, isFolder: isFolder)
    }
    return result
  }

  // MARK: Forms of addresses

  private func trimmed(_ target: String) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard let first = target.utf8.first, let last = target.utf8.last, isSpace(first) || isSpace(last) else {
      return target
    }
    var view = target[...]
    while let first = view.utf8.first, isSpace(first) { view = view[view.utf8.index(after: view.startIndex)...] }
    while let last = view.utf8.last, isSpace(last) { view = view[..<view.utf8.index(before: view.endIndex)] }
    return String(view)
  }

  func split(_ target: String) -> (path: Substring, suffix: Substring) {
    let end = target.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? target.endIndex
    return (target[..<end], target[end...])
  }

  /// RFC 3986: a letter, then letters, digits, `+`, `-`, `.`, then a colon. One letter alone is a drive, not a scheme.
  private func hasScheme(_ target: String) -> Bool {
    var count = 0
    for byte in target.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if count == 0 { return false }
      case UInt8(ascii: ":"): return count > 1
      default: return false
      }
      count += 1
    }
    return false
  }

  /// The path of an address that names the site itself.
  private func ownPath(_ target: String) -> String? {
    guard !configuration.url.isEmpty, target.hasPrefix(configuration.url) else { return nil }
    let rest = target.dropFirst(configuration.url.count)
    if rest.isEmpty { return "/" }
    return rest.first == "/" ? String(rest) : nil
  }

  /// Jekyll's `{% post_url 2022-12-12-hello %}` as a whole address; the reader hands it over with `+` for blanks.
  static func postName(_ target: String) -> Substring? {
    guard target.hasPrefix("{%"), target.hasSuffix("%}") else { return nil }
    var inside = target.dropFirst(2).dropLast(2)
    if inside.first == "-" { inside.removeFirst() }
    if inside.last == "-" { inside.removeLast() }
    let words = inside.split { $0 == "+" || $0 == " " }
    return words.count == 2 && words[0] == "post_url" ? words[1] : nil
  }

  private func resolvePost(named name: Substring, target: String) -> (Destination, Problem?) {
    let base = name.lastIndex(of: "/").map { name[name.index(after: $0)...] } ?? name
    if let post = postByFileName[base] { return (.article(post, anchor: nil), nil) }
    return (.broken(target), Problem(code: .brokenLink, arguments: [String(name)]))
  }
}
