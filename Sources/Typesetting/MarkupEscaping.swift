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
    let ones = ByteWord.all(1)
    var index = start
    while index < text.count {
      let word = ByteWord(text, at: index).word
      // The two quotation signs and the two brackets differ in one bit each: a byte becomes zero where it is one of them.
      let signs = (word | ByteWord.all(0x04)) ^ ByteWord.all(0x26)
      let brackets = (word | ByteWord.all(0x02)) ^ ByteWord.all(0x3E)
      let zeros = ((signs &- ones) & ~signs | (brackets &- ones) & ~brackets) & ByteWord.highestBits
      // The lowest one found is true; those above it may be borrowed.
      if zeros != 0 { return index + ByteWord.first(zeros) }
      index += 8
    }
    return text.count
  }

  /// Appends the bytes of a literal.
  @inline(__always)
  package static func append(_ literal: StaticString, to bytes: inout [UInt8]) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
