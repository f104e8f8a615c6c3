import Diagnostics
import Foundation
import Manuscript
import Testing

@testable import Pressroom

@Suite struct GitDatesTests {
  @Test func readsALogInAnyPieces() {
    let text =
      "\u{1}30 +0800\0\ncontent/a.md\0content/中 文.md\0\u{1}20 -0330\0\ncontent/a.md\0other\0\u{1}10 +0000\0\ncontent/a.md\0"
    let bytes = Array(text.utf8)
    for size in [1, 2, 7, 64, 4096] {
      var log = GitLog(wanted: ["content/a.md", "content/中 文.md"])
      for start in stride(from: 0, to: bytes.count, by: size) {
        Array(bytes[start..<min(bytes.count, start + size)]).withUnsafeBytes { _ = log.read($0) }
      }
      #expect(
        log.changes == [
          "content/a.md": .init(date: ArticleDate(seconds: 30, offsetMinutes: 480), isRepeated: true),
          "content/中 文.md": .init(date: ArticleDate(seconds: 30, offsetMinutes: 480), isRepeated: false),
        ])
    }
  }

  @Test func stopsWhenNothingElseIsWanted() {
    var log = GitLog(wanted: ["content/a.md"])
    let bytes = Array("\u{1}3 +0000\0\ncontent/a.md\0\u{1}2 +0000\0\ncontent/a.md\0\u{1}1 +0000\0".utf8)
    let goesOn = bytes.withUnsafeBytes { log.read($0) }
    #expect(!goesOn)
  }

  @Test func damagedLogsDoNoHarm() {
    var log = GitLog(wanted: ["content/a.md"])
    let bytes = Array(
      "content/a.md\0\u{1}x y\0\ncontent/a.md\0\u{1}\0\u{1}99999999999999999999 +0000\0content/a.md\0".utf8)
    bytes.withUnsafeBytes { _ = log.read($0) }
    #expect(log.changes.isEmpty)
  }

  @Test(.enabled(if: ChildProcess.find("git") != nil, "git is not installed"))
  func takesDatesFromARepositoryOnce() async throws {
    let folder = try TemporaryFolder()
    func git(_ arguments: String..., date: String = "2024-01-01T00:00:00+0800") throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments =
        ["git", "-C", folder.path, "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
        + arguments
      var environment = ProcessInfo.processInfo.environment
      environment["GIT_AUTHOR_DATE"] = date
      environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
      process.environment = environment
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0)
    }
    try folder.write("one", to: "content/posts/a.md")
    try folder.write("one", to: "content/posts/b.md")
    #expect(await GitDates.read(source: folder.path, files: []).1?.code == .gitUnavailable)
    try git("init", "-q")
    try git("add", "-A")
    try git("commit", "-qm", "one")
    try folder.write("two", to: "content/posts/a.md")
    try git("commit", "-qam", "two", date: "2024-02-01T08:00:00+0800")
    let files = ["content/posts/a.md", "content/posts/b.md", "content/posts/new.md"]
    let (dates, trouble) = await GitDates.read(source: folder.path, files: files)
    #expect(trouble == nil)
    #expect(dates.changes["content/posts/a.md"]?.date.text == "2024-02-01 08:00:00 +0800")
    #expect(dates.changes["content/posts/a.md"]?.isRepeated == true)
    #expect(dates.changes["content/posts/b.md"]?.isRepeated == false)
    #expect(dates.changes.count == 2)
    // Without git's program: from what was kept.
    let kept = try #require(FileSystem.read(folder.path + "/.offprint/git-dates"))
    #expect(kept == dates.encoded(try #require(GitRepository(around: folder.path + "/content/posts")?.head)))
    // Another commit, another answer.
    try folder.write("two", to: "content/posts/b.md")
    try git("commit", "-qam", "three", date: "2024-03-01T08:00:00+0800")
    let (later, _) = await GitDates.read(source: folder.path, files: files)
    #expect(later.changes["content/posts/b.md"]?.isRepeated == true)
  }
}
