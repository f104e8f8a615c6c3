/// Which Offprint this is.
enum Version {
  /// Semantic version (semver.org), as in `CHANGELOG.md`; a new one reads and writes everything anew.
  static let current = "0.1.0"
}
