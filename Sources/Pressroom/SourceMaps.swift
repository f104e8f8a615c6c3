package import Manuscript
internal import Synchronization

/// The source maps of one build, read from the disk when the first is asked for: a build that nobody previews pays nothing.
///
/// They stay on disk in `.offprint/source-maps`, outside both editions. When a later build has replaced them there before
/// this one was asked, it knows no article any more.
package final class SourceMaps: Sendable {
  private enum State {
    case none
    case encoded([UInt8])
    case file(path: String, checksum: UInt64)
    case open(SourceMapArchive)
  }

  private let state: Mutex<State>
  /// By page, once somebody has asked for one.
  private let articles = Mutex<[Edition: [String: String]]?>(nil)

  package init() { state = Mutex(.none) }
  init(encoded bytes: [UInt8]) { state = Mutex(.encoded(bytes)) }
  init(file path: String, checksum: UInt64) { state = Mutex(.file(path: path, checksum: checksum)) }

  /// Paths of all printed articles, relative to the source folder, sorted.
  package var paths: [String] { archive()?.paths ?? [] }

  /// The map of one article; nil when no edition holds it.
  package func article(_ path: String) -> ArticleSourceMap? { archive()?[path] }

  /// The article that a page shows: `posts/hello/index.html`, `p001/hello`. nil for lists and the like.
  package func path(ofPage page: String, in edition: Edition) -> String? {
    articles.withLock { known in
      if known == nil {
        var table: [Edition: [String: String]] = [:]
        if let archive = archive() {
          for path in archive.paths {
            for map in archive[path]?.maps ?? [] {
              for entry in map.entries { table[map.edition, default: [:]][entry.page] = path }
            }
          }
        }
        known = table
      }
      return known?[edition]?[page]
    }
  }

  /// Gives the bytes up for the file that holds them now.
  func settle(in file: SourceMapFile, checksum: UInt64) {
    state.withLock { $0 = .file(path: file.path, checksum: checksum) }
  }

  /// What must go to the disk; nil when it is there.
  var unwritten: [UInt8]? { state.withLock { if case .encoded(let bytes) = $0 { bytes } else { nil } } }

  private func archive() -> SourceMapArchive? {
    state.withLock { state in
      let found: SourceMapArchive?
      switch state {
      case .open(let archive): return archive
      case .none: return nil
      case .encoded(let bytes): found = SourceMapArchive(bytes, checksum: ByteReader.storedChecksum(bytes[...]))
      case .file(let path, let checksum):
        found = FileSystem.read(path).flatMap { SourceMapArchive($0, checksum: checksum) }
      }
      if let found { state = .open(found) }
      return found
    }
  }
}
