internal import Glibc
internal import NIOCore

extension StaticResponder {
  /// The answer with one file, or with its precompressed neighbour.
  func answer(_ request: Request, _ original: SiteFile, _ name: String) -> Response {
    let type = MediaType.of(name)
    var fields: [(name: String, value: String)] = [("content-type", type), ("cache-control", "no-cache")]
    var file = original
    var path = name
    if MediaType.isCompressible(type) {
      fields.append(("vary", "accept-encoding"))
      if !isPageWithInsert(type, original), request.field("range") == nil,
        let variant = variant(of: original, name, AcceptedEncodings(field: request.field("accept-encoding")))
      {
        file = variant.file
        path = variant.name
        fields.append(("content-encoding", variant.coding))
      }
    }
    guard file.size <= FileCache.largestFile else { return large(request, file, fields) }
    guard let entry = content(of: file, path, type) else { return Self.beingWritten }
    let validators = Validators(tag: entry.tag, modified: file.modifiedSeconds, modifiedText: entry.modified)
    let size = entry.content.buffer.readableBytes
    return conditional(request, validators, size: size, fields) { parts, suffix in
      guard let parts else { return .shared(entry.content) }
      let view = entry.content.buffer.readableBytesView
      return .bytes(
        parts.reduce(into: []) {
          $0 += $1.prefix + view[view.startIndex + $1.offset..<view.startIndex + $1.offset + $1.count]
        }
          + suffix)
    }
  }

  /// What a small file says, with the insert where it is a page.
  func content(of file: SiteFile, _ path: String, _ type: String) -> FileCache.Entry? {
    let transform = isPageWithInsert(type, file) ? insert.map { insert in { insert.applied(to: $0) } } : nil
    if let entry = cache.content(of: file, at: path, transform: transform) { return entry }
    // It is being rewritten in place. By the next opening the writer may be through, or may have put another there.
    for _ in 0..<3 {
      usleep(2_000)
      if case .file(let again) = site.look(up: path), again.size <= FileCache.largestFile,
        let entry = cache.content(of: again, at: path, transform: transform)
      {
        return entry
      }
    }
    return nil
  }

  private func isPageWithInsert(_ type: String, _ file: SiteFile) -> Bool {
    insert != nil && type.hasPrefix("text/html") && file.size <= FileCache.largestFile
  }

  /// The file beside it that holds the same bytes compressed; one that is older than its original is out of date.
  private func variant(
    of original: SiteFile, _ name: String, _ accepted: AcceptedEncodings
  ) -> (file: SiteFile, name: String, coding: String)? {
    for (ending, coding, option) in [(".br", "br", AcceptedEncodings.brotli), (".gz", "gzip", .gzip)]
    where accepted.contains(option) {
      if case .file(let file) = site.look(up: name + ending), file.identity.modified >= original.identity.modified {
        return (file, name + ending, coding)
      }
    }
    return nil
  }

  /// A file that is sent from the disk. Its tag is made of what the system knows of it, to the nanosecond.
  private func large(
    _ request: Request, _ file: SiteFile, _ fields: [(name: String, value: String)]
  ) -> Response {
    let identity = file.identity
    let numbers = [
      identity.node, UInt64(identity.size), UInt64(bitPattern: identity.modified), UInt64(bitPattern: identity.changed),
    ]
    let tag = "\"" + numbers.map { String($0, radix: 36) }.joined(separator: "-") + "\""
    // In its first moments two states could share a tag: it has none until it is at rest.
    let validators = FileCache.isAtRest(identity) ? Validators(tag: tag, modified: file.modifiedSeconds) : nil
    return conditional(request, validators, size: file.size, fields) { parts, suffix in
      guard let parts else { return .file(FileTransfer(whole: file)) }
      return .file(FileTransfer(file: file, parts: parts, suffix: suffix))
    }
  }

  private static var beingWritten: Response {
    .text(503, "This file is being written just now.", fields: [("retry-after", "1")])
  }
}
