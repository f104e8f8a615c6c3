/// Appending text to markup with the characters that mean something replaced; the escape tables of both printers.
///
/// Works in runs: bytes that need nothing are appended together.
package enum MarkupEscaping {
  /// Appends `text` with `&`, `<`, `>` and `"` as references.
  package static func append(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) {
    let done: Void? = text.withContiguousStorageIfAvailable { append($0, to: &bytes) }
    if done == nil { append(Array(text), to: &bytes) }
  }

  /// The same for bytes that are at hand.
  package static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var clean = 0
    var index = 0
    while true {
      index = special(in: text, from: index)
      guard index < text.count else { break }
      let reference: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      default: reference = "&quot;"
      }
      let run = UnsafeBufferPointer(rebasing: text[clean..<index])
      bytes.append(room: run.count + reference.utf8CodeUnitCount) {
        $0.write(run)
        $0.write(reference)
      }
      index += 1
      clean = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean..<text.count]))
  }

  /// Whether nothing in a text needs a reference.
  static func isClean(_ text: UnsafeBufferPointer<UInt8>) -> Bool { special(in: text, from: 0) == text.count }

  /// The position of the first `&`, `<`, `>` or `"` from `start` on, or the count; looks at eight bytes at a time.
  private static func special(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = UnsafeRawPointer(text.baseAddress) else { return 0 }
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= text.count {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // The two quotation signs and the two brackets differ in one bit each: a byte becomes zero where it is one of them.
      let signs = (word | ones &* 0x04) ^ (ones &* 0x26)
      let brackets = (word | ones &* 0x02) ^ (ones &* 0x3E)
      let zeros = ((signs &- ones) & ~signs | (brackets &- ones) & ~brackets) & (ones &* 0x80)
      // The lowest one found is true; those above it may be borrowed.
      if zeros != 0 { return index + zeros.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): return index
      default: index += 1
      }
    }
    return index
  }

  /// Appends the bytes of a literal.
  @inline(__always)
  package static func append(_ literal: StaticString, to bytes: inout [UInt8]) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
