import Manuscript

/// Addresses of the published site as the mini-program shows and copies them.
enum WebAddress {
  /// What stands before a site path: scheme, host and base path; empty when the author's address is not known.
  static func base(_ configuration: Configuration) -> String {
    configuration.url.isEmpty ? "" : configuration.url + configuration.basePath
  }
}
