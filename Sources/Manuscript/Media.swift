/// A recording to play.
package struct Media: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable { case audio, video }

  package var kind: Kind
  /// Indices into `ArticleFacts.references`, one per `src` or `<source>`, best first as the author ordered them.
  package var sources: [Int]
  /// Index into `ArticleFacts.references` of the still picture.
  package var poster: Int?
  package var title: Text?
  package var width: Length?
  package var height: Length?
  package var loops: Bool
  package var isMuted: Bool
  package var autoplays: Bool

  package init(
    kind: Kind, sources: [Int], poster: Int? = nil, title: Text? = nil, width: Length? = nil, height: Length? = nil,
    loops: Bool = false, isMuted: Bool = false, autoplays: Bool = false
  ) {
    self.kind = kind
    self.sources = sources
    self.poster = poster
    self.title = title
    self.width = width
    self.height = height
    self.loops = loops
    self.isMuted = isMuted
    self.autoplays = autoplays
  }
}

/// Somebody else's page inside this one (`<iframe>`, `<embed>`, `<object>`): shown by the site, a card with the
/// address in the mini-program.
package struct Embed: Hashable, Sendable {
  /// Index into `ArticleFacts.references`.
  package var reference: Int
  package var title: Text?
  package var width: Length?
  package var height: Length?

  package init(reference: Int, title: Text? = nil, width: Length? = nil, height: Length? = nil) {
    self.reference = reference
    self.title = title
    self.width = width
    self.height = height
  }
}
