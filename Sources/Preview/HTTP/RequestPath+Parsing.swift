extension RequestPath {
  /// Reads the target of a request in origin form (RFC 9112, section 3.2.1).
  ///
  /// Decodes percent signs exactly once, so `%252e` stays the three characters `%2e` of a name.
  package init(target: String) throws(Refusal) {
    let bytes = Array(target.utf8)
    guard bytes.count <= Self.longest else { throw .tooLong }
    guard bytes.first == UInt8(ascii: "/") else { throw .malformed }
    let end = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.count
    // A fragment never travels; `#` here is someone's attempt to be read in two ways.
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "#") }) || Self.isPlainText(bytes) else {
      throw .malformed
    }
    let decoded = try Self.decode(bytes[..<end])
    try Self.check(decoded)
    isFolder = decoded.last == UInt8(ascii: "/")
    let inner = decoded.dropFirst().dropLast(isFolder && decoded.count > 1 ? 1 : 0)
    guard let text = String(validating: inner, as: UTF8.self) else { throw .malformed }
    self.text = text
    encoded = String(decoding: bytes[..<end], as: UTF8.self)
    query = String(decoding: bytes[end...], as: UTF8.self)
  }

  /// Raw bytes above ASCII are let through where they are UTF-8 (curl sends them so); control characters never.
  private static func isPlainText(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 > 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "#") }
      && String(validating: bytes, as: UTF8.self) != nil
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "%") else {
        decoded.append(byte)
        index += 1
        continue
      }
      guard index + 2 < bytes.endIndex, let high = hexadecimal(bytes[index + 1]),
        let low = hexadecimal(bytes[index + 2])
      else { throw .malformed }
      let value = high << 4 | low
      // An encoded separator would be one to some reader and none to another.
      guard value != UInt8(ascii: "/"), value != UInt8(ascii: "\\") else { throw .malformed }
      decoded.append(value)
      index += 3
    }
    return decoded
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case _: nil
    }
  }

  /// Refuses what must not reach a file system. `decoded` begins with `/`.
  private static func check(_ decoded: [UInt8]) throws(Refusal) {
    let segments = decoded.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var isHidden = false
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      if segment.isEmpty {
        // `//host/path` in a redirect would lead to another host.
        guard isLast else { throw .malformed }
        continue
      }
      guard segment.allSatisfy({ $0 >= 0x20 && $0 != 0x7f && $0 != UInt8(ascii: "\\") }) else { throw .malformed }
      guard segment.count <= 255 else { throw .hidden }
      guard segment.first == UInt8(ascii: ".") else { continue }
      if segment.elementsEqual(".".utf8) || segment.elementsEqual("..".utf8) { throw .malformed }
      let isKnown =
        index == 0
        && (segment.elementsEqual(reservedSegment.utf8) || segment.elementsEqual(".well-known".utf8))
      if !isKnown { isHidden = true }
    }
    if isHidden { throw .hidden }
  }
}
