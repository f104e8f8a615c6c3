/// The git repository that a source folder lies in, seen without asking git: what is checked out, and whether its history is
/// whole.
struct GitRepository {
  /// What tells one state of the history from another: the commit that is checked out.
  var head: String
  /// Whether older commits are missing, so that the last change of a file is not known.
  var isShallow: Bool

  /// - Returns: nil when the folder is in no repository, or nothing is committed yet.
  init?(around folder: String) {
    var place = folder
    while true {
      if let found = Self.read(place + "/.git", below: place) {
        self = found
        return
      }
      guard let slash = place.lastIndex(of: "/"), place != "/" else { return nil }
      place = slash == place.startIndex ? "/" : String(place[..<slash])
    }
  }

  private init(head: String, isShallow: Bool) {
    self.head = head
    self.isShallow = isShallow
  }

  private static func read(_ path: String, below folder: String) -> GitRepository? {
    var own = path
    if !FileSystem.isFolder(path) {
      // A worktree or a submodule: a file that names the folder.
      guard let text = text(path), text.hasPrefix("gitdir: ") else { return nil }
      own = absolute(String(text.dropFirst(8)), below: folder)
    }
    let shared = text(own + "/commondir").map { absolute($0, below: own) } ?? own
    guard let head = text(own + "/HEAD") else { return nil }
    let isShallow = FileSystem.stamp(shared + "/shallow") != nil
    guard head.hasPrefix("ref: ") else { return GitRepository(head: head, isShallow: isShallow) }
    let name = String(head.dropFirst(5))
    guard !name.contains("..") else { return nil }
    if let commit = text(own + "/" + name) ?? text(shared + "/" + name) {
      return GitRepository(head: commit, isShallow: isShallow)
    }
    for line in (text(shared + "/packed-refs") ?? "").split(separator: "\n") where line.hasSuffix(" " + name) {
      return GitRepository(head: String(line.prefix { $0 != " " }), isShallow: isShallow)
    }
    return nil
  }

  private static func absolute(_ path: String, below folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// Without the line end.
  private static func text(_ path: String) -> String? {
    guard !FileSystem.isFolder(path), let bytes = FileSystem.read(path) else { return nil }
    var text = String(decoding: bytes, as: UTF8.self)[...]
    while text.last == "\n" || text.last == "\r" { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
