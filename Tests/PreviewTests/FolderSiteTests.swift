import Foundation
import Glibc
import Testing

@testable import Preview

/// What is opened and what is not, by the kernel's way and by the walk.
@Suite struct FolderSiteTests {
  /// A folder with everything in it that must not be served, beside one that begins with the same name.
  private func folder() throws -> URL {
    let top = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
    let files = FileManager.default
    try files.createDirectory(at: top.appending(path: "site/sub/deep"), withIntermediateDirectories: true)
    try files.createDirectory(at: top.appending(path: "site/.git"), withIntermediateDirectories: true)
    try files.createDirectory(at: top.appending(path: "site-private"), withIntermediateDirectories: true)
    for path in ["site/a.html", "site/sub/b.txt", "site/.git/config", "site/.env", "site-private/secret"] {
      try Data(path.utf8).write(to: top.appending(path: path))
    }
    let site = top.appending(path: "site").path
    for (name, target) in [
      ("inner", "a.html"), ("outer", "../site-private/secret"), ("absolute", "/etc/passwd"), ("up", ".."),
      ("self", "self"), ("proc", "/proc/self/root/etc/passwd"), ("dangling", "nowhere"), ("folder", "sub"),
    ] {
      try files.createSymbolicLink(atPath: site + "/" + name, withDestinationPath: target)
    }
    try #require(mkfifo(site + "/pipe", 0o600) == 0)
    return top
  }

  @Test(arguments: [true, false])
  func onlyRegularFilesInside(usesOpenat2: Bool) throws {
    let top = try folder()
    defer { try? FileManager.default.removeItem(at: top) }
    let site = try #require(FolderSite(path: top.appending(path: "site").path, usesOpenat2: usesOpenat2))
    func isFile(_ path: String) -> Bool { if case .file = site.look(up: path) { true } else { false } }
    func isFolder(_ path: String) -> Bool { if case .folder = site.look(up: path) { true } else { false } }
    #expect(isFile("a.html") && isFile("sub/b.txt"))
    #expect(isFolder("") && isFolder("sub") && isFolder("sub/deep"))
    // A link that stays inside is followed where the kernel vouches for it.
    #expect(isFile("inner") == usesOpenat2)
    #expect(isFile("folder/b.txt") == usesOpenat2)
    for path in [
      "outer", "absolute", "up", "up/site-private/secret", "self", "proc", "dangling", "pipe", ".git/config", ".env",
      "../site-private/secret", "/etc/passwd", "sub/../a.html", "sub//b.txt", "a.html/", "a.html/x", "a.html\0.txt",
      ".",
    ] {
      #expect(!isFile(path) && !isFolder(path), "\(path)")
    }
  }

  @Test func noFolderIsNoSite() { #expect(FolderSite(path: "/nowhere") == nil) }

  /// A file that is exchanged by renaming keeps its old bytes for who has it open.
  @Test func anOpenFileIsASnapshot() throws {
    let top = try folder()
    defer { try? FileManager.default.removeItem(at: top) }
    let site = try #require(FolderSite(path: top.appending(path: "site").path))
    guard case .file(let file) = site.look(up: "a.html") else { throw CancellationError() }
    try Data("other".utf8).write(to: top.appending(path: "site/a.html"), options: .atomic)
    #expect(file.contents() == Array("site/a.html".utf8))
  }
}
