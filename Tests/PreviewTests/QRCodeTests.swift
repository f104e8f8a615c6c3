import Foundation
import TestSupport
import Testing

@testable import Preview

@Suite struct QRCodeTests {
  /// Read back by another program, from the drawing of the page, at every version that there is.
  @Test(
    .enabled(if: Fixtures.isCI || FileManager.default.isExecutableFile(atPath: "/usr/bin/zbarimg")),
    arguments: [1, 14, 20, 40, 60, 80, 100, 120, 150, 180, 213])
  func isReadByZBar(length: Int) throws {
    let text = String(("http://192.168.1.23:4444/" + String(repeating: "preview?", count: 30)).prefix(length))
    let code = try #require(QRCode(text))
    let scale = 4
    let side = (code.modules.count + 8) * scale
    var picture = Array("P5\n\(side) \(side)\n255\n".utf8)
    for y in 0..<side {
      for x in 0..<side {
        let (column, row) = (x / scale - 4, y / scale - 4)
        let isInside = code.modules.indices.contains(row) && code.modules.indices.contains(column)
        picture.append(isInside && code.modules[row][column] ? 0 : 255)
      }
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pgm")
    try Data(picture).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/zbarimg")
    process.arguments = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let read = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(read == text + "\n")
  }

  @Test func theTerminalShowsEveryModule() throws {
    let code = try #require(QRCode("http://10.0.0.2:4444/"))
    let lines = code.terminalText.split(separator: "\n")
    #expect(lines.count == (code.modules.count + 5) / 2)
    let dark = lines.joined().reduce(0) { $0 + ($1 == "█" ? 2 : $1 == "▀" || $1 == "▄" ? 1 : 0) }
    #expect(dark == code.modules.joined().count { $0 })
  }

  @Test func tooLongIsNone() { #expect(QRCode(String(repeating: "a", count: 214)) == nil) }
}
