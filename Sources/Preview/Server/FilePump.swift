internal import NIOCore

/// Reads a transfer, or bytes of the cache, piece by piece; holds one piece at a time.
struct FilePump {
  /// Large enough to keep the system calls few, small enough for a hundred at a time: TLS keeps a buffer as large as the
  /// largest piece for as long as a connection lives.
  static let pieceSize = 32 * 1024
  enum Piece {
    case bytes(ByteBuffer)
    case end
    /// The file is shorter than it was: the promised length cannot be kept.
    case broken
  }

  /// nil: `memory` is sent.
  private var transfer: FileTransfer?
  private var memory = ByteBuffer()
  private var part = 0
  private var sent = 0
  private var isPrefixSent = false
  private var isSuffixSent = false
  /// Memory for the next piece, used again once the last one has gone out.
  private var buffer = ByteBuffer()

  init(_ transfer: FileTransfer) { self.transfer = transfer }

  init(_ bytes: ByteBuffer) { memory = bytes }

  mutating func next() -> Piece {
    guard let transfer else {
      let count = min(Self.pieceSize, memory.readableBytes)
      guard count > 0, let slice = memory.readSlice(length: count) else { return .end }
      return .bytes(slice)
    }
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
      buffer.clear(minimumCapacity: count)
      let (file, sent) = (transfer.file, sent)
      let read = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { bytes in
        file.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<count]), at: current.offset + sent)
          ?? 0
      }
      guard read > 0 else { return .broken }
      self.sent += read
      return .bytes(buffer)
    }
    if !isSuffixSent, !transfer.suffix.isEmpty {
      isSuffixSent = true
      return .bytes(ByteBuffer(bytes: transfer.suffix))
    }
    return .end
  }
}
