internal import Glibc

/// The emitted mini-program, as the simulator takes it.
struct MiniProgramFiles: Sendable {
  /// Absolute path.
  let folder: String

  private static let depthLimit = 16
  /// Above the platform's own limit for a whole program; what is larger is refused, not loaded.
  private static let largestFile = 64 * 1024 * 1024

  /// Every file in one answer: two lengths of four bytes (big-endian), the name, the bytes; again and again. One file at a
  /// time is in memory.
  var bundle: Response {
    let folder = folder
    return Response(
      status: 200, fields: [("content-type", "application/octet-stream"), ("cache-control", "no-store")],
      body: .stream { stream in
        var names: [String] = []
        Self.list(folder, "", into: &names, depth: 0)
        var piece: [UInt8] = []
        for name in names {
          guard let bytes = Self.read(folder + "/" + name) else { continue }
          piece += Self.length(name.utf8.count) + Self.length(bytes.count)
          piece += Array(name.utf8)
          piece += bytes
          guard piece.count >= 256 * 1024 else { continue }
          try await stream.send(piece)
          piece.removeAll(keepingCapacity: true)
        }
        if !piece.isEmpty { try await stream.send(piece) }
      })
  }

  /// One file. With `?unpacked` a `.br` file is sent as an encoded one, so that the browser unpacks it.
  func file(_ request: Request) -> Response {
    let name = request.path.text.dropFirst(".offprint/mini/files/".count)
    guard let site = FolderSite(path: folder), case .file = site.look(up: String(name)),
      let bytes = Self.read(folder + "/" + name)
    else { return .text(404, "Not found.") }
    var fields = [("content-type", "application/octet-stream"), ("cache-control", "no-store")]
    if request.path.query == "?unpacked", name.hasSuffix(".br") { fields.append(("content-encoding", "br")) }
    return Response(status: 200, fields: fields, body: .bytes(bytes))
  }

  private static func length(_ count: Int) -> [UInt8] {
    [
      UInt8(truncatingIfNeeded: count >> 24), UInt8(truncatingIfNeeded: count >> 16),
      UInt8(truncatingIfNeeded: count >> 8),
      UInt8(truncatingIfNeeded: count),
    ]
  }

  private static func list(_ root: String, _ path: String, into names: inout [String], depth: Int) {
    guard depth < depthLimit, let listing = opendir(path.isEmpty ? root : root + "/" + path) else { return }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let below = path.isEmpty ? name : path + "/" + name
      var info = stat()
      guard lstat(root + "/" + below, &info) == 0 else { continue }
      if info.st_mode & S_IFMT == S_IFDIR { list(root, below, into: &names, depth: depth + 1) }
      if info.st_mode & S_IFMT == S_IFREG { names.append(below) }
    }
  }

  private static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size <= largestFile else { return nil }
    let size = Int(info.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(file, buffer.baseAddress! + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { return }
        count += got
      }
    }
  }
}
