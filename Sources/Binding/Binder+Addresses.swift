import Diagnostics
import Manuscript

extension Binder {
  /// Gives every article its site path and reports twins; fills `entries` and `redirects`.
  mutating func assignAddresses(_ articles: [ArticleFacts]) {
    var owners: [String: Int] = [:]
    // What an article must not overwrite.
    let taken = Set(Listings.fixedPaths).union(assets.lazy.map(\.sitePath))
    let pattern = PermalinkPattern(configuration.postPermalink)
    entries.reserveCapacity(articles.count)
    let paths = separated(articles.map { sitePath(of: $0, pattern) }, articles)
    let files = taken.union(paths).filter { !$0.hasSuffix("/") }
    for (facts, path) in zip(articles, paths) {
      if let owner = owners[path] {
        reportTwin(path, of: facts, first: entries[owner].facts)
      } else if taken.contains(path) || Self.isBelowFile(path, of: files) {
        diagnostics.append(
          Diagnostic(.twinAddress, path: facts.path, range: addressRange(facts), arguments: [path, ""]))
      } else {
        owners[path] = entries.count
      }
      entries.append(Publication.Entry(facts: facts, sitePath: path, miniProgramName: ""))
    }
    for index in entries.indices {
      for alias in entries[index].facts.frontMatter.aliases {
        let path = Self.addressForm(alias.path)
        if owners[path] != nil || taken.contains(path) || Self.isBelowFile(path, of: files) {
          diagnostics.append(
            Diagnostic(.duplicateAlias, path: entries[index].facts.path, range: alias.range, arguments: [path]))
          continue
        }
        owners[path] = index
        redirects.append(Publication.Redirect(sitePath: path, entry: index))
      }
    }
  }

  /// Names for the mini-program: ASCII, and none twice.
  mutating func assignMiniProgramNames() {
    var taken: Set<String> = []
    for index in entries.indices {
      let path = entries[index].sitePath
      let last = SitePath.normalize(path, clamping: true)?.last.map(String.init) ?? ""
      // A translation that comes later must not take the name that the original is known by.
      let isPrefixed = sharedPaths[index].map { $0 != path } ?? false
      let prefix = isPrefixed ? (entries[index].facts.frontMatter.language?.lowercased() ?? "") + "-" : ""
      var name = Slug.ascii(prefix + (last.isEmpty ? "index" : last), identity: path)
      if taken.contains(name) { name += "-" + Slug.shortHash(path) }
      var candidate = name
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(name)-\(number)"
        number += 1
      }
      entries[index].miniProgramName = candidate
    }
  }

  private func sitePath(of facts: ArticleFacts, _ pattern: PermalinkPattern) -> String {
    if let permalink = facts.frontMatter.permalink {
      return Self.addressForm(permalink.contains(":") ? PermalinkPattern(permalink).path(of: facts) : permalink)
    }
    switch facts.kind {
    case .post: return Self.addressForm(pattern.path(of: facts))
    case .document, .page: return Self.addressForm(treePath(facts))
    }
  }

  /// `content/docs/guide/start.md` -> `/docs/guide/start/`; `index.md` and `README.md` stand for their folder.
  private func treePath(_ facts: ArticleFacts) -> String {
    var parts = facts.path.split(separator: "/").map(String.init)
    if parts.first == "content" { parts.removeFirst() }
    guard let file = parts.popLast() else { return "/" }
    var stem = String(file[..<(file.lastIndex(of: ".") ?? file.endIndex)])
    if let language = namedLanguages[facts.path] { stem.removeLast(language.utf8.count + 1) }
    var path = "/" + parts.map { Slug.pretty($0) + "/" }.joined()
    if stem.lowercased() != "index", stem != "README" {
      let slug = Slug.pretty(facts.frontMatter.slug ?? stem)
      path += (slug.isEmpty ? "page-" + Slug.shortHash(facts.path) : slug) + "/"
    }
    return path
  }

  /// One leading slash, none doubled, `.` and `..` resolved, a slash at the end unless it names an `.html` file.
  static func addressForm(_ path: String) -> String {
    let parts = SitePath.normalize(path, clamping: true) ?? []
    guard let last = parts.last else { return "/" }
    let isFile = last.hasSuffix(".html") || last.hasSuffix(".htm")
    return "/" + parts.joined(separator: "/") + (isFile ? "" : "/")
  }

  /// Whether a path needs a folder where a file of the site stands: `/feed.xml/` is `feed.xml/index.html` on the disk.
  private static func isBelowFile(_ path: String, of files: Set<String>) -> Bool {
    path.utf8.indices.dropFirst().contains {
      path.utf8[$0] == UInt8(ascii: "/") && files.contains(String(path[..<$0]))
    }
  }

  private mutating func reportTwin(_ path: String, of facts: ArticleFacts, first: ArticleFacts) {
    diagnostics.append(
      Diagnostic(
        .twinAddress, path: facts.path, range: addressRange(facts), arguments: [path, first.path],
        notes: [
          Diagnostic.Note(
            code: .twinAddress, arguments: [path, facts.path], path: first.path, range: addressRange(first))
        ]))
  }

  private func addressRange(_ facts: ArticleFacts) -> SourceRange {
    let ranges = facts.frontMatter.ranges
    return ranges["permalink"] ?? ranges["slug"] ?? ranges["title"] ?? .fileStart
  }
}
