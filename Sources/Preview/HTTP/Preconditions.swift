internal import NIOHTTP1

/// What tells one state of a file from another to clients.
struct Validators {
  /// With its quotation marks. Always strong: two states never share one.
  var tag: String
  /// Seconds since 1970.
  var modified: Int64
  /// The same as a field has it.
  var modifiedText: String

  /// - Parameter modifiedText: where it is known already.
  init(tag: String, modified: Int64, modifiedText: String? = nil) {
    self.tag = tag
    self.modified = modified
    self.modifiedText = modifiedText ?? HTTPDate.text(modified)
  }
}

/// The conditions of a request (RFC 9110, section 13), as far as a server of files is concerned.
enum Preconditions {
  enum Outcome {
    case proceed
    case notModified
    /// `If-Match` or `If-Unmodified-Since` does not hold.
    case failed
  }

  /// In the order of section 13.2.2.
  static func evaluate(_ fields: HTTPHeaders, _ validators: Validators) -> Outcome {
    if fields.contains(name: "if-match") {
      if !matches(fields["if-match"], validators.tag, weakly: false) { return .failed }
    } else if let date = fields.first(name: "if-unmodified-since").flatMap(HTTPDate.seconds) {
      if validators.modified > date { return .failed }
    }
    if fields.contains(name: "if-none-match") {
      return matches(fields["if-none-match"], validators.tag, weakly: true) ? .notModified : .proceed
    }
    if let date = fields.first(name: "if-modified-since").flatMap(HTTPDate.seconds) {
      return validators.modified <= date ? .notModified : .proceed
    }
    return .proceed
  }

  /// Whether `If-Range` lets a range through: absent, the same strong tag, or exactly the date of last modification where
  /// that is old enough to be a strong validator (section 13.1.5, 8.8.2.2).
  static func allowsRange(_ fields: HTTPHeaders, _ validators: Validators, now: Int64) -> Bool {
    guard let value = fields.first(name: "if-range") else { return true }
    if value.hasPrefix("\"") { return value == validators.tag }
    guard let date = HTTPDate.seconds(value) else { return false }
    return date == validators.modified && validators.modified < now - 1
  }

  private static func matches(_ values: [String], _ tag: String, weakly: Bool) -> Bool {
    values.contains { value in
      value.split(separator: ",").contains { item in
        let item = item.trimmingWhitespace
        if item == "*" { return true }
        if item.hasPrefix("W/") { return weakly && item.dropFirst(2) == tag }
        return item == tag
      }
    }
  }
}
