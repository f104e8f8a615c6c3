import Diagnostics
import Manuscript

/// Makes links of `\eqref{name}` and `\ref{name}` in a tree's texts: to the formula that has the label, saying its number.
struct EquationReferences: TextMarker {
  let context: ReadingContext
  let labels: [String: FormulaReader.Label]
  /// No link stands in another one.
  let entersLinks = false

  func split(_ bytes: [UInt8], _ inline: Inline, into result: inout [Inline]) {
    var done = 0
    var position = 0
    while let start = bytes[position...].firstIndex(of: 0x5C) {
      position = start + 1
      guard let found = reference(bytes, at: start) else { continue }
      if start > done { result.append(piece(done..<start, of: bytes, inline)) }
      var words = piece(start..<found.end, of: bytes, inline)
      let place = words.range
      words.kind = .text(Text(bytes: Array(found.text.utf8)))
      let number = context.addReference(.link, target: "#" + found.anchor, range: place)
      result.append(Inline(.link(Link(reference: number), [words]), range: place))
      done = found.end
      position = found.end
    }
    if done == 0 { return result.append(inline) }
    if done < bytes.count { result.append(piece(done..<bytes.count, of: bytes, inline)) }
  }

  /// `\ref` says the number without its parentheses. A name that no formula has is kept, and reported as a place that is
  /// not there, of `\eqref` alone: `\ref` may be meant for something else.
  private func reference(_ bytes: [UInt8], at start: Int) -> (text: String, anchor: String, end: Int)? {
    for command in ["\\eqref{", "\\ref{"] where bytes[start...].starts(with: command.utf8) {
      let open = start + command.utf8.count
      let reach = min(bytes.count, open + Self.nameLimit)
      guard let close = bytes[open..<reach].firstIndex(of: 0x7D), close > open else { return nil }
      let name = String(decoding: bytes[open..<close], as: UTF8.self)
      let isPlain = command == "\\ref{"
      guard let label = labels[name] else { return isPlain ? nil : ("(???)", name, close + 1) }
      let text = isPlain && label.text.hasPrefix("(") ? String(label.text.dropFirst().dropLast()) : label.text
      return (text, label.anchor, close + 1)
    }
    return nil
  }

  /// Bytes of the longest name: bounds the search behind something that is none.
  private static let nameLimit = 200
}
