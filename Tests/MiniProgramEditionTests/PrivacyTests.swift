import Diagnostics
import Foundation
import Manuscript
import TestSupport
import Testing

@testable import MiniProgramEdition

/// What the privacy guide says is what the scripts do.
@Suite struct PrivacyTests {
  /// Functions that need a declaration in the guide, from the platform's documentation of user privacy.
  private static let privacyInterfaces: Set<String> = [
    "setClipboardData", "getClipboardData", "getUserInfo", "getUserProfile", "chooseImage", "chooseMedia",
    "chooseVideo",
    "getLocation", "getFuzzyLocation", "chooseLocation", "choosePoi", "chooseAddress", "chooseInvoice",
    "chooseLicensePlate",
    "chooseMessageFile", "addPhoneContact", "chooseContact", "addPhoneCalendar", "addPhoneRepeatCalendar",
    "getWeRunData",
    "startRecord", "getRecorderManager", "createCameraContext", "saveImageToPhotosAlbum", "saveVideoToPhotosAlbum",
    "openBluetoothAdapter", "startAccelerometer", "startCompass", "startGyroscope", "startDeviceMotionListening",
    "startLocationUpdate", "onLocationChange", "joinVoIPChat", "createLivePusherContext",
  ]

  @Test func `The guide names exactly the privacy interfaces that scripts call`() throws {
    let sample = try Sample(["posts/2024-01-01-a.md": "---\ndate: 2024-01-01\n---\n```\na\n```\n"])
    var called: Set<String> = []
    for artifact in sample.assembled.artifacts where artifact.path.hasSuffix(".js") {
      for match in try sample.string(artifact.path).matches(of: /wx\.(\w+)/) { called.insert(String(match.1)) }
    }
    #expect(Set(PrivacyStatement.interfaces) == Set(called.intersection(Self.privacyInterfaces).map { "wx." + $0 }))
    #expect(!called.contains("request") && !called.contains("downloadFile"))
  }

  @Test func `The manual quotes the guide's words as they are`() throws {
    let page = Fixtures.root.appending(path: "content/docs/mini-program.md")
    let manual = String(decoding: try #require(Fixtures.bytes(page)), as: UTF8.self)
    #expect(manual.contains(PrivacyStatement.purpose(.simplifiedChinese)))
    let paragraphs = PrivacyStatement.paragraphs(.simplifiedChinese)
    for paragraph in paragraphs where !paragraph.hasPrefix("剪切板") { #expect(manual.contains(paragraph)) }
  }

  @Test func `The page of the mini-program says the same`() throws {
    let page = try Sample(["about.md": "# 关于\n"]).string("pages/privacy/index.wxml")
    for paragraph in PrivacyStatement.paragraphs(.simplifiedChinese) { #expect(page.contains(paragraph)) }
  }
}
