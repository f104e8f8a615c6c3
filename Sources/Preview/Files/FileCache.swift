internal import Crypto
internal import Glibc
internal import NIOConcurrencyHelpers
internal import NIOCore

/// Small files as they were last read, by path; an entry counts only while the file's identity is the same.
///
/// Two generations: when the young one is full it becomes the old one and the old one goes. What is asked for stays.
final class FileCache: Sendable {
  struct Entry: Sendable {
    var identity: SiteFile.Identity
    var content: SharedBytes
    /// Of the content's own bytes: files that were written anew with the same bytes keep it.
    var tag: String
    /// When it was changed, as `Last-Modified` has it.
    var modified: String
  }

  /// Files above this are sent from the disk, a piece at a time.
  static let largestFile = 256 * 1024
  /// Bytes of one generation.
  static let generationSize = 2 * 1024 * 1024

  private struct State {
    var young: [String: Entry] = [:]
    var old: [String: Entry] = [:]
    var youngBytes = 0
  }

  private let state = NIOLockedValueBox(State())

  /// The content of an open file: remembered, or read now and passed through `transform`. nil where it cannot be read in
  /// one piece even at the third time.
  func content(of file: SiteFile, at path: String, transform: (([UInt8]) -> [UInt8])?) -> Entry? {
    if let entry = remembered(path, file.identity) { return entry }
    guard var bytes = Self.read(file) else { return nil }
    if let transform { bytes = transform(bytes) }
    let digest = SHA256.hash(data: bytes).prefix(16)
    let entry = Entry(
      identity: file.identity, content: SharedBytes(buffer: ByteBuffer(bytes: bytes)),
      tag: "\"" + digest.map { Self.hexadecimal($0) }.joined() + "\"",
      modified: HTTPDate.text(file.modifiedSeconds))
    // A file that changed just now may change again without its times telling (the clock of a file system ticks every
    // few milliseconds): it is read anew until it has come to rest.
    if Self.isAtRest(file.identity) { remember(path, entry) }
    return entry
  }

  /// Whether the times of a file are old enough to tell its next change.
  static func isAtRest(_ identity: SiteFile.Identity) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let nanoseconds = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    return max(identity.modified, identity.changed) < nanoseconds - 50_000_000
  }

  private func remembered(_ path: String, _ identity: SiteFile.Identity) -> Entry? {
    state.withLockedValue { state in
      if let entry = state.young[path] { return entry.identity == identity ? entry : nil }
      guard let entry = state.old[path], entry.identity == identity else { return nil }
      Self.insert(path, entry, into: &state)
      return entry
    }
  }

  private func remember(_ path: String, _ entry: Entry) {
    state.withLockedValue { Self.insert(path, entry, into: &$0) }
  }

  private static func insert(_ path: String, _ entry: Entry, into state: inout State) {
    if let former = state.young.updateValue(entry, forKey: path) {
      state.youngBytes -= former.content.buffer.readableBytes
    }
    state.youngBytes += entry.content.buffer.readableBytes
    if state.youngBytes > generationSize {
      state.old = state.young
      state.young = [:]
      state.youngBytes = 0
    }
  }

  /// Whole and of one state, or nil: see ``SiteFile/contents()``.
  private static func read(_ file: SiteFile) -> [UInt8]? {
    file.contents()
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return byte < 16 ? "0" + text : text
  }
}
