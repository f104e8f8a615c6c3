/// Where the files of a preview come from.
package protocol SiteSource: Sendable {
  /// What a path names at this moment. Blocks for no longer than a local disk does.
  ///
  /// A returned file is a snapshot in this sense: it keeps naming the same bytes when the path is given to another file.
  func look(up path: String) -> SiteEntry
  /// False while there is no site at all yet.
  var isThere: Bool { get }
}

extension SiteSource {
  package var isThere: Bool { true }
}

/// What is found at a path.
package enum SiteEntry: Sendable {
  case file(SiteFile)
  case folder
  /// Nothing that may be served: absent, hidden, leading out, or no regular file.
  case absent
}
