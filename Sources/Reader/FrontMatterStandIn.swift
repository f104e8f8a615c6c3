import Diagnostics
import Manuscript

/// Finds where the front matter ends, until its parser is there.
enum FrontMatterParser {
  static func parse(_ context: ReadingContext) -> (FrontMatter, bodyStart: Int) {
    let bytes = context.file.bytes
    guard bytes.starts(with: Array("---\n".utf8)) else { return (FrontMatter(), 0) }
    var position = 4
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[position..<end].elementsEqual("---".utf8) { return (FrontMatter(), min(end + 1, bytes.count)) }
      position = end + 1
    }
    return (FrontMatter(), 0)
  }
}
