internal import Glibc
internal import Subprocess

/// Runs programs of the system, each with a time limit.
enum ChildProcess {
  struct Outcome: Sendable {
    /// nil when a signal ended it.
    var status: Int?
    var output: [UInt8]
    var errors: String
  }

  /// Writing to a program that ended before it read everything would end this process too (SIGPIPE). Once for all: the
  /// disposition is the process's, and those of children are reset where they are started.
  private static let brokenPipesAreErrors: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  /// Looks a program up in `PATH`.
  static func find(_ name: String) -> String? {
    let paths = getenv("PATH").map { String(cString: $0) } ?? ""
    for folder in paths.split(separator: ":") {
      let candidate = folder + "/" + name
      if access(String(candidate), X_OK) == 0, FileSystem.stamp(String(candidate)) != nil { return String(candidate) }
    }
    return nil
  }

  /// - Parameters:
  ///   - program: a name, looked up in `PATH`.
  ///   - input: what it can read.
  ///   - seconds: how long it may take; after that it is ended.
  ///   - memory: kilobytes of address space that it may take; 0 for no limit. Where the system knows no such limit, the
  ///     time still ends it.
  ///   - limit: bytes of its output that are kept; more is an error.
  /// - Returns: nil when it could not be started, took too long or said too much.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [],
    seconds: Int, memory: Int = 0, limit: Int = 1 << 20
  ) async -> Outcome? {
    var settings: [Environment.Key: String?] = [:]
    for (name, value) in environment { settings[Environment.Key(stringLiteral: name)] = value }
    var (program, arguments) = (program, arguments)
    if memory > 0 {
      // The shell sets the limits and becomes the program; it is found even where the search path holds that alone.
      let script = "ulimit -v \(memory) 2>/dev/null; ulimit -t \(seconds) 2>/dev/null; exec \"$0\" \"$@\""
      (program, arguments) = ("sh", ["-c", script, program] + arguments)
      settings["PATH"] = (getenv("PATH").map { String(cString: $0) + ":" } ?? "") + "/bin:/usr/bin"
    }
    let inherited = Environment.inherit.updating(settings)
    let (command, words) = (program, arguments)
    _ = brokenPipesAreErrors
    return await limited(seconds) {
      do {
        let result = try await Subprocess.run(
          .name(command), arguments: .init(words), environment: inherited, input: .inputWriter,
          output: .bytes(limit: limit),
          error: .string(limit: 65536)
        ) { execution in
          // A program that has seen enough closes its input; what it says of that is what counts.
          _ = try? await execution.standardInputWriter.write(input)
          try? await execution.standardInputWriter.finish()
        }
        guard case .exited(let code) = result.terminationStatus else {
          return Outcome(status: nil, output: [], errors: result.standardError)
        }
        return Outcome(status: Int(code), output: result.standardOutput, errors: result.standardError)
      } catch { return nil }
    }
  }

  /// Hands what a program prints to `consume`, piece by piece, until that returns false; the program is ended then.
  ///
  /// - Returns: nil when it could not be started or took too long; else whether it ended well or was ended here.
  static func stream(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], seconds: Int,
    _ consume: @escaping @Sendable (UnsafeRawBufferPointer) -> Bool
  ) async -> Bool? {
    var settings: [Environment.Key: String?] = [:]
    for (name, value) in environment { settings[Environment.Key(stringLiteral: name)] = value }
    let inherited = Environment.inherit.updating(settings)
    return await limited(seconds) {
      do {
        let result = try await Subprocess.run(
          .name(program), arguments: .init(arguments), environment: inherited, input: .none, output: .sequence,
          error: .discarded
        ) { execution in
          for try await buffer in execution.standardOutput {
            if !buffer.withUnsafeBytes({ consume($0) }) {
              try? execution.send(signal: .terminate)
              return true
            }
          }
          return false
        }
        if result.closureResult { return true }
        if case .exited(0) = result.terminationStatus { return true }
        return false
      } catch { return nil }
    }
  }

  private static func limited<Value: Sendable>(
    _ seconds: Int, _ work: @escaping @Sendable () async -> Value?
  ) async -> Value? {
    await withTaskGroup(of: Value?.self) { group in
      group.addTask { await work() }
      group.addTask {
        try? await Task.sleep(for: .seconds(seconds))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}
