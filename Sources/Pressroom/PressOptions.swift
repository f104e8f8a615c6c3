package import Manuscript

/// What one press is asked to do; fixed for its life.
package struct PressOptions: Sendable {
  /// Absolute path of the folder that holds `offprint.yml`, `content` and `assets`.
  package var source: String
  /// Absolute path of the folder that gets `web/` and `miniprogram/`.
  package var output: String
  package var editions: Set<Edition>
  /// nil: as `offprint.yml` says.
  package var showsDrafts: Bool?
  /// nil: as `offprint.yml` says.
  package var showsFuture: Bool?
  /// Threads to use; nil: as many as there are cores.
  package var jobs: Int?
  /// Every warning counts as an error.
  package var isStrict: Bool
  /// False for `check`: everything but delivery.
  package var delivers: Bool
  /// Whether addresses on the site are relative and name files, for reading it from a disk.
  package var isRelative: Bool
  /// Whether pages elsewhere are asked if they still answer.
  package var checksExternalLinks: Bool
  /// The moment that decides what is in the future, in seconds since 1970 (`SOURCE_DATE_EPOCH` where set). Never printed
  /// into an edition.
  package var now: Int64
  /// Version of the program, for the ledger: another version reads and writes everything anew.
  package var toolVersion: String

  package init(
    source: String, output: String, editions: Set<Edition> = Set(Edition.allCases), showsDrafts: Bool? = nil,
    showsFuture: Bool? = nil, jobs: Int? = nil, isStrict: Bool = false, delivers: Bool = true,
    isRelative: Bool = false, checksExternalLinks: Bool = false, now: Int64, toolVersion: String
  ) {
    self.source = source
    self.output = output
    self.editions = editions
    self.showsDrafts = showsDrafts
    self.showsFuture = showsFuture
    self.jobs = jobs
    self.isStrict = isStrict
    self.delivers = delivers
    self.isRelative = isRelative
    self.checksExternalLinks = checksExternalLinks
    self.now = now
    self.toolVersion = toolVersion
  }
}
