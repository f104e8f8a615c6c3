/// One example of a specification file: Markdown, a line with a full stop, the HTML it must become.
struct SpecificationExample {
  var file: String
  /// Counted from 1 within the file.
  var number: Int
  /// The line of the file on which it begins.
  var line: Int
  /// Words behind `example` on the fence: the extensions it needs.
  var extensions: [String]
  var markdown: String
  var html: String

  /// Reads every example; `→` stands for a tab there.
  static func all(in text: String, file: String) -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var current: SpecificationExample?
    var isExpectation = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if var example = current {
        if line == fence {
          example.markdown.replace("→", with: "\t")
          example.html.replace("→", with: "\t")
          examples.append(example)
          current = nil
        } else if line == ".", !isExpectation {
          isExpectation = true
        } else if isExpectation {
          current?.html += line + "\n"
        } else {
          current?.markdown += line + "\n"
        }
      } else if line.hasPrefix(fence + " example") {
        let words = line.dropFirst(fence.count + 8).split(separator: " ").map(String.init)
        current = SpecificationExample(
          file: file, number: examples.count + 1, line: index + 1, extensions: words, markdown: "", html: "")
        isExpectation = false
      }
    }
    return examples
  }
}
