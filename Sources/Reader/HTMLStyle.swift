import Manuscript

/// The declarations of a `style` attribute, as far as alignment and size need them.
struct HTMLStyle {
  private(set) var declarations: [(name: String, value: String)] = []

  init(_ style: String) {
    var depth = 0
    var quote: Character?
    var current = ""
    var parts: [String] = []
    for character in style {
      if let mark = quote {
        if character == mark { quote = nil }
      } else {
        switch character {
        case "\"", "'": quote = character
        case "(": depth += 1
        case ")": depth -= 1
        case ";" where depth <= 0:
          parts.append(current)
          current = ""
          continue
        default: break
        }
      }
      current.append(character)
    }
    parts.append(current)
    for part in parts {
      guard let colon = part.firstIndex(of: ":") else { continue }
      let name = String(part[..<colon]).trimmed.lowercased()
      let value = String(part[part.index(after: colon)...]).trimmed
      if !name.isEmpty, !value.isEmpty { declarations.append((name, value)) }
    }
  }

  /// The last declaration of a property counts; `!important` is dropped.
  subscript(name: String) -> String? {
    guard let value = declarations.last(where: { $0.name == name })?.value else { return nil }
    guard let mark = value.firstIndex(of: "!") else { return value }
    return String(value[..<mark]).trimmed
  }

  mutating func remove(_ name: String) { declarations.removeAll { $0.name == name } }

  var text: String { declarations.map { "\($0.name): \($0.value)" }.joined(separator: "; ") }

  var isCentredByMargins: Bool {
    if self["margin-left"] == "auto", self["margin-right"] == "auto" { return true }
    guard let parts = self["margin"]?.split(separator: " ") else { return false }
    return parts.count == 1
      ? parts[0] == "auto" : parts.count >= 2 && parts.last == "auto" || parts.count == 3 && parts[1] == "auto"
  }
}

extension Alignment {
  init?(html value: String?) {
    switch value?.trimmed.lowercased() {
    case "left": self = .left
    case "center", "centre", "middle", "-webkit-center": self = .center
    case "right": self = .right
    default: return nil
    }
  }
}

extension Length {
  /// HTML's `width`: a number, in per cent when `%` follows, else in pixels whatever follows.
  init?(html value: String) { self.init(value, unitIsOptional: true) }

  /// CSS: a number with `px` or `%`.
  init?(css value: String) { self.init(value, unitIsOptional: false) }

  private init?(_ value: String, unitIsOptional: Bool) {
    let trimmed = value.trimmed
    let digits = trimmed.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard let number = Double(String(digits)), number > 0, number < 100_000 else { return nil }
    let unit = trimmed.dropFirst(digits.count).trimmed.lowercased()
    if unit.hasPrefix("%") {
      self = .percent(number)
    } else if unit == "px" || (unitIsOptional && (unit.isEmpty || unit.hasPrefix("px"))) {
      self = .pixels(number)
    } else {
      return nil
    }
  }
}

extension StringProtocol {
  /// Without blanks of markup at either end.
  var trimmed: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !HTMLByte.isSpace($0) }),
      let last = bytes.lastIndex(where: { !HTMLByte.isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
