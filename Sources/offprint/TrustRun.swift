internal import Diagnostics
internal import Glibc
internal import Pressroom
internal import Preview
internal import Subprocess

/// Puts the local authority into lists of trust and takes it out, one visible command at a time.
struct TrustRun {
  var store: AuthorityStore
  var authority: LocalAuthority
  var output: OutputOptions
  var isDry = false

  /// The user's store; prints what is wrong where there can be none.
  static func store(_ output: OutputOptions) throws -> AuthorityStore {
    do {
      return try LocalCertificates.store()
    } catch {
      var reporter = Reporter(output)
      throw reporter.stop(error.pressError)
    }
  }

  /// The name under which lists show it.
  private var name: String { authority.name }

  func stores(withSystem: Bool) -> [TrustStore] {
    let home = Environment.value("HOME") ?? ""
    let user = TrustStore.ofUser(home: home, exists: { access($0, F_OK) == 0 }, list: { FilePlace.names(in: $0) })
    return user + (withSystem ? [.system] : [])
  }

  func isTrusted(_ store: TrustStore) async -> Bool {
    if let command = store.inspection(name: name) { return await run(command, shows: false) == 0 }
    return access(store.systemFile(name), F_OK) == 0
  }

  func trust(withSystem: Bool) async throws {
    for store in stores(withSystem: withSystem) {
      if await isTrusted(store) {
        say(words("Already there: \(store.folder)", "已经在里面：\(store.folder)"))
        continue
      }
      let isNew = store.kind == .nss && access(store.folder + "/cert9.db", F_OK) != 0
      try await run(store.installation(name: name, certificate: self.store.rootPath, isNew: isNew), in: store)
    }
  }

  func untrust() async throws {
    for store in stores(withSystem: true) where await isTrusted(store) {
      try await run(store.removal(name: name), in: store)
    }
  }

  private func run(_ commands: [[String]], in store: TrustStore) async throws {
    if store.kind == .system, geteuid() != 0 {
      say(words("As root, run yourself:", "请用 root 身份自己执行："))
      for command in commands { say("  " + Self.shown(command)) }
      return
    }
    for command in commands {
      say("$ " + Self.shown(command))
      if isDry { continue }
      let status = await run(command, shows: true)
      if status == nil {
        var reporter = Reporter(output)
        throw reporter.stop(
          PressError(
            Diagnostic(
              .toolMissing, severity: .error, path: "", arguments: [command[0], Self.package(command[0]), "1"])))
      }
      if status != 0 { throw ExitStatus.machine }
    }
  }

  /// The status it left with; nil where there is no such program.
  private func run(_ command: [String], shows: Bool) async -> Int32? {
    let result = try? await Subprocess.run(
      .name(command[0]), arguments: Arguments(Array(command.dropFirst())), input: .none,
      output: .discarded, error: .string(limit: 65_536))
    guard let result else { return nil }
    if shows, !result.terminationStatus.isSuccess { output.errors.write(PrintableText.safe(result.standardError)) }
    switch result.terminationStatus {
    case .exited(let code): return code
    case .signaled(let code): return 128 + code
    }
  }

  private func say(_ line: String) {
    if !output.quiet { output.output.write(PrintableText.safe(line) + "\n") }
  }

  private static func package(_ program: String) -> String {
    program == "certutil" ? "libnss3-tools" : "ca-certificates"
  }

  /// As one would type it.
  private static func shown(_ command: [String]) -> String {
    command.map { word in
      let isPlain = word.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || (UInt8(ascii: "+")...UInt8(ascii: ":")).contains(byte)
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "=")
      }
      return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }.joined(separator: " ")
  }
}
