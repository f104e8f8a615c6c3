/// The name of a value that templates can use (`title`): its text and the number by which it is found.
///
/// Two names are taken for equal when their 64-bit FNV-1a hashes are: a shape refuses two names with the same hash, so
/// only an unknown name could be taken for a known one, once in 2^64.
package struct TemplateName: Hashable, Sendable {
  package let text: String
  /// FNV-1a of the text's UTF-8, 64 bits (the algorithm's published offset basis and prime).
  let hash: UInt64

  package init(_ text: String) {
    self.text = text
    self.hash = Self.hash(of: text.utf8)
  }

  static func hash(of bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
