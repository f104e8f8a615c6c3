/// What Graphviz says of a graph that it cannot read.
///
/// `Error: <stdin>: syntax error in line 3 near '->'` is its form since version 2.30; the column it never tells.
struct GraphvizWords: Equatable {
  /// 1-based; nil where it names none.
  var line: Int?
  /// The text at which it stopped, as it stands in the source; empty at the end of the source.
  var near: String
  /// Its first complaint, without what differs from run to run.
  var reason: String

  init(_ text: String) {
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let complaint = lines.first { $0.hasPrefix("Error:") } ?? lines.first { !$0.hasPrefix("Warning:") } ?? ""
    var said = complaint.hasPrefix("Error:") ? complaint.dropFirst("Error:".count).drop { $0 == " " } : complaint
    if said.hasPrefix("<stdin>:") { said = said.dropFirst("<stdin>:".count).drop { $0 == " " } }
    while said.last == " " { said.removeLast() }
    reason = String(said.prefix(200))
    near = ""
    if said.hasPrefix("syntax error"), let mark = said.firstRange(of: " in line ") {
      let rest = said[mark.upperBound...]
      line = Int(rest.prefix { $0.isNumber })
      if let quote = rest.firstRange(of: "near '"), rest.hasSuffix("'") {
        near = String(rest[quote.upperBound...].dropLast())
      }
    }
  }
}
