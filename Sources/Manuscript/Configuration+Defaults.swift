import Diagnostics

extension Configuration {
  /// Front matter for all articles of a folder, so that it need not be written in each of them.
  package struct Defaults: Hashable, Sendable {
    /// A folder or file below the source folder, without slashes at its ends (`content/posts/travel`); empty: everything.
    package var path: String
    /// Only articles of this kind; nil: all.
    package var kind: ArticleFacts.Kind?
    /// Its `ranges` name the keys that were given: those count, also where their value is the default one.
    package var values: FrontMatter
    /// Changes when any of the values does.
    package var identity: UInt64

    package init(path: String, kind: ArticleFacts.Kind?, values: FrontMatter, identity: UInt64) {
      self.path = path
      self.kind = kind
      self.values = values
      self.identity = identity
    }

    /// Whether an article stands in the folder, and is of the kind.
    package func covers(_ file: String, _ kind: ArticleFacts.Kind) -> Bool {
      guard self.kind == nil || self.kind == kind else { return false }
      return path.isEmpty || file == path || file.hasPrefix(path + "/")
    }
  }
}

extension FrontMatter {
  /// Takes over what the defaults name and this does not. Their `image` is left out: it would be a reference of no file.
  package mutating func complete(by other: FrontMatter) {
    func take<Value>(_ key: String, _ field: WritableKeyPath<FrontMatter, Value>, _ matter: inout FrontMatter) {
      if other.ranges[key] != nil, matter.ranges[key] == nil { matter[keyPath: field] = other[keyPath: field] }
    }
    var result = self
    take("authors", \.authors, &result)
    take("categories", \.categories, &result)
    take("tags", \.tags, &result)
    take("pin", \.isPinned, &result)
    take("hidden", \.isHidden, &result)
    take("draft", \.isDraft, &result)
    take("published", \.isPublished, &result)
    take("description", \.description, &result)
    take("media_subpath", \.mediaSubpath, &result)
    take("local-copies", \.localCopies, &result)
    take("toc", \.showsContents, &result)
    take("comments", \.showsComments, &result)
    take("math", \.usesMath, &result)
    take("lang", \.language, &result)
    take("editions", \.editions, &result)
    take("order", \.order, &result)
    take("series", \.series, &result)
    take("expires", \.expires, &result)
    // Taken once: the general must not overrule the particular. The article has no place of its own for it.
    for key in other.ranges.keys where result.ranges[key] == nil { result.ranges[key] = .fileStart }
    self = result
  }
}
