internal import Subprocess

/// The user's browser.
enum Browser {
  /// Opens an address in it; nothing happens where the system has no way to.
  static func open(_ address: String) async {
    let command = Environment.value("BROWSER").flatMap { $0.isEmpty || $0.contains(" ") ? nil : $0 } ?? "xdg-open"
    // By `env`, which takes names and paths alike; this library's own search knows names only.
    _ = try? await Subprocess.run(
      .name("env"), arguments: [command, address], input: .none, output: .discarded, error: .discarded)
  }
}
