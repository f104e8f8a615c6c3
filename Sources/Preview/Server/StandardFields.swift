internal import Glibc
internal import NIOConcurrencyHelpers

/// The fields of every response.
///
/// Never `Strict-Transport-Security`: it would bind `localhost` with all its ports, for months.
enum StandardFields {
  private static let security = [
    ("x-content-type-options", "nosniff"), ("cross-origin-resource-policy", "same-origin"),
  ]
  /// Of what can be a page or load something; they say nothing of a picture.
  private static let securityOfPages = [("x-frame-options", "SAMEORIGIN"), ("referrer-policy", "same-origin")]

  /// Tells what a response does not say itself; `length` of its body, where it is known.
  static func each(
    beside fields: [(name: String, value: String)], length: Int?, _ tell: (_ name: String, _ value: String) -> Void
  ) {
    for (name, value) in security where !fields.contains(where: { $0.name == name }) { tell(name, value) }
    if !isBare(fields) {
      for (name, value) in securityOfPages where !fields.contains(where: { $0.name == name }) { tell(name, value) }
    }
    tell("date", date())
    if let length { tell("content-length", "\(length)") }
  }

  /// Pictures, sound, film, type and bytes of no known kind.
  private static func isBare(_ fields: [(name: String, value: String)]) -> Bool {
    guard let type = fields.first(where: { $0.name == "content-type" })?.value else { return false }
    return type == MediaType.unknown
      || ["image/", "audio/", "video/", "font/"].contains { type.hasPrefix($0) }
        && !type.hasPrefix("image/svg")
  }

  private static let current = NIOLockedValueBox<(second: Int64, text: String)>((-1, ""))

  private static func date() -> String {
    let now = Int64(time(nil))
    return current.withLockedValue { current in
      if current.second != now { current = (now, HTTPDate.text(now)) }
      return current.text
    }
  }
}
