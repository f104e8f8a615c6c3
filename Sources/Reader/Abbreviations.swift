import CCmarkGFM
import Diagnostics
import Manuscript

/// `*[HTML]: HyperText Markup Language`
struct Abbreviation {
  var short: [UInt8]
  var long: Text
}

extension MarkdownConverter {
  /// Whether the paragraph at hand is nothing but definitions of abbreviations, which are taken from it.
  func takeAbbreviations() -> Bool {
    guard cursor.leaf.bytes.starts("*[") else { return false }
    var found: [Abbreviation] = []
    for line in cursor.leaf.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = UnsafeBufferPointer(rebasing: line)
      guard line.starts("*["), let close = ByteRun.firstIndex(of: 0x5D, in: line, 2..<line.count), close > 2,
        close + 1 < line.count, line[close + 1] == 0x3A
      else { return false }
      let long = UnsafeBufferPointer(rebasing: line[(close + 2)...]).trimmed
      found.append(Abbreviation(short: Array(line[2..<close]), long: Text(bytes: Array(long))))
    }
    abbreviations += found
    return true
  }
}

/// Marks every occurrence of the abbreviations in a tree's texts.
struct AbbreviationMarker: TextMarker {
  let entersLinks = true
  private let long: [[UInt8]: Text]
  /// The lengths of the abbreviations that begin with a byte, the longest first.
  private let lengths: [[Int]]

  init(_ abbreviations: [Abbreviation]) {
    var long: [[UInt8]: Text] = [:]
    var lengths: [Set<Int>] = Array(repeating: [], count: 256)
    for one in abbreviations {
      long[one.short] = one.long
      lengths[Int(one.short[0])].insert(one.short.count)
    }
    self.long = long
    self.lengths = lengths.map { $0.sorted(by: >) }
  }

  func split(_ bytes: [UInt8], _ inline: Inline, into result: inout [Inline]) {
    var done = 0
    var position = 0
    while position < bytes.count {
      guard let found = match(bytes, position) else {
        position += 1
        continue
      }
      if position > done { result.append(piece(done..<position, of: bytes, inline)) }
      let end = position + found.short.count
      let words = piece(position..<end, of: bytes, inline)
      result.append(Inline(.abbreviation(title: found.long, [words]), range: words.range))
      done = end
      position = end
    }
    if done == 0 { return result.append(inline) }
    if done < bytes.count { result.append(piece(done..<bytes.count, of: bytes, inline)) }
  }

  // Letters and digits of ASCII on either side make it a part of another word.
  private func match(_ bytes: [UInt8], _ position: Int) -> Abbreviation? {
    for length in lengths[Int(bytes[position])] where position + length <= bytes.count {
      let end = position + length
      if position > 0, ByteRun.isAlphanumeric(bytes[position - 1]), ByteRun.isAlphanumeric(bytes[position]) { continue }
      if end < bytes.count, ByteRun.isAlphanumeric(bytes[end]), ByteRun.isAlphanumeric(bytes[end - 1]) { continue }
      let short = Array(bytes[position..<end])
      if let long = long[short] { return Abbreviation(short: short, long: long) }
    }
    return nil
  }
}
