internal import Diagnostics

/// What the process leaves behind; part of the interface (scripts and CI rely on it).
enum ExitStatus: Int32, Error, Sendable {
  case success = 0
  /// The author's errors: nothing was delivered.
  case authorErrors = 1
  /// Called wrongly, or where there is no source folder.
  case usage = 2
  /// The machine: disk, permissions, another build.
  case machine = 3

  /// The status for a diagnostic that stopped everything.
  init(stoppedBy diagnostic: Diagnostic) {
    switch diagnostic.code {
    case .sourceMissing, .alreadyExists: self = .usage
    case _: self = .machine
    }
  }
}
