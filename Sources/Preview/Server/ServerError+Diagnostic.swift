package import Diagnostics

extension ServerError {
  /// What the command prints.
  package var diagnostic: Diagnostic {
    switch self {
    case .portTaken(let host, let port, let tried):
      Diagnostic(.portTaken, path: "", arguments: [host, "\(port)", "\(tried)"])
    case .portForbidden(let port):
      Diagnostic(.addressUnavailable, path: "", arguments: ["localhost", "\(port)", "privileged-port"])
    case .noSuchAddress(let host): Diagnostic(.addressUnavailable, path: "", arguments: [host, "", "not-our-address"])
    case .system(let host, let port, let reason):
      Diagnostic(.addressUnavailable, path: "", arguments: [host, "\(port)", reason])
    }
  }
}
