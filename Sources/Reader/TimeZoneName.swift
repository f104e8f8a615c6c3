/// What may stand behind `timezone:`.
enum TimeZoneName {
  /// Minutes east of UTC of `UTC`, `Z`, `GMT`, `+08:00`, `+0800`, `+8`, `UTC+8`; nil when it is no fixed offset.
  static func fixedOffset(_ text: String) -> Int? {
    var rest = Substring(text.uppercased())
    if rest == "Z" || rest == "UTC" || rest == "GMT" { return 0 }
    if rest.hasPrefix("UTC") || rest.hasPrefix("GMT") { rest = rest.dropFirst(3) }
    guard let sign = rest.popFirst(), sign == "+" || sign == "-", rest.allSatisfy({ $0.isASCII }) else { return nil }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    let hours: Substring
    let minutes: Substring
    switch (parts.count, rest.count) {
    case (1, 1...2): (hours, minutes) = (rest, "0")
    case (1, 4): (hours, minutes) = (rest.prefix(2), rest.suffix(2))
    case (2, _) where parts[1].count == 2: (hours, minutes) = (parts[0], parts[1])
    default: return nil
    }
    guard hours.allSatisfy(\.isNumber), minutes.allSatisfy(\.isNumber), let hour = Int(hours),
      let minute = Int(minutes),
      hour <= 14, minute < 60
    else { return nil }
    return (sign == "-" ? -1 : 1) * (hour * 60 + minute)
  }

  /// Whether a text has the shape of a name of the zone database: `Asia/Shanghai`, `Etc/GMT-8`. Never a path out of its folder.
  static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return text.utf8.count <= 64
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy { $0.isKeyCharacter || $0 == UInt8(ascii: "+") }
      }
  }
}
