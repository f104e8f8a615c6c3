internal import Glibc

/// The process's limit of open files: every connection and every file under way is one.
enum DescriptorLimit {
  /// Raises the soft limit to the hard one, as far as 65,536.
  static func raise() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
