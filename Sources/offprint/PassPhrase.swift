internal import Glibc

/// The pass phrase of an encrypted key: from the environment or from the terminal, never from the command line, which
/// every user of the machine can read.
enum PassPhrase {
  static let variable = "OFFPRINT_KEY_PASSPHRASE"

  /// nil where there is neither the variable nor a terminal, or nothing was typed.
  @Sendable static func find(file: String) -> String? {
    if let phrase = Environment.value(variable) { return phrase }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    let console = Console(descriptor: terminal, color: .never)
    console.write(words("Pass phrase of \(file): ", "\(file) 的口令："))
    let phrase = withoutEcho(terminal) { readLine(terminal) }
    console.write("\n")
    return phrase.isEmpty ? nil : phrase
  }

  private static func withoutEcho<Result>(_ terminal: Int32, _ body: () -> Result) -> Result {
    var former = termios()
    guard tcgetattr(terminal, &former) == 0 else { return body() }
    var silent = former
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer { tcsetattr(terminal, TCSAFLUSH, &former) }
    return body()
  }

  private static func readLine(_ terminal: Int32) -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while read(terminal, &byte, 1) == 1, byte != UInt8(ascii: "\n"), bytes.count < 1_024 { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
