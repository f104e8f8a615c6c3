/// A publication in several languages: which article stands in which list.
extension Publication {
  /// What a reader of one language comes home to.
  package struct LanguageHome: Hashable, Sendable {
    /// BCP 47.
    package var tag: String
    /// Newest first.
    package var posts: [Int]
  }

  /// Posts of the home list and the main feeds, newest first: an article that there is in the language of all content as
  /// well stands there in that language alone.
  package var homePosts: [Int] { posts.filter { !isTranslation($0) } }

  /// The other languages that posts were translated to, by tag, each with all posts in it.
  package var languageHomes: [LanguageHome] {
    let tags = Set(posts.lazy.filter(isTranslation).map { language(of: $0).lowercased() })
    return tags.sorted().map { tag in
      let own = posts.filter { language(of: $0).lowercased() == tag }
      return LanguageHome(tag: own.first.map(language) ?? tag, posts: own)
    }
  }

  private func isTranslation(_ entry: Int) -> Bool {
    let others = entries[entry].translations
    guard !others.isEmpty else { return false }
    let own = configuration.contentLanguage.lowercased()
    return language(of: entry).lowercased() != own && others.contains { language(of: $0).lowercased() == own }
  }
}
