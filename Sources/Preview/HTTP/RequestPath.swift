/// The path of a request, decoded once and found harmless: no `.` or `..`, no hidden name, no separator in disguise.
///
/// It is relative to whatever serves it. That it stays inside of a folder is not concluded from its looks alone: opening
/// goes through `FolderSite`, which asks the kernel to stay beneath the root.
package struct RequestPath: Sendable, Hashable {
  /// Why a path is not served.
  package enum Refusal: Error, Sendable {
    /// No path that a browser would send: answered with 400.
    case malformed
    /// A name that exists for nobody (dotfiles): answered with 404.
    case hidden
    /// Longer than `longest`: answered with 414.
    case tooLong
  }

  /// Bytes of a target, query included. Chromium stops at 2 MB, but no file system has names longer than this.
  package static let longest = 4096

  /// Paths that begin with this segment are the server's own (`/.offprint/…`).
  package static let reservedSegment = ".offprint"

  /// The decoded segments joined by `/`, without a slash at either end; empty for the root.
  package let text: String
  /// Whether the path ended in `/`: a folder is meant. True for the root.
  package let isFolder: Bool
  /// The path as it was asked for, still encoded, without the query.
  package let encoded: String
  /// The query with its `?`, or empty.
  package let query: String

  package var isReserved: Bool {
    text == Self.reservedSegment || text.hasPrefix(Self.reservedSegment + "/")
  }
}
