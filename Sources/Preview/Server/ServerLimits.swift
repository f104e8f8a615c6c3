/// What one client may cost. Every limit is far above what browsers do and far below what hurts.
package struct ServerLimits: Sendable {
  /// Bytes of all fields of a request.
  package var longestHead = 32 * 1024
  /// Bytes of one field.
  package var longestField = 16 * 1024
  package var mostFields = 100
  /// Bytes of the body of a POST to a route of ours.
  package var longestBody = 64 * 1024
  package var mostConnections = 2_048
  /// Connections from one address that is not loopback.
  package var mostConnectionsPerPeer = 256
  /// Concurrent streams of one HTTP/2 connection.
  package var mostStreams = 128
  /// From the first byte of a handshake, of a head or of a body to its last.
  package var secondsForPart = 10
  /// A connection without a request is closed after this.
  package var secondsIdle = 60
  /// A response that nobody reads is given up after this.
  package var secondsStalled = 120
  /// How long a stop waits for responses under way.
  package var secondsForFarewell = 2

  package init() {}
}
