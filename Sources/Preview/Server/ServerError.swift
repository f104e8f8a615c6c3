/// Why a server cannot listen.
package enum ServerError: Error, Sendable, Equatable {
  /// The port, and those after it that were tried, are in use.
  case portTaken(host: String, port: Int, tried: Int)
  /// Ports below 1024 need a privilege.
  case portForbidden(port: Int)
  /// The machine has no such address.
  case noSuchAddress(host: String)
  /// Anything else, in the system's words.
  case system(host: String, port: Int, reason: String)
}
