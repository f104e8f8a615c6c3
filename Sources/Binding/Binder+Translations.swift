import Manuscript

/// Translations: articles that say the same in different languages.
extension Binder {
  /// Gives `hello.en.md` beside `hello.md` its language: the word before the ending is a language's, and what is left of
  /// the name without it is an article of the same folder.
  mutating func recognizeTranslations(_ articles: inout [ArticleFacts]) {
    var candidates: [(index: Int, stem: Substring, tag: String)] = []
    for (index, article) in articles.enumerated() {
      let stem = Self.stem(article.path)
      if let dot = stem.utf8.lastIndex(of: UInt8(ascii: ".")),
        let tag = LanguageNames.tag(stem[stem.utf8.index(after: dot)...])
      {
        candidates.append((index, stem[..<dot], tag))
      }
    }
    guard !candidates.isEmpty else { return }
    let stems = Set(articles.lazy.map { Self.stem($0.path) })
    for candidate in candidates where stems.contains(candidate.stem) {
      let facts = articles[candidate.index]
      if facts.frontMatter.language == nil { articles[candidate.index].frontMatter.language = candidate.tag }
      if facts.frontMatter.slug == nil, facts.slug.hasSuffix("." + candidate.tag) {
        articles[candidate.index].slug.removeLast(candidate.tag.utf8.count + 1)
        // For `index.en.md` the reader saw no folder's name.
        if articles[candidate.index].slug == "index", let folder = facts.path.split(separator: "/").dropLast().last {
          articles[candidate.index].slug = String(folder)
        }
      }
      namedLanguages[facts.path] = candidate.tag
    }
  }

  private static func stem(_ path: String) -> Substring {
    path[..<(path.utf8.lastIndex(of: UInt8(ascii: ".")) ?? path.endIndex)]
  }

  /// Puts the language before the address (`/en/posts/hello/`) of articles in another language than the site's whose address
  /// an article in a third or in the site's own would have too.
  mutating func separated(_ paths: [String], _ articles: [ArticleFacts]) -> [String] {
    let site = configuration.contentLanguage.lowercased()
    let languages = articles.map { ($0.frontMatter.language ?? site).lowercased() }
    guard languages.contains(where: { $0 != site }) else { return paths }
    var groups: [String: [Int]] = [:]
    for (index, path) in paths.enumerated() { groups[path, default: []].append(index) }
    var result = paths
    for (path, group) in groups where Set(group.map { languages[$0] }).count > 1 {
      for index in group {
        sharedPaths[index] = path
        if languages[index] != site, articles[index].frontMatter.permalink == nil {
          result[index] = "/" + languages[index] + path
        }
      }
    }
    return result
  }

  /// Finds the articles that say the same in different languages: those that name the same `translation-key`, and those
  /// that would have had the same address.
  mutating func linkTranslations() {
    var groups: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      if let key = entry.facts.frontMatter.translationKey {
        groups[key, default: []].append(index)
      } else if let path = sharedPaths[index] {
        groups[path, default: []].append(index)
      }
    }
    for group in groups.values where group.count > 1 {
      // One of each language, in the order of their tags; of two in the same language the first by path.
      var seen: Set<String> = []
      let tagged = group.map { (tag: language(of: $0), entry: $0) }
        .sorted { $0.tag != $1.tag ? $0.tag < $1.tag : $0.entry < $1.entry }
        .filter { seen.insert($0.tag).inserted }
      guard tagged.count > 1 else { continue }
      for one in tagged { entries[one.entry].translations = tagged.map(\.entry) }
    }
  }

  private func language(of entry: Int) -> String {
    (entries[entry].facts.frontMatter.language ?? configuration.contentLanguage).lowercased()
  }
}
