import Foundation
import Testing

@testable import Pressroom

@Suite struct PageSpillTests {
  /// A text that tells its number and is as long as the number says.
  private static func text(_ number: Int) -> [UInt8] {
    var text = Array("\(number):".utf8)
    text += (0..<(number * 37) % 40_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
    return text
  }

  @Test func `What is laid aside by many threads comes back as it was, from memory and from the file`() async throws {
    let spill = try PageSpill(in: nil)
    let places = try await Workers.map(count: 1200, jobs: 8, chunk: 4) { range in
      try range.map { try spill.keep(Self.text($0)) }
    }
    var inFile = 0
    for (number, place) in places.enumerated() {
      if case .file = place { inFile += 1 }
      #expect(try spill.text(place) == Self.text(number))
    }
    // More than memory takes: most of it went to the file.
    #expect(inFile > 600 && inFile < 1200)
    #expect(try spill.text(spill.keep([])) == [])
  }

  @Test func `The file has no name`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-spill-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let handle = open(folder.path, O_RDONLY | O_DIRECTORY)
    defer { close(handle) }
    let spill = try PageSpill(in: handle)
    let place = try spill.keep([UInt8](repeating: 7, count: PageSpill.memoryLimit + 1))
    guard case .file = place else {
      Issue.record("a text larger than memory takes belongs in the file")
      return
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(try spill.text(place).count == PageSpill.memoryLimit + 1)
  }
}
