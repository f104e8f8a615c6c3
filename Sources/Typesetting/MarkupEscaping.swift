/// Appending text to markup with the characters that mean something replaced; the escape tables of both printers.
///
/// Works in runs: bytes that need nothing are appended together.
package enum MarkupEscaping {
  /// Appends `text` with `&`, `<`, `>` and `"` as references.
  package static func append(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) {
    let done: Void? = text.withContiguousStorageIfAvailable { buffer in
      var clean = 0
      for index in 0..<buffer.count {
        let reference: StaticString
        switch buffer[index] {
        case UInt8(ascii: "&"): reference = "&amp;"
        case UInt8(ascii: "<"): reference = "&lt;"
        case UInt8(ascii: ">"): reference = "&gt;"
        case UInt8(ascii: "\""): reference = "&quot;"
        default: continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[clean..<index]))
        append(reference, to: &bytes)
        clean = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[clean..<buffer.count]))
    }
    if done == nil { append(Array(text), to: &bytes) }
  }

  /// Appends the bytes of a literal.
  @inline(__always)
  package static func append(_ literal: StaticString, to bytes: inout [UInt8]) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
