import Testing

@testable import Pressroom

/// As vipsthumbnail 8.14 says it.
struct ToolWordsTests {
  @Test func warningsLoseTimesAndProcesses() {
    let words = ToolWords(
      "\n(vipsthumbnail:22828): VIPS-WARNING **: 21:46:08.167: read gave 2 warnings\n\n"
        + "(vipsthumbnail:22828): VIPS-WARNING **: 21:46:08.167: VipsJpeg: Premature end of JPEG file\n",
      of: "vipsthumbnail")
    #expect(words.reason == nil)
    #expect(words.truncation == "VipsJpeg: Premature end of JPEG file")
    let cut = ToolWords("\n(v:1): VIPS-WARNING **: 21:45:37.031: not enough data\n", of: "v")
    #expect(cut.truncation == "not enough data")
  }

  @Test func failuresAreSaidWithoutTheName() {
    let words = ToolWords(
      "(v:1): VIPS-WARNING **: 1: IEND: out of place\nvipsthumbnail: unable to thumbnail a.in\npngload: x\n",
      of: "vipsthumbnail")
    #expect(words.reason == "unable to thumbnail a.in" && words.truncation == nil)
    #expect(ToolWords("", of: "v").reason == nil && ToolWords("", of: "v").truncation == nil)
  }
}
