import Diagnostics
import Manuscript

extension ConfigurationDecoder {
  /// What a check makes of a text; reports and returns nil when it is none or the check refuses it.
  mutating func checked<Value>(
    _ key: ConfigurationKey, _ value: DataValue, _ expected: String, _ check: (String) -> Value?
  ) -> Value? {
    if let text = value.text {
      if let result = check(text) { return result }
      // An empty text is how a template of this file says "not set".
      if text.isEmpty { return nil }
    }
    reject(key, value, expected: expected)
    return nil
  }

  mutating func line(_ key: ConfigurationKey, _ value: DataValue) -> String? {
    checked(key, value, "string") { $0.asOneLine }
  }

  mutating func boolean(_ key: ConfigurationKey, _ value: DataValue) -> Bool? {
    if let boolean = value.boolean { return boolean }
    reject(key, value, expected: "boolean")
    return nil
  }

  /// Not below the minimum of its key, or within its range.
  mutating func integer(_ key: ConfigurationKey, _ value: DataValue) -> Int? {
    let expected: String
    switch key.value {
    case .integer(let minimum):
      if let integer = value.integer, integer >= minimum { return integer }
      expected = minimum > 0 ? "positive-integer" : "integer"
    case .range(let range):
      if let integer = value.integer, range.contains(integer) { return integer }
      expected = "\(range.lowerBound) – \(range.upperBound)"
    default: return nil
    }
    reject(key, value, expected: expected)
    return nil
  }

  /// Above zero and not beyond the maximum of its key.
  mutating func byteCount(_ key: ConfigurationKey, _ value: DataValue) -> Int? {
    guard case .bytes(let maximum) = key.value,
      let bytes = checked(key, value, "size", ConfigurationSize.bytes)
    else { return nil }
    if bytes <= maximum { return bytes }
    reject(key, value, expected: "≤ \(maximum / 1024 / 1024)MB")
    return nil
  }

  mutating func address(_ key: ConfigurationKey, _ value: DataValue) -> String? {
    checked(key, value, "url") { $0.isWebAddress && !$0.hasPrefix("/") ? $0 : nil }
  }

  /// `#rrggbb` in lower case, also of `#rgb`: the platform takes no other form.
  mutating func color(_ key: ConfigurationKey, _ value: DataValue) -> String? {
    checked(key, value, "color") { text in
      let digits = text.dropFirst()
      guard text.first == "#", digits.count == 3 || digits.count == 6,
        digits.allSatisfy({ $0.isASCII && $0.isHexDigit })
      else { return nil }
      return "#" + (digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)).lowercased()
    }
  }

  /// Two to five of the known words, none twice.
  mutating func tabs(_ key: ConfigurationKey, _ value: DataValue) -> [Configuration.MiniProgram.Tab]? {
    guard case .words(_, let count) = key.value, case .sequence(let items) = value.content else {
      reject(key, value, expected: "tabs")
      return nil
    }
    var tabs: [Configuration.MiniProgram.Tab] = []
    for item in items {
      guard let tab = item.text.flatMap(Configuration.MiniProgram.Tab.init(rawValue:)), !tabs.contains(tab) else {
        reject(key, item, expected: "tabs")
        continue
      }
      tabs.append(tab)
    }
    guard count.contains(tabs.count) else {
      reject(key, value, expected: "tabs")
      return nil
    }
    return tabs
  }

  /// Scheme and host without a trailing slash; a path belongs into `base-path`.
  mutating func origin(_ key: ConfigurationKey, _ value: DataValue) -> String? {
    checked(key, value, "origin") { text in
      let origin = text.hasSuffix("/") ? String(text.dropLast()) : text
      let lowered = origin.lowercased()
      guard origin.isWebAddress, let scheme = ["https://", "http://"].first(where: { lowered.hasPrefix($0) }) else {
        return nil
      }
      let host = origin.dropFirst(scheme.count)
      return host.isEmpty || host.contains(where: { "/?#@<>\"'".contains($0) }) ? nil : scheme + host
    }
  }

  /// Begins with a slash and does not end in one; empty for the root.
  mutating func basePath(_ key: ConfigurationKey, _ value: DataValue) -> String? {
    guard let text = checked(key, value, "path", { $0 }) else { return nil }
    let parts = text.split(separator: "/")
    let path = parts.map { "/" + $0 }.joined()
    guard path.isEmpty || SitePath.isSafe(path), !text.contains(where: { "?#:".contains($0) }) else {
      report(.unsafePath, at: value.range, [text.asOneLine])
      return nil
    }
    return path
  }

  /// A pattern in which every `:word` is known, and which tells posts apart.
  mutating func permalink(_ key: ConfigurationKey, _ value: DataValue) -> String? {
    guard let text = checked(key, value, "permalink", { Self.isPermalink($0) ? $0 : nil }) else { return nil }
    guard SitePath.isSafe(text) else {
      report(.unsafePath, at: value.range, [text.asOneLine])
      return nil
    }
    return text
  }

  private static func isPermalink(_ text: String) -> Bool {
    guard text.hasPrefix("/") else { return false }
    let tokens = text.split(separator: ":", omittingEmptySubsequences: false).dropFirst().map { part in
      part.prefix { $0.isASCII && $0.isLetter }
    }
    let known: [Substring] = ["title", "slug", "year", "month", "day", "categories"]
    return tokens.contains { $0 == "title" || $0 == "slug" } && tokens.allSatisfy { known.contains($0) }
  }

  /// A fixed offset, or a name that the zone database knows.
  mutating func timeZone(_ key: ConfigurationKey, _ value: DataValue) -> TimeZoneRule? {
    let zone = self.zone
    return checked(key, value, "time-zone") { text in
      if let minutes = TimeZoneName.fixedOffset(text) { return .fixed(minutes: minutes) }
      guard TimeZoneName.isName(text), let bytes = zone(text) else { return nil }
      return TimeZoneFile.rule(bytes)
    }
  }
}

/// Sizes as people write them.
enum ConfigurationSize {
  /// `20MB`, `512 KB`, `1.5 MiB`, `1048576`: powers of 1024, in any letter case. nil when it is none, zero, or beyond 1 TB.
  static func bytes(_ text: String) -> Int? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let units = ["": 1, "B": 1, "KB": 1024, "MB": 1 << 20, "GB": 1 << 30, "KIB": 1024, "MIB": 1 << 20, "GIB": 1 << 30]
    let unit = text[number.endIndex...].drop { $0 == " " }.uppercased()
    guard let factor = units[unit], let value = Double(number) else { return nil }
    let bytes = value * Double(factor)
    return bytes >= 1 && bytes <= Double(1 << 40) ? Int(bytes) : nil
  }
}

extension String {
  /// Something, one `@`, something: whether mail arrives there nobody can see from here.
  var isEmailAddress: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !contains { $0.isWhitespace }
      && !hasControlCharacters
  }

  /// `wx` and sixteen hexadecimal digits, as the platform gives them out.
  var isAppID: Bool {
    utf8.count == 18 && hasPrefix("wx") && dropFirst(2).allSatisfy { $0.isASCII && $0.isHexDigit }
      || self == "touristappid"
  }
}
