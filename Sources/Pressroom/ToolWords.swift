/// What an image tool wrote to its error stream, without what differs from run to run.
struct ToolWords {
  /// The first line that is no warning of a library; nil when there is none.
  let reason: String?
  /// The warning that the file ends too early, if any. The tool ends well all the same and delivers half an image.
  let truncation: String?

  /// Words of the decoders (libjpeg, spng, libpng) for a file that is cut off.
  private static let signs = ["Premature end", "not enough data", "Read Error", "unexpected end"]

  init(_ text: String, of command: String) {
    let lines = text.split(separator: "\n").map { Self.bare($0, command) }
    reason = lines.first { !$0.isWarning }?.text
    truncation = lines.first { line in Self.signs.contains { line.text.contains($0) } }?.text
  }

  /// A line without the command's name, or without GLib's `(name:PID): DOMAIN-WARNING **: HH:MM:SS.mmm: `.
  private static func bare(_ line: Substring, _ command: String) -> (text: String, isWarning: Bool) {
    if let mark = line.firstRange(of: " **: ") {
      let said = line[mark.upperBound...]
      return (String(said.firstRange(of: ": ").map { said[$0.upperBound...] } ?? said), true)
    }
    let prefix = command + ": "
    return (String(line.hasPrefix(prefix) ? line.dropFirst(prefix.count) : line), false)
  }
}
