internal import Glibc
internal import NIOHTTP1

extension StaticResponder {
  /// 200, 206, 304, 412 or 416, as conditions and ranges of the request say. `body` gets the parts of a multi-part or
  /// single-part answer, or nil for the whole file; only GET has ranges (RFC 9110, section 14.2).
  func conditional(
    _ request: Request, _ validators: Validators?, size: Int, _ fields: [(name: String, value: String)],
    body: (_ parts: [FileTransfer.Part]?, _ suffix: [UInt8]) -> Response.Body
  ) -> Response {
    var fields = fields
    fields.append(("accept-ranges", "bytes"))
    if let validators {
      fields.append(("etag", validators.tag))
      fields.append(("last-modified", validators.modifiedText))
      switch Preconditions.evaluate(request.fields, validators) {
      case .proceed: break
      case .notModified:
        return Response(status: 304, fields: fields.filter { $0.name != "content-type" && $0.name != "accept-ranges" })
      case .failed: return .text(412, "The condition of the request does not hold.")
      }
    }
    guard request.method == .get, let range = request.field("range"), request.fields["range"].count == 1,
      validators.map({ Preconditions.allowsRange(request.fields, $0, now: Int64(time(nil))) })
        ?? (request.field("if-range") == nil)
    else { return Response(status: 200, fields: fields, body: body(nil, [])) }
    switch RangeRequest(field: range, size: size) {
    case .whole: return Response(status: 200, fields: fields, body: body(nil, []))
    case .unsatisfiable:
      return .text(416, "No such bytes.", fields: [("content-range", "bytes */\(size)"), ("accept-ranges", "bytes")])
    case .parts(let parts) where parts.count == 1:
      fields.append(("content-range", Self.contentRange(parts[0], size)))
      return Response(
        status: 206, fields: fields,
        body: body([FileTransfer.Part(offset: parts[0].lowerBound, count: parts[0].count)], []))
    case .parts(let parts): return Self.multipart(parts, size, fields, body)
    }
  }

  private static func contentRange(_ range: Range<Int>, _ size: Int) -> String {
    "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
  }

  /// `multipart/byteranges` (RFC 9110, section 14.6).
  private static func multipart(
    _ ranges: [Range<Int>], _ size: Int, _ fields: [(name: String, value: String)],
    _ body: (_ parts: [FileTransfer.Part]?, _ suffix: [UInt8]) -> Response.Body
  ) -> Response {
    let boundary = "offprint-" + String(UInt64.random(in: .min ... .max), radix: 36)
    let type = fields.first { $0.name == "content-type" }?.value ?? MediaType.unknown
    let parts = ranges.enumerated().map { index, range in
      let head = """
        \(index == 0 ? "" : "\r\n")--\(boundary)\r\ncontent-type: \(type)\r\n\
        content-range: \(contentRange(range, size))\r\n\r\n
        """
      return FileTransfer.Part(prefix: Array(head.utf8), offset: range.lowerBound, count: range.count)
    }
    var fields = fields.filter { $0.name != "content-type" }
    fields.append(("content-type", "multipart/byteranges; boundary=\(boundary)"))
    return Response(status: 206, fields: fields, body: body(parts, Array("\r\n--\(boundary)--\r\n".utf8)))
  }
}
