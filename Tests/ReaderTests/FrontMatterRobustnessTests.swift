import Diagnostics
import Manuscript
import Testing

@testable import Reader

/// Whatever the bytes, reading ends, the body lies in the file and every report points into it.
@Suite struct FrontMatterRobustnessTests {
  static let samples = [
    "\u{FEFF}---\r\ntitle: &a \"中文: \\u4e2d\"\r\nauthors: [{name: *a, url: 'https://e.com'}, 乙]\r\ndate: 2022-12-12 20:14:59 +0800\r\n"
      + "tags:\r\n  - C#\r\n  - |\r\n    x\r\n    y\r\nimage: {path: /a.png, alt: >-\r\n  x}\r\n# 注\r\n...\r\n正文",
    "+++\ntitle = \"\"\"\\\n  中\\u4e2d\"\"\"\ndate = 1979-05-27 07:32:00.5Z\n[image]\npath = 'a'\n[[authors]]\nname.\"first\" = 'x'\n"
      + "tags = [ 'a', # c\n {b = 1}, ]\n+++\nbody",
    "{\n \"title\": \"中\\ud83d\\ude00\", \"tags\": [1.5e3, -0, true, null, {\"a\": []}],\n \"date\": \"2022-12-12\"\n}\nbody",
  ]

  private func check(_ bytes: [UInt8]) {
    let reading = FrontMatterReading(bytes: bytes)
    #expect(reading.bodyStart <= bytes.count)
    for diagnostic in reading.diagnostics {
      let range = diagnostic.range
      #expect(range != nil && Int(range?.end ?? 0) <= bytes.count, "\(diagnostic) in \(bytes)")
      for fixIt in diagnostic.fixIts { #expect(Int(fixIt.range.end) <= bytes.count) }
    }
    for range in reading.fields.ranges.values { #expect(Int(range.end) <= bytes.count) }
  }

  @Test(arguments: samples) func everyPrefix(sample: String) {
    let bytes = Array(sample.utf8)
    #expect(FrontMatterReading(bytes: bytes).fields.title != nil)
    for count in 0...bytes.count {
      check(Array(bytes[..<count]))
      check(Array(bytes[..<count]) + Array("\n---\nx".utf8))
    }
  }

  @Test(arguments: samples) func everyByteChanged(sample: String) {
    let bytes = Array(sample.utf8)
    for index in bytes.indices {
      for byte: UInt8 in [0, 9, 10, 0x22, 0x2D, 0x3A, 0x5B, 0x7D, 0x80, 0xE4, 0xFF] {
        var changed = bytes
        changed[index] = byte
        check(changed)
      }
    }
  }

  @Test func randomBytes() {
    var random = SplitMix64(state: 20_221_212)
    let alphabet = Array("ab:-[]{},\"'\\#&*!|>%@ \t\n\r中=+.0".utf8)
    for round in 0..<3000 {
      let start = [Array("---\n".utf8), Array("+++\n".utf8), Array("{\"".utf8), []][round % 4]
      let count = Int(random.next() % 120)
      var bytes = start
      for _ in 0..<count {
        let value = random.next()
        bytes.append(round % 3 == 0 ? UInt8(truncatingIfNeeded: value) : alphabet[Int(value % UInt64(alphabet.count))])
      }
      check(bytes + (round % 2 == 0 ? Array("\n---\n".utf8) : Array("\n+++\n".utf8)))
    }
  }
}

/// A small generator with a seed, so that a failure comes back.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
