import Foundation
import Glibc
import Testing

/// `kill -9` while the program builds: every delivered file stays whole, and the next build is right.
@Suite struct KilledBuildTests {
  private static let posts = 40

  /// One of two states of the source: all articles differ, and some are in one of them alone.
  private func write(_ state: Int, to program: Program) throws {
    for number in 0..<Self.posts {
      let path = "content/posts/2024-01-01-p\(number).md"
      if number % 10 == state + 3 {
        try? FileManager.default.removeItem(at: program.folder.appending(path: path))
      } else {
        try program.write(
          path, "---\ntitle: 第\(number)篇\(state)\ntags: [t\(number % 3)\(state)]\n---\n\n正文 \(state)。\n\n## 节\n\n末尾。\n")
      }
    }
  }

  /// The delivered files by path.
  private func delivered(_ program: Program, _ output: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for edition in ["web", "miniprogram"] {
      let folder = program.folder.appending(path: output).appending(path: edition)
      for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        files["\(edition)/\(path)"] = try? Data(contentsOf: folder.appending(path: path))
      }
    }
    return files
  }

  /// Half of the kills come at any moment, half as soon as the ledger says that files are being moved.
  @Test func aKilledBuildHarmsNothing() throws {
    let program = try Program()
    defer { program.remove() }
    var fresh: [[String: Data]] = []
    for state in 0...1 {
      try write(state, to: program)
      try #require(try program.run("build", "--output", "fresh\(state)").status == 0)
      fresh.append(try delivered(program, "fresh\(state)"))
    }
    try #require(fresh[0].count > Self.posts * 3 && fresh[0] != fresh[1])
    try program.run("build")
    let ledger = program.folder.appending(path: "_site/.offprint-ledger").path
    var random = SystemRandomNumberGenerator()
    var kills = 0
    for round in 0..<8 {
      let state = round % 2
      try write(state, to: program)
      var before = stat()
      stat(ledger, &before)
      let process = Process()
      process.executableURL = Program.executable
      process.arguments = ["build", "--quiet"]
      process.currentDirectoryURL = program.folder
      process.environment = ["LANG": "en_US.UTF-8", "TZ": "UTC0", "SOURCE_DATE_EPOCH": "1714521600"]
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      if round % 4 < 2 {
        var now = before
        while process.isRunning, now.st_ino == before.st_ino { stat(ledger, &now) }
        usleep(.random(in: 0...4000, using: &random))
      } else {
        usleep(.random(in: 0...400_000, using: &random))
      }
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        kills += 1
      }
      process.waitUntilExit()
      for (path, bytes) in try delivered(program, "_site") {
        #expect(bytes == fresh[0][path] || bytes == fresh[1][path], "\(path) is torn")
      }
      #expect(try program.run("build").status == 0)
      #expect(try delivered(program, "_site") == fresh[state], "round \(round)")
    }
    #expect(kills > 2, "\(kills) of 8")
  }
}
