/// The indentation of blocks: taken out where a block is written, put back where it is printed (mustache specification,
/// inheritance), so that an override stands where the content stood that it replaces.
enum TemplateIndentation {
  /// Takes a block's indentation out of its body: what its lines have in common, or the blanks before its tag when it has
  /// no lines. Of a block that begins within a line, never more than the blanks that begin that line.
  static func takeOut(
    of body: [TemplateNode], blanks: [UInt8], isStandalone: Bool
  ) -> (TemplateNode.Placement, [TemplateNode]) {
    var indentation: [UInt8]?
    gather(body, into: &indentation)
    if !isStandalone { note(blanks, in: &indentation) }
    let taken = indentation ?? blanks
    return (
      .init(indentation: taken, isStandalone: isStandalone),
      midLine(body.map { remove(taken.count, from: $0) })
    )
  }

  /// The nodes as content that may begin anywhere in a line: whether it begins one is known only where it is printed.
  static func midLine(_ nodes: [TemplateNode]) -> [TemplateNode] {
    var nodes = nodes
    switch nodes.first {
    case .literal(let bytes, _): nodes[0] = .literal(bytes, startsLine: false)
    case .lineStart: nodes.removeFirst()
    case .value, .section, .inclusion, .block, nil: break
    }
    return nodes
  }

  /// Shortens what is common so far to what it has in common with the blanks of one more line.
  private static func note(_ blanks: some Sequence<UInt8>, in common: inout [UInt8]?) {
    guard let known = common else {
      common = Array(blanks)
      return
    }
    common = Array(zip(known, blanks).prefix { $0 == $1 }.map(\.0))
  }

  private static func gather(_ nodes: [TemplateNode], into common: inout [UInt8]?) {
    for node in nodes {
      switch node {
      case .literal(let bytes, let startsLine):
        for line in lines(of: bytes, startsLine: startsLine) where !line.isEmpty {
          let blanks = bytes[line].prefix { isIndent($0) }
          let rest = bytes[line].dropFirst(blanks.count)
          if rest.first == UInt8(ascii: "\n") || rest.starts(with: "\r\n".utf8) { continue }
          note(blanks, in: &common)
        }
      case .lineStart: note([], in: &common)
      case .section(_, _, let body): gather(body, into: &common)
      case .inclusion(let inclusion):
        if inclusion.placement.isStandalone { note(inclusion.placement.indentation, in: &common) }
      case .block(_, let placement, _):
        if placement.isStandalone || !placement.indentation.isEmpty { note(placement.indentation, in: &common) }
      case .value: break
      }
    }
  }

  private static func remove(_ count: Int, from node: TemplateNode) -> TemplateNode {
    if count == 0 { return node }
    switch node {
    case .literal(let bytes, let startsLine):
      var kept: [UInt8] = []
      kept.reserveCapacity(bytes.count)
      var end = 0
      for line in lines(of: bytes, startsLine: startsLine) {
        kept.append(contentsOf: bytes[end..<line.lowerBound])
        kept.append(contentsOf: bytes[line].dropFirst(bytes[line].prefix(count).prefix { isIndent($0) }.count))
        end = line.upperBound
      }
      kept.append(contentsOf: bytes[end...])
      return .literal(kept, startsLine: startsLine)
    case .section(let name, let isInverted, let body):
      return .section(name, isInverted: isInverted, body: body.map { remove(count, from: $0) })
    case .inclusion(var inclusion):
      inclusion.placement.indentation.removeFirst(min(count, inclusion.placement.indentation.count))
      return .inclusion(inclusion)
    case .block(let name, var placement, let body):
      placement.indentation.removeFirst(min(count, placement.indentation.count))
      return .block(name, placement, body: body)
    case .lineStart, .value: return node
    }
  }

  /// The lines that begin in a literal, with their line ends.
  private static func lines(of bytes: [UInt8], startsLine: Bool) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = startsLine ? 0 : nil as Int?
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      if let start { lines.append(start..<(index + 1)) }
      start = index + 1
    }
    if let start, start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }

  private static func isIndent(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
