import Foundation
import TestSupport
import Testing

@testable import Typesetting

@Suite struct JSONPrinterTests {
  @Test func `Keys keep their order and commas stand between`() {
    var json = JSONPrinter()
    json.object { json in
      json.field("b", "x")
      json.array("a") { json in
        json.number(-1)
        json.bool(true)
        json.array { _ in }
        json.object { $0.field("n", 2) }
      }
      json.field("c", false)
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"b":"x","a":[-1,true,[],{"n":2}],"c":false}"#)
  }

  @Test func `Random strings read back, and hold nothing that JavaScript would end a line at`() throws {
    var random = Randomness(seed: 2)
    for round in 0..<2000 {
      let text = random.text(pieces: round % 9)
      var json = JSONPrinter()
      json.array { $0.string(text) }
      let decoded = try JSONDecoder().decode([String].self, from: Data(json.bytes))
      #expect(Array(decoded[0].unicodeScalars) == Array(text.unicodeScalars))
      #expect(!json.bytes.contains { $0 < 0x20 })
      let printed = String(decoding: json.bytes, as: UTF8.self).unicodeScalars
      #expect(!printed.contains("\u{2028}") && !printed.contains("\u{2029}"))
    }
  }
}
