package import Diagnostics

/// Something an article points at, as the author wrote it: unresolved on purpose (see `Destination`).
package struct Reference: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable {
    case link, image, media, poster, embed
    /// Front matter's `image`.
    case cover
    /// The picture of a diagram: its target is where the site serves it (`Diagram.sitePath`).
    case diagram
  }

  package var role: Role
  /// The address as written, entities and escapes resolved, not percent-decoded.
  package var target: String
  /// The bytes of the address in the source (of the whole element where they could not be told).
  package var range: SourceRange

  package init(role: Role, target: String, range: SourceRange) {
    self.role = role
    self.target = target
    self.range = range
  }
}

/// Where a `Reference` leads, found by binding.
package enum Destination: Hashable, Sendable {
  /// A place in the same article; empty: its top.
  case anchor(String)
  /// Another article (index into `Publication.entries`), at one of its anchors or at its top.
  case article(Int, anchor: String?)
  /// A file of the publication (index into `Publication.assets`); `suffix` is a query or fragment as written.
  case asset(Int, suffix: String)
  /// A page that is no article (`/tags/`): its site path.
  case listing(String)
  /// Elsewhere: an address with a scheme (`https:`, `mailto:`, `tel:`, `data:`) or a network-path reference.
  case external(String)
  /// Leads nowhere; the address as written, so that the reader still sees what was meant. Reported.
  case broken(String)
}
