import CCmarkGFM
import Manuscript

/// GitHub's rule for addresses in text, which takes every character up to a blank, bounded for text without blanks: an
/// address ends before Chinese, Japanese or Korean and before full-width punctuation (`见https://a.cn，然后`).
func matchBoundedAutolink(
  _ mine: CommonMarkLibrary.Extension?, _ parser: UnsafeMutablePointer<cmark_parser>?, _ parent: CommonMarkNode?,
  _ character: UInt8, _ inlines: OpaquePointer?
) -> CommonMarkNode? {
  guard character == 0x3A || character == 0x77, let chunk = cmark_inline_parser_get_chunk(inlines) else { return nil }
  let offset = Int(cmark_inline_parser_get_offset(inlines))
  let bytes = chunk.pointee.bytes
  guard bytes.starts(character == 0x3A ? "://" : "www.", at: offset) else { return nil }
  let whole = chunk.pointee.len
  chunk.pointee.len = bufsize_t(addressEnd(bytes, from: offset + 3))
  defer { chunk.pointee.len = whole }
  let stock = CommonMarkLibrary.extensions.stockAutolink
  return stock.pointee.match_inline?(stock, parser, parent, character, inlines)
}

private func addressEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var position = start
  while position < bytes.count {
    let byte = bytes[position]
    if byte <= 0x20 || byte == 0x3C { return position }
    if byte >= 0xE2, position + 2 < bytes.count {
      let length = byte < 0xF0 ? 3 : 4
      var scalar = UInt32(byte) & (0xFF >> UInt32(length + 1))
      for step in 1..<length where position + step < bytes.count {
        scalar = scalar << 6 | UInt32(bytes[position + step] & 0x3F)
      }
      let isHangul = (0xAC00...0xD7A3).contains(scalar)
      // A mark of `EmphasisBoundaries` stands for a letter.
      let isMark = EmphasisBoundaries.markRange.contains(scalar)
      if isHangul || isMark || EastAsianText.isWide(scalar) || EastAsianText.isAmbiguous(scalar) { return position }
      position += length
    } else {
      position += 1
    }
  }
  return bytes.count
}
