internal import Diagnostics
internal import Pressroom

/// What the terminal says of each build while a preview runs.
struct RebuildReport: Sendable {
  let press: Press
  let output: OutputOptions
  /// Put before paths, so that they can be opened from where the user stands.
  let prefix: String

  /// The first build: what is wrong, and one line.
  func first(_ build: Build) { say(build, always: true) }

  /// A later one; one that changed nothing and says nothing is passed over.
  func again(_ build: Build) { say(build, always: false) }

  private func say(_ build: Build, always: Bool) {
    var reporter = Reporter(output, pathPrefix: prefix) { [press] in press.source($0) }
    reporter.print(build.diagnostics)
    let changes = build.written.count + build.removed.count
    guard !output.quiet, output.format == .text, always || changes > 0 || build.hasErrors else { return }
    output.output.write(line(build, changes, reporter.counts) + "\n")
  }

  /// `✓ 3 files changed in 0.02 s · 1 warning`
  private func line(_ build: Build, _ changes: Int, _ counts: DiagnosticCounts) -> String {
    let style = output.output.style
    let time = BuildSummary.seconds(build.statistics.seconds, in: Tongue.current)
    let outcome =
      build.hasErrors
      ? words("Not printed; what stood there stays", "没有印出，原有的输出保持不变")
      : words(
        changes == 1 ? "1 file changed in \(time)" : "\(changes) files changed in \(time)",
        "更新了 \(changes) 个文件，用时 \(time)")
    let mark = build.hasErrors ? style.paint("✗", .error) : style.paint("✓", .good)
    let found = counts.describe(in: Tongue.current)
    return mark + " " + outcome + (found.isEmpty ? "" : " · " + found)
  }

  /// Prints what stopped a build; the status to leave with, if that was the first.
  func stop(_ error: any Error) -> ExitStatus {
    var reporter = Reporter(output, pathPrefix: prefix) { [press] in press.source($0) }
    return reporter.stop(error)
  }
}
