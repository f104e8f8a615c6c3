internal import NIOCore

/// Reads a transfer piece by piece; holds one piece at a time.
struct FilePump {
  /// Large enough to keep the system calls few, small enough for a hundred at a time.
  static let pieceSize = 64 * 1024

  enum Piece {
    case bytes(ByteBuffer)
    case end
    /// The file is shorter than it was: the promised length cannot be kept.
    case broken
  }

  private let transfer: FileTransfer
  private var part = 0
  private var sent = 0
  private var isPrefixSent = false
  private var isSuffixSent = false

  init(_ transfer: FileTransfer) { self.transfer = transfer }

  mutating func next(_ allocator: ByteBufferAllocator) -> Piece {
    while part < transfer.parts.count {
      let current = transfer.parts[part]
      if !isPrefixSent {
        isPrefixSent = true
        if !current.prefix.isEmpty { return .bytes(ByteBuffer(bytes: current.prefix)) }
      }
      let count = min(Self.pieceSize, current.count - sent)
      guard count > 0 else {
        part += 1
        sent = 0
        isPrefixSent = false
        continue
      }
      var buffer = allocator.buffer(capacity: count)
      let read = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { bytes in
        transfer.file.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<count]), at: current.offset + sent)
          ?? 0
      }
      guard read > 0 else { return .broken }
      sent += read
      return .bytes(buffer)
    }
    if !isSuffixSent, !transfer.suffix.isEmpty {
      isSuffixSent = true
      return .bytes(ByteBuffer(bytes: transfer.suffix))
    }
    return .end
  }
}
