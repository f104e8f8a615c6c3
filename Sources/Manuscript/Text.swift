/// Text of the document as UTF-8 bytes: entities decoded, escapes resolved, nothing escaped for any output language.
///
/// Bytes and not `String`, because a page is mostly text and both printers copy it in runs. Always valid UTF-8: the
/// reader replaces ill-formed bytes by U+FFFD and reports them.
package struct Text: Hashable, Sendable, ExpressibleByStringLiteral {
  package var bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }
  package init(_ string: String) { self.bytes = Array(string.utf8) }
  package init(stringLiteral value: String) { self.init(value) }

  package var string: String { String(decoding: bytes, as: UTF8.self) }
  package var isEmpty: Bool { bytes.isEmpty }
}
