package import Foundation

/// Runs scripts with Node.
package enum Node {
  /// nil where it is not installed; that is a reason to skip, but never under CI.
  package static let path = find("node")

  package static var isSkipped: Bool { path == nil && !Fixtures.isCI }

  /// Where a program is installed.
  package static func find(_ program: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + program }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  package struct Failure: Error {
    package var message: String
  }

  /// What a script prints.
  package static func run(_ arguments: [String]) throws -> Data {
    guard let path else { throw Failure(message: "node is not installed") }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(message: "exit \(process.terminationStatus)") }
    return data
  }

  /// What a script of `Tests/MiniProgram` prints.
  package static func run(_ name: String, _ arguments: [String]) throws -> Data {
    try run([Fixtures.root.appending(path: "Tests/MiniProgram/\(name)").path] + arguments)
  }

  /// A folder with some files that is gone after `body`.
  package static func withFolder<Result>(
    _ files: [String: String] = [:], _ body: (URL) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-node-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try body(folder)
  }
}
