import Diagnostics
import Foundation
import Manuscript
import Testing

@testable import Pressroom

struct DeliveryTests {
  private func artifact(_ path: String, _ text: String) -> Artifact { Artifact(path: path, bytes: Array(text.utf8)) }

  /// Delivers these files of the site.
  @discardableResult
  private func deliver(
    _ files: [(String, String)], to folder: TemporaryFolder, editions: Set<Edition> = [.site]
  ) throws -> Delivery.Outcome {
    let output = try OutputFolder(folder.path)
    let delivery = try Delivery(to: output, ledger: output.readLedger(), source: folder.path)
    for (path, text) in files { #expect(try delivery.stage(artifact(path, text), edition: editions.first ?? .site)) }
    return try delivery.commit(editions: editions) { outcome in
      var ledger = Ledger()
      ledger.outputs = outcome.outputs
      return ledger
    }
  }

  @Test func onlyWhatDiffersIsWritten() throws {
    let folder = try TemporaryFolder()
    #expect(try deliver([("a.html", "1"), ("b/c.html", "2")], to: folder).written == ["web/a.html", "web/b/c.html"])
    let second = try deliver([("a.html", "1"), ("b/c.html", "3")], to: folder)
    #expect(second.written == ["web/b/c.html"])
    #expect(second.unchanged == 1)
    #expect(folder.read("web/b/c.html") == "3")
  }

  @Test func whatWasStagedGoesWhenABuildStops() throws {
    let folder = try TemporaryFolder()
    func stop() throws {
      let delivery = try Delivery(to: OutputFolder(folder.path), ledger: Ledger(), source: folder.path)
      #expect(try delivery.stage(artifact("a.html", "1"), edition: .site))
      #expect(FileManager.default.fileExists(atPath: folder.path + "/.offprint-staging/web/a.html"))
      #expect(throws: PressError.self) { try delivery.stage(artifact("../b", "2"), edition: .site) }
    }
    try stop()
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.offprint-staging"))
  }

  @Test func orphansAndTheirFoldersGo() throws {
    let folder = try TemporaryFolder()
    try deliver([("a.html", "1"), ("x/y/z.html", "2"), ("x/w.html", "3")], to: folder)
    let second = try deliver([("a.html", "1"), ("x/w.html", "3")], to: folder)
    #expect(second.removed == ["web/x/y/z.html"])
    #expect(folder.files() == ["web/a.html", "web/x/w.html"])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/web/x/y"))
  }

  @Test func filesThatOffprintDidNotWriteStay() throws {
    let folder = try TemporaryFolder()
    try deliver([("a.html", "1"), ("x/b.html", "1")], to: folder)
    try folder.write("mine", to: "web/x/mine.txt")
    try folder.write("mine", to: "notes.txt")
    try deliver([("a.html", "1")], to: folder)
    #expect(folder.files() == ["notes.txt", "web/a.html", "web/x/mine.txt"])
  }

  @Test func theOtherEditionStaysWhenOneIsBuilt() throws {
    let folder = try TemporaryFolder()
    try deliver([("a.html", "1")], to: folder)
    try deliver([("app.json", "{}")], to: folder, editions: [.miniProgram])
    #expect(folder.files() == ["miniprogram/app.json", "web/a.html"])
    #expect(try deliver([("a.html", "1")], to: folder).unchanged == 1)
  }

  @Test func tamperedFilesAreMended() throws {
    let folder = try TemporaryFolder()
    try deliver([("a.html", "1"), ("b.html", "2")], to: folder)
    try folder.write("tampered", to: "web/a.html")
    try FileManager.default.removeItem(atPath: folder.path + "/web/b.html")
    #expect(try deliver([("a.html", "1"), ("b.html", "2")], to: folder).written == ["web/a.html", "web/b.html"])
    #expect(folder.read("web/a.html") == "1")
  }

  @Test func aFileMayBecomeAFolderAndBack() throws {
    let folder = try TemporaryFolder()
    try deliver([("x", "1")], to: folder)
    try deliver([("x/y", "2")], to: folder)
    #expect(folder.files() == ["web/x/y"])
    try deliver([("x", "3")], to: folder)
    #expect(folder.files() == ["web/x"])
  }

  @Test func nothingIsWrittenThroughSymbolicLinks() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try deliver([("a/b.html", "1")], to: folder)
    try FileManager.default.removeItem(atPath: folder.path + "/web/a")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/web/a", withDestinationPath: outside.path)
    #expect(throws: PressError.self) { try deliver([("a/b.html", "2")], to: folder) }
    #expect(outside.files().isEmpty)
    // Removing goes no further than the link either.
    try outside.write("keep", to: "b.html")
    _ = try? deliver([("c.html", "2")], to: folder)
    #expect(outside.files() == ["b.html"])
  }

  @Test func aDeliveredFileReplacedByALinkIsReplacedNotFollowed() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try outside.write("1", to: "target")
    try deliver([("a.html", "1")], to: folder)
    try FileManager.default.removeItem(atPath: folder.path + "/web/a.html")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/web/a.html", withDestinationPath: outside.path + "/target")
    try deliver([("a.html", "2")], to: folder)
    #expect(outside.read("target") == "1")
    #expect(folder.read("web/a.html") == "2")
  }

  @Test(arguments: ["../a", "a/../../b", "/a", "a//b", "", ".", "a/./b", "a\0b"])
  func unsafePathsAreRefused(_ path: String) throws {
    let folder = try TemporaryFolder()
    let output = try OutputFolder(folder.path)
    let delivery = try Delivery(to: output, ledger: Ledger(), source: folder.path)
    #expect(throws: PressError.self) { try delivery.stage(artifact(path, "x"), edition: .site) }
  }

  @Test func twoBuildsAtOnceAreRefused() throws {
    let folder = try TemporaryFolder()
    let first = try OutputFolder(folder.path)
    do {
      _ = try OutputFolder(folder.path)
      Issue.record("the second build got the folder")
    } catch { #expect(error.diagnostic.code == .outputInUse) }
    _ = first
  }

  @Test func somebodyElsesFolderIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "web/index.html")
    do {
      _ = try OutputFolder(folder.path)
      Issue.record("took a folder that was not ours")
    } catch { #expect(error.diagnostic.code == .outputNotOurs) }
    #expect(folder.read("web/index.html") == "precious")
  }

  @Test func anAbandonedDeliveryChangesNothing() throws {
    let folder = try TemporaryFolder()
    try deliver([("a.html", "1")], to: folder)
    let output = try OutputFolder(folder.path)
    let delivery = try Delivery(to: output, ledger: output.readLedger(), source: folder.path)
    #expect(try delivery.stage(artifact("a.html", "2"), edition: .site))
    delivery.abandon()
    #expect(folder.read("web/a.html") == "1")
    #expect(folder.files() == ["web/a.html"])
  }

  /// The state that `kill -9` leaves in the middle of the renames: an unsettled ledger and some files moved.
  @Test func anInterruptedDeliveryIsMendedByTheNext() throws {
    let folder = try TemporaryFolder()
    try deliver([("a.html", "old"), ("b.html", "old"), ("gone.html", "old")], to: folder)
    do {
      let output = try OutputFolder(folder.path)
      var ledger = output.readLedger()
      ledger.isSettled = false
      ledger.outputs["web/new.html"] = .init(hash: 1, byteCount: 1, modified: 1)
      try output.writeLedger(ledger)
      try folder.write("new", to: "web/a.html")  // moved; b is not yet, gone is still there
    }
    let outcome = try deliver([("a.html", "new"), ("b.html", "new"), ("new.html", "new")], to: folder)
    #expect(outcome.written == ["web/b.html", "web/new.html"])
    #expect(folder.files() == ["web/a.html", "web/b.html", "web/new.html"])
    #expect(folder.read("web/a.html") == "new")
  }

  @Test func aDamagedLedgerMakesTheNextBuildCompareAndCleanUp() throws {
    let folder = try TemporaryFolder()
    try deliver([("a.html", "1"), ("old.html", "2")], to: folder)
    try folder.write("garbage", to: ".offprint-ledger")
    let outcome = try deliver([("a.html", "1")], to: folder)
    #expect(outcome.written.isEmpty)
    #expect(outcome.removed == ["web/old.html"])
  }

  @Test func aNewFolderMovesWholeAndAnOldOneIsEntered() throws {
    let folder = try TemporaryFolder()
    try deliver([("a/b.html", "1"), ("a/x/y.html", "1")], to: folder)
    try folder.write("mine", to: "web/d/mine.txt")
    let second = try deliver(
      [("a/b.html", "2"), ("a/x/y.html", "1"), ("a/c.html", "2"), ("d/e/f.html", "2"), ("g/h/i.html", "2")], to: folder)
    #expect(second.written == ["web/a/b.html", "web/a/c.html", "web/d/e/f.html", "web/g/h/i.html"])
    #expect(
      folder.files() == [
        "web/a/b.html", "web/a/c.html", "web/a/x/y.html", "web/d/e/f.html", "web/d/mine.txt", "web/g/h/i.html",
      ])
    #expect(folder.read("web/a/b.html") == "2")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.offprint-staging"))
  }

  /// What a stranger put there beforehand is neither delivered nor followed.
  @Test func theStagingFolderBeginsEmpty() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try outside.write("keep", to: "a.html")
    try folder.write("stale", to: ".offprint-staging/web/old/stale.html")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/.offprint-staging/web/x", withDestinationPath: outside.path)
    try deliver([("x/a.html", "1")], to: folder)
    #expect(folder.files() == ["web/x/a.html"])
    #expect(outside.read("a.html") == "keep")

    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/.offprint-staging", withDestinationPath: outside.path)
    try deliver([("x/a.html", "2")], to: folder)
    #expect(folder.read("web/x/a.html") == "2")
    #expect(outside.files() == ["a.html"] && outside.read("a.html") == "keep")
  }

  /// A file and a folder of one name in one build: an error, and nothing half done.
  @Test func aFileAndAFolderOfOneNameAreRefused() throws {
    let folder = try TemporaryFolder()
    try deliver([("x", "1")], to: folder)
    let output = try OutputFolder(folder.path)
    let delivery = try Delivery(to: output, ledger: output.readLedger(), source: folder.path)
    #expect(try delivery.stage(artifact("x", "2"), edition: .site))
    #expect(throws: PressError.self) { try delivery.stage(artifact("x/y", "2"), edition: .site) }
    delivery.abandon()
    #expect(folder.read("web/x") == "1")
  }
}
