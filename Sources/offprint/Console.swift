internal import Diagnostics
internal import Glibc

/// One of the two streams of the process, and how to write to it.
struct Console: Sendable {
  let descriptor: Int32
  let style: TerminalStyle

  enum ColorChoice: String, CaseIterable, Sendable { case auto, always, never }

  /// Colours: as told; `auto` means on a terminal that can, unless `NO_COLOR` (no-color.org) is set.
  init(descriptor: Int32, color: ColorChoice) {
    self.descriptor = descriptor
    let isColored =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        isatty(descriptor) == 1 && (Environment.value("NO_COLOR") ?? "").isEmpty && Environment.value("TERM") != "dumb"
      }
    style = TerminalStyle(isColored: isColored)
  }

  static func output(color: ColorChoice) -> Console { Console(descriptor: STDOUT_FILENO, color: color) }
  static func errors(color: ColorChoice) -> Console { Console(descriptor: STDERR_FILENO, color: color) }

  /// Whether a line can be rewritten here.
  var isTerminal: Bool { isatty(descriptor) == 1 && Environment.value("TERM") != "dumb" }

  /// Columns: those of the terminal, else `COLUMNS`, else 100; at most 160, beyond which nobody reads.
  var width: Int {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return min(160, Int(size.ws_col)) }
    if let columns = Environment.value("COLUMNS").flatMap({ Int($0) }), columns > 0 { return min(160, columns) }
    return 100
  }

  /// Writes all of it; a stream that was closed is nobody's trouble.
  func write(_ text: String) { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count > 0 {
          written += count
        } else if count < 0, errno == EINTR {
          continue
        } else {
          return
        }
      }
    }
  }
}
