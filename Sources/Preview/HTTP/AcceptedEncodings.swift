/// The content codings that a client takes, of those that a folder may hold beside its files.
struct AcceptedEncodings: OptionSet {
  let rawValue: UInt8

  static let brotli = AcceptedEncodings(rawValue: 1)
  static let gzip = AcceptedEncodings(rawValue: 2)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Reads `Accept-Encoding` (RFC 9110, section 12.5.3); a coding at `q=0` is refused.
  init(field: String?) {
    self = []
    guard let field else { return }
    for item in field.split(separator: ",") {
      let parts = item.split(separator: ";")
      guard let name = parts.first?.trimmingWhitespace.lowercased() else { continue }
      let isRefused = parts.dropFirst().contains { parameter in
        let text = parameter.trimmingWhitespace.lowercased()
        return text.hasPrefix("q=0") && text.dropFirst(3).allSatisfy { $0 == "." || $0 == "0" }
      }
      if isRefused { continue }
      if name == "br" { insert(.brotli) }
      if name == "gzip" || name == "x-gzip" { insert(.gzip) }
    }
  }
}
