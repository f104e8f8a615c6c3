import Foundation
import Highlighting
import TestSupport

/// How far our classes and those of Pygments say the same of one sample.
struct Agreement {
  private(set) var same = 0
  private(set) var different = 0
  private var disagreements: [String: Int] = [:]

  private struct Oracle: Decodable {
    let runs: [Run]

    struct Run: Decodable {
      let type: String
      let count: Int

      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        type = try container.decode(String.self)
        count = try container.decode(Int.self)
      }
    }
  }

  /// nil when Pygments has no lexer for the language.
  init?(_ sample: Sample) throws {
    guard let data = Fixtures.bytes(sample.folder.appending(path: "pygments.json")) else { return nil }
    let oracle = try JSONDecoder().decode(Oracle.self, from: Data(data))
    let kinds = sample.tokens.flatMap { Array(repeating: $0.kind, count: Int($0.count)) }
    var position = 0
    for run in oracle.runs {
      let accepted = PygmentsMapping.classes(run.type, language: sample.language)
      for index in position..<min(position + run.count, kinds.count) {
        let byte = sample.source[index]
        // One vote per character; blanks have no colour.
        guard let accepted, byte > 0x20, byte & 0xC0 != 0x80 else { continue }
        if accepted.contains(kinds[index]) {
          same += 1
        } else {
          different += 1
          let text = String(decoding: sample.source[position..<min(position + run.count, kinds.count)], as: UTF8.self)
          disagreements["\(run.type), not \(kinds[index]): \(text.prefix(40))", default: 0] += 1
        }
      }
      position += run.count
    }
  }

  /// Agreement in tenths of a percent, rounded down.
  var tenths: Int { same + different == 0 ? 0 : same * 1000 / (same + different) }

  var report: String {
    disagreements.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(20)
      .map { "  \($0.value) \($0.key)" }.joined(separator: "\n")
  }
}
