package import Foundation

/// Folders that are test cases, under `Tests/Fixtures`.
package enum Fixtures {
  /// The top of the package.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The one switch that writes expectations anew instead of comparing: `OFFPRINT_RECORD=1`.
  package static let isRecording = ProcessInfo.processInfo.environment["OFFPRINT_RECORD"] == "1"

  /// The case folders of one kind (`elements`, `diagnostics/broken-link`…), by name.
  package static func folders(_ kind: String) -> [URL] {
    let folder = root.appending(path: "Tests/Fixtures/\(kind)")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { !$0.hasPrefix(".") }.map { folder.appending(path: $0) }
  }

  /// The bytes of a file, or nil when it is not there.
  package static func bytes(_ url: URL) -> [UInt8]? { (try? Data(contentsOf: url)).map { Array($0) } }

  /// Compares a result with the expectation on disk, or records it. Returns what is wrong, nil when nothing is.
  package static func mismatch(_ actual: [UInt8], expected url: URL) -> String? {
    if isRecording {
      do { try Data(actual).write(to: url) } catch { return "cannot record \(url.path): \(error)" }
      return nil
    }
    guard let expected = bytes(url) else { return "no expectation at \(url.path); record it with OFFPRINT_RECORD=1" }
    if expected == actual { return nil }
    return """
      \(url.path) differs
      --- expected
      \(String(decoding: expected, as: UTF8.self))
      --- actual
      \(String(decoding: actual, as: UTF8.self))
      """
  }

  /// Reference material beside the checkout (`../shared/NAME`). Absent: nil where a skip is allowed, which is never so
  /// under `CI=true`.
  package static func shared(_ name: String) -> URL? {
    let url = root.deletingLastPathComponent().appending(path: "shared/\(name)")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  package static var isCI: Bool { ProcessInfo.processInfo.environment["CI"] == "true" }
}
