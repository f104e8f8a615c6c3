import Manuscript

/// Reads dates as Jekyll, Hexo and Hugo authors write them.
///
/// A year of four digits, month, day with `-`, `/` or `.` between; then, if a time follows, `T` or blanks,
/// hour, minute, optional second with optional fraction (cut off); then, if an offset follows, `Z`, `UTC`, `GMT`, `+08:00`,
/// `+0800` or `+08`. Without a time it is midnight.
///
/// - A date without an offset is local time in the site's zone. (Jekyll reads one without offset but *with* seconds
///   as UTC, an accident of its YAML library that surprises authors; we do not follow it.)
/// - A date with a numeric offset is shown in that offset: as the author wrote it.
/// - One that names UTC (`Z`) says when, not where: it is shown in the site's zone.
enum DateParser {
  /// nil when the text is no date or names a day or time that does not exist.
  static func parse(_ text: String, zone: TimeZoneRule) -> ArticleDate? {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = DateScanner(bytes)
      return scanner.date(zone: zone)
    }
  }
}

/// The date prefix of a file's name: `2022-12-12-hello.md` (Jekyll's post names).
struct FileNameDate: Hashable, Sendable {
  /// Local midnight in the site's zone.
  var date: ArticleDate
  /// What stands behind the prefix: `hello.md`.
  var rest: String

  /// The same of a path's last component; of `2022-12-12-hello/index.md`, a folder with everything of one article, the
  /// folder's.
  init?(path: String, zone: TimeZoneRule) {
    let parts = path.split(separator: "/")
    guard let last = parts.last else { return nil }
    if last.prefix(while: { $0 != "." }) == "index", parts.count > 1 {
      self.init(parts[parts.count - 2] + "/", zone: zone)
    } else {
      self.init(String(last), zone: zone)
    }
  }

  /// nil when the name has no such prefix, the day does not exist or nothing follows.
  ///
  /// The year may have two digits, which then mean 1969 to 2068 (as Ruby reads them).
  init?(_ name: String, zone: TimeZoneRule) {
    var copy = name
    let parsed: (ArticleDate, Int)? = copy.withUTF8 { bytes in
      var scanner = DateScanner(bytes)
      guard var year = scanner.number(digits: 2...4), scanner.take("-"), let month = scanner.number(digits: 1...2),
        scanner.take("-"), let day = scanner.number(digits: 1...2), scanner.take("-"), !scanner.isAtEnd
      else { return nil }
      if year < 100 { year += year < 69 ? 2000 : 1900 }
      guard year >= 1000, DateScanner.isDay(year, month, day) else { return nil }
      let fields = ArticleDate.Fields(year: year, month: month, day: day)
      return (ArticleDate(local: fields, zone: zone), scanner.position)
    }
    guard let parsed else { return nil }
    self.date = parsed.0
    self.rest = String(decoding: name.utf8.dropFirst(parsed.1), as: UTF8.self)
  }
}
