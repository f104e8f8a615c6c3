extension TemplateParser {
  /// `{{$name}}`: directly in a parent it overrides, elsewhere it may be overridden.
  mutating func openBlock(_ tag: TemplateTag, _ line: Line) {
    let overrides = frames[frames.count - 1].kind == .parent
    var frame = Frame(kind: .block, name: tag.name, range: tag.range, blanks: line.blanks)
    // What stands before an override on its line means nothing, so the line below is where it begins.
    if let next = line.next, overrides || line.blanks != nil {
      frame.startsBelow = true
      takeText(to: line.blanks?.lowerBound ?? tag.range.lowerBound)
      textStart = next
    } else {
      takeText(before: tag, line)
    }
    frames.append(frame)
  }

  /// Closes the innermost frame at an end tag (`endLine` nil: where there should have been one).
  mutating func close(endLine: Line?, at range: Range<Int>) {
    let kind = frames[frames.count - 1].kind
    let isOverride = kind == .block && frames[frames.count - 2].kind == .parent
    let tag = TemplateTag(kind: .end, name: frames[frames.count - 1].name, range: range)
    if let endLine {
      if isOverride {
        takeText(to: endLine.blanks?.lowerBound ?? range.lowerBound)
        textStart = range.upperBound
      } else if kind == .parent {
        textStart = range.upperBound
      } else {
        takeLine(of: tag, endLine)
      }
    }
    let frame = frames.removeLast()
    switch frame.kind {
    case .template: break
    case .section: append(.section(frame.name, isInverted: false, body: frame.nodes))
    case .inverted: append(.section(frame.name, isInverted: true, body: frame.nodes))
    case .parent: closeParent(frame, endLine)
    case .block:
      let (placement, body) = TemplateIndentation.takeOut(
        of: frame.nodes, blanks: frame.blanks.map { Array(bytes[$0]) } ?? [], isStandalone: frame.startsBelow)
      if isOverride {
        frames[frames.count - 1].overrides.append((frame.name, body))
      } else {
        append(.block(frame.name, placement, body: body))
      }
    }
  }

  /// A parent stands alone when nothing stands before its opening tag and nothing after its end tag.
  private mutating func closeParent(_ frame: Frame, _ endLine: Line?) {
    var placement = TemplateNode.Placement(indentation: [], isStandalone: false)
    if let blanks = frame.blanks {
      if let next = endLine?.next {
        placement = .init(indentation: Array(bytes[blanks]), isStandalone: true)
        textStart = next
      } else if blanks.isEmpty {
        append(.lineStart)
      } else {
        append(.literal(Array(bytes[blanks]), startsLine: true))
      }
    }
    append(.inclusion(.init(name: frame.name, placement: placement, overrides: frame.overrides)))
  }

  /// What stands beside a tag on its line.
  struct Line {
    /// The blanks between the beginning of the line and the tag; nil when there is something else.
    var blanks: Range<Int>?
    /// The beginning of the next line (or the end of the file); nil when something follows the tag.
    var next: Int?

    init(around tag: Range<Int>, in bytes: [UInt8], from first: Int) {
      var start = tag.lowerBound
      while start > first, bytes[start - 1] == UInt8(ascii: " ") || bytes[start - 1] == UInt8(ascii: "\t") {
        start -= 1
      }
      if start == first || bytes[start - 1] == UInt8(ascii: "\n") { blanks = start..<tag.lowerBound }
      var end = tag.upperBound
      while end < bytes.count, TemplateScanner.isBlank(bytes[end]) { end += 1 }
      if end == bytes.count { next = end } else if bytes[end] == UInt8(ascii: "\n") { next = end + 1 }
    }

    /// How content stands that is included here.
    func placement(in bytes: [UInt8]) -> TemplateNode.Placement {
      guard let blanks, next != nil else { return .init(indentation: [], isStandalone: false) }
      return .init(indentation: Array(bytes[blanks]), isStandalone: true)
    }
  }
}
