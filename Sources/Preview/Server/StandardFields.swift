internal import Glibc
internal import NIOConcurrencyHelpers
internal import NIOHTTP1

/// The fields of every response.
///
/// Never `Strict-Transport-Security`: it would bind `localhost` with all its ports, for months.
enum StandardFields {
  private static let security = [
    ("x-content-type-options", "nosniff"), ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "SAMEORIGIN"), ("referrer-policy", "same-origin"),
  ]

  /// Adds what the response does not say itself.
  static func add(to fields: inout HTTPHeaders) {
    for (name, value) in security where !fields.contains(name: name) { fields.add(name: name, value: value) }
    fields.add(name: "date", value: date())
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
