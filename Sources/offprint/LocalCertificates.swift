internal import Diagnostics
internal import Pressroom
internal import Preview

/// The local authority of this user.
enum LocalCertificates {
  /// Throws where there is no place to keep it.
  static func store() throws(StateError) -> AuthorityStore {
    guard let folder = StateFolder.standard(environment: Environment.value) else {
      throw StateError(path: "~/.local/state/offprint", reason: "HOME")
    }
    return AuthorityStore(folder: folder)
  }

  /// What tells it from those of other machines.
  static var label: String { LocalNetwork.name() ?? "localhost" }
}

extension StateError {
  /// The same as a diagnostic.
  var pressError: PressError { PressError(Diagnostic(.unwritableOutput, path: "", arguments: [path, reason])) }
}
