import Manuscript

/// Ids of the mini-program: ASCII, never beginning with a digit, the same for the same anchor everywhere, so that a link
/// into another article needs no table.
enum AnchorName {
  /// `a-` and the anchor where it is made of letters, digits, `-` and `_`; else `x-` and a hash of it.
  static func id(_ anchor: String) -> [UInt8] {
    var anchor = anchor
    return anchor.withUTF8 { utf8 in
      guard !utf8.isEmpty, utf8.count <= 64, utf8.allSatisfy(isPlain) else {
        return Array("x-\(String(ContentHash.hash(UnsafeRawBufferPointer(utf8)), radix: 36))".utf8)
      }
      return [UInt8](unsafeUninitializedCapacity: utf8.count + 2) { buffer, count in
        buffer[0] = UInt8(ascii: "a")
        buffer[1] = UInt8(ascii: "-")
        count = buffer[2...].initialize(fromContentsOf: utf8)
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
