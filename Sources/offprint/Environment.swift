internal import Glibc

/// What the surroundings of the process say.
enum Environment {
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The moment that decides what lies in the future, in seconds since 1970: `SOURCE_DATE_EPOCH`
  /// (reproducible-builds.org/specs/source-date-epoch) where set, else the clock; nil when the variable is no number.
  static func now() -> Int64? {
    guard let epoch = value("SOURCE_DATE_EPOCH"), !epoch.isEmpty else { return Int64(time(nil)) }
    return Int64(epoch)
  }

  /// Minutes east of UTC of the machine's zone at a moment.
  static func offsetMinutes(at seconds: Int64) -> Int {
    var moment = time_t(seconds)
    var fields = tm()
    return localtime_r(&moment, &fields) == nil ? 0 : fields.tm_gmtoff / 60
  }
}
