extension HTMLTokenizer {
  /// What begins at the `<` there; nil when it is text.
  mutating func markup(at open: Int) -> HTMLToken? {
    switch byte(open + 1) {
    case 0x21: comment(at: open)
    case 0x3F: HTMLToken(bogusCommentAt: open, end: find(0x3E, from: open), limit: end)
    default: tag(at: open)
    }
  }

  private func comment(at open: Int) -> HTMLToken {
    let bytes = tokens.source.bytes
    guard byte(open + 2) == 0x2D, byte(open + 3) == 0x2D else {
      if matchesCharacterData(at: open) { return characterData(at: open) }
      return HTMLToken(bogusCommentAt: open, end: find(0x3E, from: open), limit: end)
    }
    // `<!-->` and `<!--->` are whole comments.
    if byte(open + 4) == 0x3E { return HTMLToken(kind: .comment(isCutOff: false), range: open..<open + 5) }
    if byte(open + 4) == 0x2D, byte(open + 5) == 0x3E {
      return HTMLToken(kind: .comment(isCutOff: false), range: open..<open + 6)
    }
    var dash = open + 4
    while let next = find(0x2D, from: dash) {
      if next + 2 < end, bytes[next + 1] == 0x2D, bytes[next + 2] == 0x3E {
        return HTMLToken(kind: .comment(isCutOff: false), range: open..<next + 3)
      }
      dash = next + 1
    }
    return HTMLToken(kind: .comment(isCutOff: true), range: open..<end)
  }

  private func matchesCharacterData(at open: Int) -> Bool {
    open + 9 <= end && tokens.source.bytes[open + 2..<open + 9].elementsEqual("[CDATA[".utf8)
  }

  private func characterData(at open: Int) -> HTMLToken {
    var search = open + 9
    while let close = find(0x5D, from: search) {
      if byte(close + 1) == 0x5D, byte(close + 2) == 0x3E {
        return HTMLToken(kind: .comment(isCutOff: false), range: open..<close + 3)
      }
      search = close + 1
    }
    return HTMLToken(kind: .comment(isCutOff: true), range: open..<end)
  }

  /// The start or end tag at `open`; nil when none is there or the piece cuts it off.
  mutating func tag(at open: Int) -> HTMLToken? {
    let isEnd = byte(open + 1) == 0x2F
    let nameStart = isEnd ? open + 2 : open + 1
    guard HTMLByte.isLetter(byte(nameStart)), budget > 0 else { return nil }
    var position = nameStart + 1
    while HTMLByte.isName(byte(position)) { position += 1 }
    let nameEnd = position
    guard HTMLByte.isSpace(byte(position)) || byte(position) == 0x2F || byte(position) == 0x3E else { return nil }

    let firstAttribute = tokens.attributes.count
    var isSelfClosing = false
    while position < end {
      let current = byte(position)
      if current == 0x3E {
        if isEnd { tokens.attributes.removeSubrange(firstAttribute...) }
        return HTMLToken(
          kind: isEnd ? .endTag : .startTag(isSelfClosing: isSelfClosing), range: open..<position + 1,
          name: intern(nameStart..<nameEnd), attributes: firstAttribute..<tokens.attributes.count)
      }
      isSelfClosing = current == 0x2F
      position += 1
      if HTMLByte.isSpace(current) || current == 0x2F { continue }
      position = attribute(at: position - 1, first: firstAttribute)
    }
    tokens.attributes.removeSubrange(firstAttribute...)
    budget -= end - open
    return nil
  }

  /// Reads one attribute; returns the offset behind it.
  private mutating func attribute(at start: Int, first: Int) -> Int {
    var position = start + 1
    while position < end {
      let current = byte(position)
      if HTMLByte.isSpace(current) || current == 0x2F || current == 0x3E || current == 0x3D { break }
      position += 1
    }
    let nameRange = start..<position
    var value: Range<Int>?
    var next = position
    while HTMLByte.isSpace(byte(next)) { next += 1 }
    if byte(next) == 0x3D {
      next += 1
      while HTMLByte.isSpace(byte(next)) { next += 1 }
      let mark = byte(next)
      if mark == 0x22 || mark == 0x27 {
        let close = find(mark, from: min(next + 1, end)) ?? end
        value = min(next + 1, end)..<close
        position = min(close + 1, end)
      } else {
        position = next
        while position < end, !HTMLByte.isSpace(byte(position)), byte(position) != 0x3E { position += 1 }
        value = next..<position
      }
    }
    if tokens.attributes.count - first < Self.attributeLimit {
      tokens.attributes.append(HTMLAttribute(name: lowercased(nameRange), value: value))
    }
    return position
  }
}

extension HTMLToken {
  fileprivate init(bogusCommentAt open: Int, end close: Int?, limit: Int) {
    self.init(kind: .comment(isCutOff: close == nil), range: open..<(close.map { $0 + 1 } ?? limit))
  }
}
