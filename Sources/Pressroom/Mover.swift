internal import Diagnostics
internal import Glibc

/// The last step of a delivery: renames, then removals. Keeps the folder it works in open, as neighbours come together.
final class Mover {
  private let folder: OutputFolder
  private let staging: Int32
  private var current: (path: Substring, handle: Int32)?

  init(folder: OutputFolder, staging: Int32) {
    self.folder = folder
    self.staging = staging
  }

  deinit { if let current { close(current.handle) } }

  /// - Parameters:
  ///   - staged: output path and staging name, sorted by path.
  ///   - orphans: output paths to remove, sorted.
  func move(_ staged: [(path: String, name: String)], removing orphans: [String]) throws(PressError) {
    var isRemoved = false
    for file in staged {
      do {
        try move(file.name, to: file.path)
      } catch let error {
        // A folder may stand where a file goes now, or the other way round: make room, then once more.
        guard !isRemoved else { throw error }
        isRemoved = true
        try remove(orphans)
        try move(file.name, to: file.path)
      }
    }
    if !isRemoved { try remove(orphans) }
  }

  private func move(_ name: String, to path: String) throws(PressError) {
    let (parent, leaf) = Self.split(path)
    guard let handle = try enter(parent, making: true) else { throw OutputFolder.unwritable(path) }
    guard renameat(staging, name, handle, leaf) == 0 else { throw OutputFolder.unwritable(path) }
  }

  private func remove(_ orphans: [String]) throws(PressError) {
    var emptied: Set<Substring> = []
    for path in orphans {
      let (parent, leaf) = Self.split(path)
      guard let handle = try enter(parent, making: false) else { continue }
      unlinkat(handle, leaf, 0)
      emptied.insert(parent)
    }
    leave()
    // Folders from the deepest up, as long as they are empty; the editions' own folders stay.
    for start in emptied.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      var path = start
      while path.contains("/") {
        let (parent, leaf) = Self.split(String(path))
        guard let handle = try folder.openFolder(parent, making: false) else { break }
        let isGone = unlinkat(handle, leaf, AT_REMOVEDIR) == 0
        close(handle)
        if !isGone { break }
        path = Substring(String(parent))
      }
    }
  }

  private func enter(_ path: Substring, making: Bool) throws(PressError) -> Int32? {
    if let current, current.path == path { return current.handle }
    leave()
    guard let handle = try folder.openFolder(path, making: making) else { return nil }
    current = (path, handle)
    return handle
  }

  private func leave() {
    if let current { close(current.handle) }
    current = nil
  }

  private static func split(_ path: String) -> (parent: Substring, leaf: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (path[..<slash], String(path[path.index(after: slash)...]))
  }
}
