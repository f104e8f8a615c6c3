internal import Glibc
internal import Subprocess

/// Runs programs of the system, each with a time limit; none gets anything to read.
enum ChildProcess {
  struct Outcome: Sendable {
    /// nil when a signal ended it.
    var status: Int?
    var output: [UInt8]
    var errors: String
  }

  /// - Parameters:
  ///   - program: a name, looked up in `PATH`.
  ///   - seconds: how long it may take; after that it is ended.
  ///   - limit: bytes of its output that are kept; more is an error.
  /// - Returns: nil when it could not be started, took too long or said too much.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:], seconds: Int,
    limit: Int = 1 << 20
  ) async -> Outcome? {
    var settings: [Environment.Key: String?] = [:]
    for (name, value) in environment { settings[Environment.Key(stringLiteral: name)] = value }
    let inherited = Environment.inherit.updating(settings)
    return await limited(seconds) {
      do {
        let result = try await Subprocess.run(
          .name(program), arguments: .init(arguments), environment: inherited, output: .bytes(limit: limit),
          error: .string(limit: 65536))
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
