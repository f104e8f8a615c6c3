import Foundation
import TestSupport
import Testing

/// The same source gives the same bytes: in another folder, at another time, with other file times, threads and time zone.
@Suite struct IdentityTests {
  /// Offprint's own example, at another place, every file and folder with a time of its own.
  private func copy(seed: UInt64) throws -> Program {
    let program = try Program()
    for name in ["content", "assets", "offprint.yml"] {
      try FileManager.default.copyItem(
        at: Fixtures.root.appending(path: name), to: program.folder.appending(path: name))
    }
    try touch(program, seed: seed)
    return program
  }

  private func touch(_ program: Program, seed: UInt64) throws {
    var random = Randomness(seed: seed)
    for name in try FileManager.default.subpathsOfDirectory(atPath: program.folder.path).sorted() {
      guard !name.hasPrefix("_site"), !name.hasPrefix(".offprint") else { continue }
      let time = Date(timeIntervalSince1970: Double.random(in: 1_000_000...1_700_000_000, using: &random))
      try FileManager.default.setAttributes(
        [.modificationDate: time], ofItemAtPath: program.folder.appending(path: name).path)
    }
  }

  private func editions(_ program: Program) throws -> [String: Data] {
    let files = try program.files().filter { $0.hasPrefix("_site/web/") || $0.hasPrefix("_site/miniprogram/") }
    return Dictionary(
      try files.map { ($0, try Data(contentsOf: program.folder.appending(path: $0))) }, uniquingKeysWith: { $1 })
  }

  private func expectSame(_ left: [String: Data], _ right: [String: Data]) {
    #expect(left.keys.sorted() == right.keys.sorted())
    for name in left.keys.sorted() { #expect(left[name] == right[name], "\(name)") }
  }

  @Test func placesTimesAndThreadsLeaveNoTrace() throws {
    let here = try copy(seed: 1)
    let there = try copy(seed: 2)
    defer {
      here.remove()
      there.remove()
    }
    let now = "1750000000"
    let first = try here.run(["build", "--jobs", "1"], environment: ["SOURCE_DATE_EPOCH": now])
    #expect(first.status == 0, "\(first.errors)")
    let second = try there.run(
      ["build", "--jobs", "3"],
      environment: ["SOURCE_DATE_EPOCH": now, "TZ": "CST-8", "LANG": "zh_CN.UTF-8", "USER": "somebody"])
    #expect(second.status == 0, "\(second.errors)")
    let printed = try editions(here)
    #expect(printed.count > 100)
    expectSame(printed, try editions(there))

    // Other times on the same bytes: nothing is written.
    try touch(here, seed: 3)
    let again = try here.run(["build"], environment: ["SOURCE_DATE_EPOCH": now])
    #expect(again.output.contains("Files: 0 written, "), "\(again.output)")
    expectSame(printed, try editions(here))
    // The moment of the build is printed nowhere: a later one, with no article due in between, changes nothing.
    let later = try here.run(["build"], environment: ["SOURCE_DATE_EPOCH": "1750086400"])
    #expect(later.output.contains("Files: 0 written, "), "\(later.output)")
  }

  @Test func theEpochDecidesWhatIsInTheFuture() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("content/posts/2024-06-01-later.md", "Later.\n")
    try program.write("content/posts/2024-01-01-now.md", "Now.\n")
    func pages(_ epoch: String) throws -> [String] {
      #expect(try program.run(["build"], environment: ["SOURCE_DATE_EPOCH": epoch]).status == 0)
      return try program.files().filter { $0.hasPrefix("_site/web/posts/") }
    }
    #expect(try pages("1714521600") == ["_site/web/posts/now/index.html"])
    #expect(try pages("1718000000") == ["_site/web/posts/later/index.html", "_site/web/posts/now/index.html"])
    #expect(try pages("1714521600") == ["_site/web/posts/now/index.html"])
    for wrong in ["", "soon", "1.5"] {
      let outcome = try program.run(["build"], environment: ["SOURCE_DATE_EPOCH": wrong])
      #expect(outcome.status == (wrong.isEmpty ? 0 : 2), "\(wrong): \(outcome)")
    }
  }
}
