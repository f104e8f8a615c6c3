internal import Diagnostics

/// Text broken into lines for a terminal.
enum TextWrap {
  /// Breaks at blanks, and between Chinese characters; a line never begins with closing punctuation.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let columns = DisplayWidth.of(piece)
      let mayBegin = !(piece.first.map { "，。、；：？！）”》」…,.;:?!)".contains($0) } ?? false)
      if used + columns > width, used > 0, mayBegin {
        lines.append(trimmed(line))
        line = ""
        used = 0
        if piece == " " { continue }
      }
      line += piece
      used += columns
    }
    let last = trimmed(line)
    return last.isEmpty ? lines : lines + [last]
  }

  /// Words, blanks, and single wide characters.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in text {
      if character == " " || DisplayWidth.of(character) == 2 {
        if !word.isEmpty { pieces.append(word) }
        word = ""
        pieces.append(String(character))
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? pieces : pieces + [word]
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
