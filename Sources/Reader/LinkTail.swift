/// What follows the text of a link in its source: `](address "title")`, `][label]` or `]` alone.
///
/// The library has already decided that a link is here; this only finds out where its parts stand.
struct LinkTail {
  /// The address without angle brackets; nil for a reference link.
  var destination: Range<Int>?
  /// Offset one past the last byte of the link.
  var end: Int

  /// - Parameter bracket: the offset of the `]` that ends the link's text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, after bracket: Int) {
    let next = bracket + 1
    if let inline = Self.inline(bytes, next) {
      self = inline
      return
    }
    destination = nil
    end = min(next, bytes.count)
    guard next < bytes.count, bytes[next] == 0x5B, let close = Self.labelEnd(bytes, next) else { return }
    end = close + 1
  }

  private init(destination: Range<Int>?, end: Int) {
    self.destination = destination
    self.end = end
  }

  // spec 6.6: inline link.
  private static func inline(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int) -> LinkTail? {
    guard open < bytes.count, bytes[open] == 0x28 else { return nil }
    var position = skipSpaces(bytes, open + 1)
    guard let (destination, afterDestination) = address(bytes, position) else { return nil }
    position = skipSpaces(bytes, afterDestination)
    if position > afterDestination, let title = titleEnd(bytes, position) { position = skipSpaces(bytes, title) }
    guard position < bytes.count, bytes[position] == 0x29 else { return nil }
    return LinkTail(destination: destination, end: position + 1)
  }

  private static func address(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Range<Int>, Int)? {
    guard start < bytes.count else { return nil }
    var position = start
    if bytes[start] == 0x3C {
      position += 1
      while position < bytes.count {
        switch bytes[position] {
        case 0x3E: return (start + 1..<position, position + 1)
        case 0x5C: position += 2
        case 0x0A, 0x0D, 0x3C: return nil
        default: position += 1
        }
      }
      return nil
    }
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x5C, position + 1 < bytes.count, ByteRun.isPunctuation(bytes[position + 1]) {
        position += 2
        continue
      }
      if byte == 0x28 {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      } else if byte <= 0x20 || byte == 0x7F {
        break
      }
      position += 1
    }
    return position < bytes.count ? (start..<position, position) : nil
  }

  private static func titleEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let close: UInt8
    switch bytes[start] {
    case 0x22, 0x27: close = bytes[start]
    case 0x28: close = 0x29
    default: return nil
    }
    var position = start + 1
    while position < bytes.count {
      if bytes[position] == close { return position + 1 }
      position += bytes[position] == 0x5C ? 2 : 1
    }
    return nil
  }

  private static func labelEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int) -> Int? {
    var position = open + 1
    let limit = min(bytes.count, open + 1002)
    while position < limit {
      switch bytes[position] {
      case 0x5D: return position
      case 0x5B: return nil
      case 0x5C: position += 2
      default: position += 1
      }
    }
    return nil
  }

  private static func skipSpaces(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var position = start
    while position < bytes.count, ByteRun.isSpace(bytes[position]) { position += 1 }
    return position
  }
}
