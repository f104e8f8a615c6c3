/// Resolves character references by the table Markdown itself uses: HTML 5's names and numbers, each with its
/// semicolon. Without one `&` is itself, so that `?token=&lang=zh` in an address stays what it is.
enum HTMLEntities {
  /// Appends the decoded bytes. `escaping`: `&` and `<` are written as references again, for a parser that follows.
  static func append(_ bytes: ArraySlice<UInt8>, escaping: Bool = false, to output: inout [UInt8]) {
    var copied = bytes.startIndex
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let byte = bytes[position]
      guard byte == 0x26 || byte == 0x3C || byte == 0 else {
        position += 1
        continue
      }
      output += bytes[copied..<position]
      var next = position + 1
      switch byte {
      case 0x26:
        if let (decoded, end) = reference(bytes[position...]) {
          for byte in decoded { appendByte(byte, escaping: escaping, to: &output) }
          next = end
        } else {
          appendByte(byte, escaping: escaping, to: &output)
        }
      case 0: output += [0xEF, 0xBF, 0xBD]
      default: appendByte(byte, escaping: escaping, to: &output)
      }
      position = next
      copied = next
    }
    output += bytes[copied...]
  }

  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    append(bytes, to: &output)
    return output
  }

  private static func appendByte(_ byte: UInt8, escaping: Bool, to output: inout [UInt8]) {
    switch byte {
    case 0x26 where escaping: output += "&amp;".utf8
    case 0x3C where escaping: output += "&lt;".utf8
    default: output.append(byte)
    }
  }

  /// The reference at the beginning of `bytes`, which is `&`, and where it ends.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> ([UInt8], Int)? {
    guard let (length, decoded) = bytes.withUnsafeBufferPointer({ CharacterReference.decode($0, at: 0) }) else {
      return nil
    }
    return (decoded, bytes.startIndex + length)
  }
}
