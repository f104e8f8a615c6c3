/// The methods that the preview knows; every other is answered with 405 or 501.
package enum Method: String, Sendable, Hashable, CaseIterable {
  case get = "GET"
  case head = "HEAD"
  case options = "OPTIONS"
  /// For routes of our own that ask for it; files are never posted to.
  case post = "POST"
}
