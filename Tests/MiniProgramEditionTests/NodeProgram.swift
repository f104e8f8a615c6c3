import Foundation
import TestSupport
import Testing

/// Programs of `Tests/MiniProgram`, run in Node.
enum NodeProgram {
  private static let node = find("node")

  /// Whether tests that need Node are skipped: never under CI.
  static var isMissing: Bool { node == nil && !Fixtures.isCI }

  static func find(_ program: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + program }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// What the program prints.
  static func run(_ name: String, _ arguments: [String]) throws -> Data {
    let node = try #require(node, "node is not installed")
    let process = Process()
    process.executableURL = URL(filePath: node)
    process.arguments = [Fixtures.root.appending(path: "Tests/MiniProgram/\(name)").path] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return data
  }

  /// A folder of one's own while the body runs.
  static func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-node-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
