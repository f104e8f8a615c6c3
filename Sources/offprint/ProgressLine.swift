internal import Diagnostics
internal import Glibc
internal import Pressroom
internal import Synchronization

/// One line on a terminal that says how far the press is; appears only when a build takes longer than half a second.
final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var isOver = false
    var lastDrawn: ContinuousClock.Instant?
  }

  private let console: Console
  private let language: Language
  private let begin = ContinuousClock.now
  private let state = Mutex(State())

  /// nil where a line cannot be rewritten.
  init?(_ console: Console, language: Language) {
    guard console.isTerminal else { return nil }
    self.console = console
    self.language = language
  }

  /// Draws, at most twenty times a second.
  func show(_ progress: Press.Progress) {
    state.withLock { state in
      let now = ContinuousClock.now
      if state.isOver || now - begin < .milliseconds(500) { return }
      if let last = state.lastDrawn, now - last < .milliseconds(50) { return }
      state.lastDrawn = now
      state.isShown = true
      console.write("\r\u{1B}[K" + Self.text(progress, language: language, style: console.style, width: console.width))
    }
  }

  /// Takes the line away for good.
  func clear() {
    state.withLock { state in
      if state.isShown { console.write("\r\u{1B}[K") }
      state.isOver = true
    }
  }

  /// `Writing ━━━━━━──── 120/300`, never wider than the terminal.
  static func text(_ progress: Press.Progress, language: Language, style: TerminalStyle, width: Int) -> String {
    let name =
      switch progress.stage {
      case .reading: words("Reading", "读取", in: language)
      case .images: words("Images", "处理图片", in: language)
      case .writing: words("Writing", "排印", in: language)
      case .delivering: words("Delivering", "交付", in: language)
      }
    let count = progress.total > 0 ? " \(progress.done)/\(progress.total)" : ""
    let room = min(24, width - DisplayWidth.of(name) - count.count - 2)
    guard progress.total > 0, room >= 4 else {
      return DisplayWidth.of(name) + count.count < width ? name + count : name
    }
    let done = min(room, room * max(0, progress.done) / progress.total)
    return name + " " + style.paint(String(repeating: "━", count: done), .good)
      + style.paint(String(repeating: "─", count: room - done), .faint) + count
  }
}
