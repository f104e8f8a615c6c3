import Diagnostics
import Manuscript

@testable import Reader

/// A front matter read from a text, in a form that tests can compare at a glance.
struct FrontMatterReading {
  var fields: FrontMatter
  var bodyStart: Int
  var bytes: [UInt8]
  var diagnostics: [Diagnostic]
  var references: [Reference]

  init(_ text: String, zone: TimeZoneRule = .fixed(minutes: 480), dialect: ReadingOptions.Dialect = .offprint) {
    self.init(bytes: Array(text.utf8), zone: zone, dialect: dialect)
  }

  init(
    bytes: [UInt8], zone: TimeZoneRule = .fixed(minutes: 480), dialect: ReadingOptions.Dialect = .offprint
  ) {
    let context = ReadingContext(
      file: SourceFile(path: "content/posts/a.md", bytes: bytes),
      options: ReadingOptions(dialect: dialect, timeZone: zone))
    (fields, bodyStart) = FrontMatterParser.parse(context)
    self.bytes = bytes
    diagnostics = context.diagnostics
    references = context.references
  }

  var body: String { String(decoding: bytes[bodyStart...], as: UTF8.self) }

  /// What the author wrote in a range.
  func source(_ range: SourceRange?) -> String? {
    range.map { String(decoding: bytes[$0.bounds], as: UTF8.self) }
  }

  /// `severity code ⟦bytes⟧ arguments`, one a diagnostic.
  var reports: [String] {
    diagnostics.map { diagnostic in
      let arguments = diagnostic.arguments.joined(separator: " | ")
      return
        "\(diagnostic.severity.rawValue) \(diagnostic.code.rawValue) ⟦\(source(diagnostic.range) ?? "")⟧ \(arguments)"
    }
  }

  /// The text with the first diagnostic's fixes applied; nil when it offers none.
  var fixed: String? {
    guard let fixIts = diagnostics.first?.fixIts, !fixIts.isEmpty else { return nil }
    var result = bytes
    for fixIt in fixIts.sorted(by: { $0.range.start > $1.range.start }) {
      result.replaceSubrange(fixIt.range.bounds, with: Array(fixIt.replacement.utf8))
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// `2022-12-12 20:14:59 +480`.
func describe(_ date: ArticleDate?) -> String {
  guard let date else { return "nil" }
  let fields = date.fields
  func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
  let day = "\(fields.year)-\(two(fields.month))-\(two(fields.day))"
  let time = "\(two(fields.hour)):\(two(fields.minute)):\(two(fields.second))"
  return "\(day) \(time) \(date.offsetMinutes < 0 ? "" : "+")\(date.offsetMinutes)"
}
