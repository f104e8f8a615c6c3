/// The blocks of a PEM file (RFC 7468), with whatever stands around them left out.
enum PEMBlocks {
  struct Block {
    /// `CERTIFICATE`, `PRIVATE KEY`, …
    var label: String
    /// From the BEGIN line to the END line.
    var text: String
  }

  static func find(in bytes: [UInt8]) -> [Block] {
    var blocks: [Block] = []
    var label: String?
    var lines: [Substring] = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: { $0.isNewline }) {
      let line = line.trimmingWhitespace
      if line.hasPrefix("-----BEGIN "), line.hasSuffix("-----") {
        label = String(line.dropFirst(11).dropLast(5))
        lines = [line]
      } else if let open = label {
        lines.append(line)
        if line == "-----END \(open)-----" {
          blocks.append(Block(label: open, text: lines.joined(separator: "\n") + "\n"))
          label = nil
        }
      }
    }
    return blocks
  }
}
