internal import Diagnostics
internal import Glibc

/// The last step of a delivery: renames, then removals. A folder that the output does not have yet moves as one, however
/// much is in it: the first build of a large site is two renames.
struct Mover {
  private let folder: OutputFolder
  private let staging: StagingFolder
  /// Output paths to remove, sorted; emptied when they are.
  private var orphans: [String]

  /// - Parameter orphans: output paths to remove, sorted.
  init(folder: OutputFolder, staging: StagingFolder, removing orphans: [String]) {
    self.folder = folder
    self.staging = staging
    self.orphans = orphans
  }

  /// - Parameter staged: the paths of all staged files, sorted by their UTF-8.
  mutating func move(_ staged: [String]) throws(PressError) {
    try move(staged[...], from: staging.handle, to: folder.root, below: "")
    try removeOrphans()
  }

  /// Moves what stands below one folder.
  ///
  /// - Parameter prefix: the folder with its slash; all of `paths` begin with it.
  private mutating func move(
    _ paths: ArraySlice<String>, from source: Int32, to target: Int32, below prefix: String
  ) throws(PressError) {
    let depth = prefix.utf8.count
    var rest = paths
    while let first = rest.first {
      let own = first.utf8.dropFirst(depth)
      guard let slash = own.firstIndex(of: UInt8(ascii: "/")) else {
        rest.removeFirst()
        try move(String(first.dropFirst(prefix.count)), from: source, to: target, path: first)
        continue
      }
      let name = String(first[own.startIndex..<slash])
      let below = prefix + name + "/"
      let end = rest.firstIndex { !$0.utf8.starts(with: below.utf8) } ?? rest.endIndex
      if renameat(source, name, target, name) != 0 {
        try enter(name, rest[..<end], from: source, to: target, below: below)
      }
      rest = rest[end...]
    }
  }

  /// Moves what stands below a folder that the output has already.
  private mutating func enter(
    _ name: String, _ paths: ArraySlice<String>, from source: Int32, to target: Int32, below prefix: String
  ) throws(PressError) {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var inner = openat(target, name, flags)
    if inner < 0 {
      try folder.refuseLink(name, in: target, path: String(prefix.dropLast()))
      // A file stands where a folder goes now: make room.
      try removeOrphans()
      if renameat(source, name, target, name) == 0 { return }
      inner = openat(target, name, flags)
    }
    guard inner >= 0 else { throw OutputFolder.unwritable(prefix) }
    defer { close(inner) }
    let staged = openat(source, name, flags)
    guard staged >= 0 else { throw OutputFolder.unwritable(prefix) }
    defer { close(staged) }
    try move(paths, from: staged, to: inner, below: prefix)
  }

  private mutating func move(
    _ name: String, from source: Int32, to target: Int32, path: String
  ) throws(PressError) {
    if renameat(source, name, target, name) == 0 { return }
    // A folder may stand where a file goes now: make room, then once more.
    try removeOrphans()
    guard renameat(source, name, target, name) == 0 else { throw OutputFolder.unwritable(path) }
  }

  private mutating func removeOrphans() throws(PressError) {
    var emptied: Set<Substring> = []
    var current: (path: Substring, handle: Int32)?
    defer { if let current { close(current.handle) } }
    for path in orphans {
      let (parent, leaf) = Self.split(path)
      if current?.path != parent {
        if let current { close(current.handle) }
        current = nil
        guard let handle = try folder.openFolder(parent) else { continue }
        current = (parent, handle)
      }
      if let current { unlinkat(current.handle, leaf, 0) }
      emptied.insert(parent)
    }
    orphans = []
    // Folders from the deepest up, as long as they are empty; the editions' own folders stay.
    for start in emptied.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      var path = start
      while path.contains("/") {
        let (parent, leaf) = Self.split(String(path))
        guard let handle = try folder.openFolder(parent) else { break }
        let isGone = unlinkat(handle, leaf, AT_REMOVEDIR) == 0
        close(handle)
        if !isGone { break }
        path = Substring(String(parent))
      }
    }
  }

  private static func split(_ path: String) -> (parent: Substring, leaf: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (path[..<slash], String(path[path.index(after: slash)...]))
  }
}
