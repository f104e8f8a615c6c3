import CLibYAML
import Diagnostics

/// Turns libyaml's errors into words that authors understand, at the bytes they are about.
enum YAMLProblem {
  static let controlCharacters = "control characters are not allowed"

  /// The error that a parser stopped at.
  static func problem(of parser: yaml_parser_t, offsets: YAMLCharacterOffsets) -> DataProblem {
    let words = parser.problem.map { String(cString: $0) } ?? ""
    if parser.error == YAML_READER_ERROR {
      // Its offset counts bytes, but the text may be a repaired copy: both agree up to the first repair.
      let start = min(offsets.byte(of: 0) + parser.problem_offset, offsets.end)
      return DataProblem(kind: .syntax(word(for: words)), range: SourceRange(start..<min(start + 1, offsets.end)))
    }
    let index = parser.problem_mark.index
    let start = offsets.byte(of: index)
    var range = SourceRange(start..<max(start, offsets.byte(of: index + 1)))
    let context = parser.context_mark.index
    let opening = SourceRange(offsets.byte(of: context)..<offsets.byte(of: context + 1))
    let word = word(for: words)
    // What was never closed is seen only at the end; the author wants its beginning.
    if word == "yaml-unclosed-quote" { range = opening }
    return DataProblem(kind: .syntax(word), range: range, opening: word == "yaml-unclosed-bracket" ? opening : nil)
  }

  /// A word of `Vocabulary` for the errors that authors meet, libyaml's own words for the rest.
  private static func word(for problem: String) -> String {
    switch problem {
    case "mapping values are not allowed in this context": "yaml-colon"
    case "found character that cannot start any token": "yaml-reserved-character"
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      "yaml-tab"
    case "found unexpected end of stream", "found unexpected document indicator": "yaml-unclosed-quote"
    case "did not find expected key", "did not find expected '-' indicator", "could not find expected ':'",
      "block sequence entries are not allowed in this context":
      "yaml-indentation"
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'", "did not find expected node content":
      "yaml-unclosed-bracket"
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      "yaml-escape"
    case controlCharacters: "control-character"
    default: problem
    }
  }
}

/// Looks again at the line of a YAML error for one of the three slips behind most of them, and offers the cure.
///
/// A full-width colon after a key, a tab as indentation, an unquoted value with a colon or a reserved first character.
struct YAMLRepair {
  let file: [UInt8]
  /// The YAML part of the file.
  let part: Range<Int>

  func refined(_ problem: DataProblem) -> DataProblem {
    guard case .syntax(let word) = problem.kind, !part.isEmpty else { return problem }
    if let colon = fullWidthColon {
      var refined = DataProblem(kind: .syntax("yaml-full-width-colon"), range: colon)
      refined.fixIts = [Diagnostic.FixIt(range: colon, replacement: needsBlank(after: colon) ? ": " : ":")]
      return refined
    }
    var refined = problem
    let at = min(max(Int(problem.range.start), part.lowerBound), part.upperBound - 1)
    switch word {
    case "yaml-tab" where file[at] == UInt8(ascii: "\t"),
      "yaml-reserved-character" where file[at] == UInt8(ascii: "\t"):
      refined.kind = .syntax("yaml-tab")
      refined.fixIts = [Diagnostic.FixIt(range: SourceRange(at..<at + 1), replacement: "  ")]
    case "yaml-colon", "yaml-reserved-character":
      if let fixIt = quoting(at: at) {
        refined.fixIts = [fixIt]
        refined.range = fixIt.range
      }
    case "yaml-unclosed-bracket":
      if let opening = problem.opening, isBehindList(Int(problem.range.start)) { refined.range = opening }
    default: break
    }
    return refined
  }

  /// Whether a list without its bracket was meant to end on a line above this place: the text is over, or this is the
  /// colon of the next key.
  private func isBehindList(_ offset: Int) -> Bool {
    guard offset < part.upperBound else { return true }
    let line = file[part.lowerBound..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? part.lowerBound
    return file[offset] == UInt8(ascii: ":") && line < offset && file[line..<offset].allSatisfy(\.isKeyCharacter)
  }

  /// The first `：` that stands where a key's colon should.
  private var fullWidthColon: SourceRange? {
    var start = part.lowerBound
    while start < part.upperBound {
      let end = file[start..<part.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? part.upperBound
      let name = file[start..<end].prefix { $0.isKeyCharacter }
      if !name.isEmpty, file[name.endIndex..<end].starts(with: [0xEF, 0xBC, 0x9A]) {
        return SourceRange(name.endIndex..<name.endIndex + 3)
      }
      start = end + 1
    }
    return nil
  }

  private func needsBlank(after range: SourceRange) -> Bool {
    let next = Int(range.end)
    return next < part.upperBound && !file[next].isBlankOrLineEnd
  }

  /// Puts the value on the line of an offset between quotation marks; nil where that is not all it takes.
  private func quoting(at offset: Int) -> Diagnostic.FixIt? {
    let before = file[part.lowerBound..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? part.lowerBound
    let line = before..<(file[offset..<part.upperBound].firstIndex { $0 == 10 || $0 == 13 } ?? part.upperBound)
    guard var start = valueStart(in: line) else { return nil }
    while start < line.upperBound, file[start].isBlankOrLineEnd { start += 1 }
    var end = line.upperBound
    while end > start, file[end - 1].isBlankOrLineEnd { end -= 1 }
    guard start < end, start <= offset, !#""'[{|>&*!"#.utf8.contains(file[start]) else { return nil }
    let value = file[start..<end]
    let quote: UInt8 = value.contains(UInt8(ascii: "\"")) || value.contains(UInt8(ascii: "\\")) ? 0x27 : 0x22
    guard !value.contains(quote) else { return nil }
    let replacement = String(decoding: [quote] + value + [quote], as: UTF8.self)
    return Diagnostic.FixIt(range: SourceRange(start..<end), replacement: replacement)
  }

  /// Behind the first `: ` of a line, or behind the dash of a list item without one before it.
  private func valueStart(in line: Range<Int>) -> Int? {
    var index = line.lowerBound
    while index < line.upperBound, file[index].isBlankOrLineEnd { index += 1 }
    if index + 1 < line.upperBound, file[index] == UInt8(ascii: "-"), file[index + 1] == 0x20 { return index + 2 }
    while index + 1 < line.upperBound {
      if file[index] == UInt8(ascii: ":"), file[index + 1].isBlankOrLineEnd { return index + 1 }
      index += 1
    }
    return nil
  }
}

extension UInt8 {
  /// Letters, digits, `-` and `_`: what keys are made of.
  var isKeyCharacter: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  /// Blank, tab, carriage return or line feed.
  var isBlankOrLineEnd: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
}
