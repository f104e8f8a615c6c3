internal import NIOCore

/// A response on its way.
struct OutgoingResponse {
  var status = 0
  /// Bytes of the body so far.
  var bytes = 0
  let start = NIODeadline.now()
  /// What makes the response, or feeds its stream; cancelled when the client goes.
  var task: Task<Void, Never>?
  /// The file that is being sent.
  var pump: FilePump?
  /// A stream's writer that waits for the client to read.
  var writer: CheckedContinuation<Void, any Error>?
  /// Whether the guard counts it among the streams.
  var isStream = false
}
