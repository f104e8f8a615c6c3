import Manuscript

/// Ids of the mini-program: ASCII, never beginning with a digit, the same for the same anchor everywhere, so that a link
/// into another article needs no table.
enum AnchorName {
  /// `a-` and the anchor where it is made of letters, digits, `-` and `_`; else `x-` and a hash of it.
  static func id(_ anchor: String) -> [UInt8] {
    var anchor = anchor
    return anchor.withUTF8 { utf8 in
      var result: [UInt8] = []
      if !utf8.isEmpty, utf8.count <= 64, utf8.allSatisfy(isPlain) {
        result.reserveCapacity(utf8.count + 2)
        result += "a-".utf8
        result += utf8
      } else {
        result += "x-".utf8
        result += String(ContentHash.hash(UnsafeRawBufferPointer(utf8)), radix: 36).utf8
      }
      return result
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
