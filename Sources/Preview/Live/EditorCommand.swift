internal import Glibc

/// How to open a place of the source in the author's editor: `code --goto {file}:{line}:{column}`.
package struct EditorCommand: Sendable {
  private let words: [String]

  /// - Parameter template: words divided by blanks, started as they are and not through a shell. Without `{file}` the
  ///   file's path is added at the end.
  /// - Returns: nil for an empty template.
  package init?(_ template: String) {
    var words = template.split(separator: " ").map(String.init)
    guard !words.isEmpty else { return nil }
    if !words.contains(where: { $0.contains("{file}") }) { words.append("{file}") }
    self.words = words
  }

  /// The command for one place; line and column from 1.
  package func words(file: String, line: Int, column: Int) -> [String] {
    words.map { word in
      var result = ""
      var rest = Substring(word)
      while let open = rest.firstIndex(of: "{") {
        result += rest[..<open]
        rest = rest[open...]
        if rest.hasPrefix("{file}") {
          result += file
          rest = rest.dropFirst(6)
        } else if rest.hasPrefix("{line}") {
          result += String(line)
          rest = rest.dropFirst(6)
        } else if rest.hasPrefix("{column}") {
          result += String(column)
          rest = rest.dropFirst(8)
        } else {
          result += "{"
          rest = rest.dropFirst()
        }
      }
      return result + rest
    }
  }

  /// Starts the editor and does not wait for it.
  ///
  /// - Returns: false when there is no such program.
  func open(file: String, line: Int, column: Int) -> Bool {
    let arguments = words(file: file, line: line, column: column).map { strdup($0) }
    let surroundings = Self.environment().map { strdup($0) }
    defer { for one in arguments + surroundings { free(one) } }
    var process = pid_t()
    guard posix_spawnp(&process, arguments[0]!, nil, nil, arguments + [nil], surroundings + [nil]) == 0 else {
      return false
    }
    // Taken leave of by a thread, or it would stay as a zombie until the preview ends.
    Task.detached(priority: .background) {
      var status: Int32 = 0
      while waitpid(process, &status, WNOHANG) == 0 { try? await Task.sleep(for: .milliseconds(200)) }
    }
    return true
  }

  /// The variables that this process was started with; the system's own table is not safe to read beside other threads.
  private static func environment() -> [String] {
    let file = Glibc.open("/proc/self/environ", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(file, &piece, piece.count)
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
