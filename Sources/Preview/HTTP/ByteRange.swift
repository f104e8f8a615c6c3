/// What a `Range` field asks of a file (RFC 9110, section 14).
enum RangeRequest: Equatable {
  /// No field, an unknown unit or one that cannot be read: the whole file is sent, as the RFC wants it.
  case whole
  /// Nothing of what is asked for exists: 416.
  case unsatisfiable
  /// In the order asked for.
  case parts([Range<Int>])

  /// More parts than this are a way to make a server work; the whole file is sent then.
  static let mostParts = 16

  /// Reads the field against a file of `size` bytes.
  init(field: String?, size: Int) {
    guard let field, let equals = field.firstIndex(of: "="),
      field[..<equals].lowercased() == "bytes"
    else {
      self = .whole
      return
    }
    let specifications = field[field.index(after: equals)...].split(separator: ",", omittingEmptySubsequences: false)
    var parts: [Range<Int>] = []
    guard specifications.count <= Self.mostParts else {
      self = .whole
      return
    }
    for specification in specifications {
      let text = specification.trimmingWhitespace
      // An empty list element is allowed and says nothing.
      if text.isEmpty, specifications.count > 1 { continue }
      switch Self.part(text, size: size) {
      case .invalid:
        self = .whole
        return
      case .beyond: continue
      case .range(let range): parts.append(range)
      }
    }
    // Overlapping parts would send more than the file has: refused as the RFC allows.
    if parts.reduce(0, { $0 &+ $1.count }) > size {
      self = .whole
    } else {
      self = parts.isEmpty ? .unsatisfiable : .parts(parts)
    }
  }

  private enum Part {
    case invalid, beyond
    case range(Range<Int>)
  }

  private static func part(_ text: Substring, size: Int) -> Part {
    guard let dash = text.firstIndex(of: "-") else { return .invalid }
    let first = text[..<dash]
    let last = text[text.index(after: dash)...]
    if first.isEmpty {
      guard let count = number(last) else { return .invalid }
      return count == 0 || size == 0 ? .beyond : .range(max(0, size - count)..<size)
    }
    guard let start = number(first) else { return .invalid }
    if last.isEmpty { return start < size ? .range(start..<size) : .beyond }
    guard let end = number(last), end >= start else { return .invalid }
    return start < size ? .range(start..<min(size, end == .max ? end : end + 1)) : .beyond
  }

  /// Digits only; what exceeds an `Int` is as good as the greatest.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(text) ?? .max
  }
}

extension Substring {
  /// Without spaces and tabs at either end (OWS of RFC 9110).
  var trimmingWhitespace: Substring {
    var text = self
    while let first = text.utf8.first, first == 0x20 || first == 0x09 { text = text.dropFirst() }
    while let last = text.utf8.last, last == 0x20 || last == 0x09 { text = text.dropLast() }
    return text
  }
}
