internal import Diagnostics
internal import Glibc
internal import Pressroom

/// Paths as users give them.
enum FilePlace {
  /// An absolute path without `.`, `..` and doubled slashes; symbolic links stay as they are.
  static func absolute(_ path: String) -> String {
    var full = path
    if !path.hasPrefix("/") {
      let folder = getcwd(nil, 0)
      defer { free(folder) }
      full = (folder.map { String(cString: $0) } ?? "") + "/" + path
    }
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." {
        if !parts.isEmpty { parts.removeLast() }
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The part of an absolute path below a folder; nil when it is not below it.
  static func relative(_ path: String, to folder: String) -> String? {
    let prefix = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  /// What to put before paths of the source folder so that they can be opened from the current folder.
  static func prefix(forSource source: String) -> String {
    if absolute(source) == absolute(".") { return "" }
    var shown = source
    while shown.hasPrefix("./") { shown.removeFirst(2) }
    return shown.hasSuffix("/") ? shown : shown + "/"
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The names in a folder, in no particular order; none where it cannot be listed.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        })
    }
    return names
  }

  /// Whether a folder has entries; nil when it cannot be listed.
  static func isEmptyFolder(_ path: String) -> Bool? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { return false }
    }
    return true
  }

  /// An article's file as the press names it: users give it from where they stand or from the source folder.
  ///
  /// - Parameter source: absolute.
  /// - Throws: `PressError` for a file that is not below the source folder.
  static func article(_ file: String, below source: String) throws -> String {
    let absolute = absolute(file)
    if exists(absolute), let relative = relative(absolute, to: source) { return relative }
    if file.hasPrefix("/") { throw PressError(Diagnostic(.unsafePath, path: "", arguments: [file])) }
    return file
  }
}
