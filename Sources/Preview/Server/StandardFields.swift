internal import Glibc
internal import NIOConcurrencyHelpers

/// The fields of every response.
///
/// Never `Strict-Transport-Security`: it would bind `localhost` with all its ports, for months.
enum StandardFields {
  private static let security = [
    ("x-content-type-options", "nosniff"), ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "SAMEORIGIN"), ("referrer-policy", "same-origin"),
  ]

  /// Tells what a response does not say itself; `length` of its body, where it is known.
  static func each(
    beside fields: [(name: String, value: String)], length: Int?, _ tell: (_ name: String, _ value: String) -> Void
  ) {
    for (name, value) in security where !fields.contains(where: { $0.name == name }) { tell(name, value) }
    tell("date", date())
    if let length { tell("content-length", "\(length)") }
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
