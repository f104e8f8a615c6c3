import Foundation
import Testing

/// The built executable, run in a folder of its own with an environment that says nothing but what the test says.
struct Program {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  let folder: URL

  /// In a new empty folder.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Beside the test bundle, where SwiftPM puts both.
  static let executable: URL = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(filePath: own).deletingLastPathComponent().appending(path: "offprint")
  }()

  /// Runs to the end; `environment` is added to a bare one in English without colours.
  @discardableResult
  func run(_ arguments: String..., environment: [String: String] = [:], in subfolder: String = "") throws -> Outcome {
    try run(arguments, environment: environment, in: subfolder)
  }

  func run(_ arguments: [String], environment: [String: String] = [:], in subfolder: String = "") throws -> Outcome {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = subfolder.isEmpty ? folder : folder.appending(path: subfolder)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let bare = [
      "PATH": path, "HOME": folder.path, "LANG": "en_US.UTF-8", "TZ": "UTC0", "SOURCE_DATE_EPOCH": "1714521600",
    ]
    process.environment = bare.merging(environment) { $1 }
    // Files and not pipes: nothing has to be drained while the program runs.
    let streams = try ["out", "err"].map { name in
      let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).\(name)")
      try Data().write(to: file)
      return file
    }
    defer { for file in streams { try? FileManager.default.removeItem(at: file) } }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  func write(_ path: String, _ text: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  /// Every file below the folder, sorted.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: folder.appending(path: $0).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }
}
