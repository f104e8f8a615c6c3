internal import Glibc

/// The folder where the local authority lives between runs; only its owner may read it.
package struct StateFolder: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// `$XDG_STATE_HOME/offprint`, else `~/.local/state/offprint` (XDG Base Directory Specification); nil without a home.
  package static func standard(environment: (String) -> String?) -> StateFolder? {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return StateFolder(path: state + "/offprint") }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return StateFolder(path: home + "/.local/state/offprint")
  }

  package func file(_ name: String) -> String { path + "/" + name }

  /// At most 64 KB; nil where there is no such file.
  func read(_ name: String) -> String? {
    let descriptor = open(file(name), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0, let file = SiteFile(taking: descriptor), file.size <= 65_536 else { return nil }
    return file.contents().map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whole or not at all; keys with 0600 from their first byte.
  func write(_ name: String, _ text: String, isSecret: Bool) throws(StateError) {
    try make()
    let target = file(name)
    let temporary = target + ".new"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, isSecret ? 0o600 : 0o644)
    guard descriptor >= 0 else { throw StateError(path: target, reason: String(cString: strerror(errno))) }
    let bytes = Array(text.utf8)
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    let isWhole = written == bytes.count && fsync(descriptor) == 0
    close(descriptor)
    guard isWhole, rename(temporary, target) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw StateError(path: target, reason: reason)
    }
  }

  func remove(_ name: String) { unlink(file(name)) }

  private func make() throws(StateError) {
    var parent = ""
    for part in path.split(separator: "/") {
      parent += "/" + part
      if mkdir(parent, parent == path ? 0o700 : 0o755) != 0, errno != EEXIST {
        throw StateError(path: parent, reason: String(cString: strerror(errno)))
      }
    }
  }
}

/// A file of the state folder cannot be written.
package struct StateError: Error, Sendable {
  package var path: String
  package var reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
