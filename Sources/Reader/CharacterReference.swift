import CCmarkGFM

/// HTML's `&name;` and `&#1234;`, as CommonMark 6.2 resolves them.
enum CharacterReference {
  /// The length of the reference that begins at `offset` and the UTF-8 it stands for; nil when there is none.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (length: Int, decoded: [UInt8])? {
    guard offset + 2 < bytes.count, bytes[offset] == 0x26, let base = bytes.baseAddress else { return nil }
    var buffer = cmark_strbuf()
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
    defer { cmark_strbuf_free(&buffer) }
    let rest = min(bytes.count - offset - 1, 64)
    let length = houdini_unescape_ent(&buffer, base + offset + 1, bufsize_t(rest))
    guard length > 0 else { return nil }
    return (Int(length) + 1, Array(UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size))))
  }
}
