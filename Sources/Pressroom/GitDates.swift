internal import Diagnostics
internal import Manuscript
internal import Synchronization

/// When the files of a source folder were last committed: one call of git for all of them, its answer kept until another
/// commit is checked out.
struct GitDates: Sendable {
  struct Change: Hashable, Sendable {
    /// The last commit's author date.
    var date: ArticleDate
    /// Whether an earlier commit touched the file as well.
    var isRepeated: Bool
  }

  /// By path below the source folder.
  private(set) var changes: [String: Change] = [:]

  /// Seconds that git may take.
  static let timeLimit = 120

  /// - Returns: the dates, and why there are none.
  static func read(source: String, files: [String]) async -> (GitDates, Diagnostic?) {
    func without(_ reason: String) -> (GitDates, Diagnostic?) {
      (GitDates(), Diagnostic(.gitUnavailable, path: Configuration.fileName, arguments: [reason]))
    }
    guard let repository = GitRepository(around: source) else { return without("no-repository") }
    if repository.isShallow { return without("shallow-clone") }
    let cache = source + "/.offprint/git-dates"
    if let bytes = FileSystem.read(cache), let known = decode(bytes, head: repository.head) { return (known, nil) }
    guard ChildProcess.find("git") != nil else { return without("no-git") }
    let log = Mutex(GitLog(wanted: Set(files)))
    let isWell = await ChildProcess.stream(
      "git",
      [
        "-C", source, "-c", "log.showSignature=false", "--no-pager", "log", "--relative", "--format=%x01%ad",
        "--date=raw", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--diff-filter=d", "HEAD",
        "--", "content",
      ], environment: ["GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"], seconds: timeLimit
    ) { bytes in log.withLock { $0.read(bytes) } }
    guard isWell == true else { return without("git-failed") }
    let dates = GitDates(changes: log.withLock { $0.changes })
    if FileSystem.makeFolders(source + "/.offprint") { FileSystem.replace(cache, with: dates.encoded(repository.head)) }
    return (dates, nil)
  }

  /// Gives articles that name no date of their last change the one of git. A post that was committed once was not changed
  /// since: the day it came into the repository says nothing.
  func complete(_ facts: inout [ArticleFacts]) {
    for index in facts.indices where facts[index].frontMatter.lastModified == nil {
      guard let change = changes[facts[index].path], change.isRepeated || facts[index].kind != .post else { continue }
      facts[index].frontMatter.lastModified = change.date
    }
  }

  // MARK: The cache: a line for the commit, then `seconds offset repeated path`, each ended by NUL.

  func encoded(_ head: String) -> [UInt8] {
    var text = head + "\0"
    for (path, change) in changes.sorted(by: { $0.key < $1.key }) {
      text += "\(change.date.seconds) \(change.date.offsetMinutes) \(change.isRepeated ? 1 : 0) \(path)\0"
    }
    return Array(text.utf8)
  }

  private static func decode(_ bytes: [UInt8], head: String) -> GitDates? {
    var lines = bytes.split(separator: 0)[...]
    guard let first = lines.popFirst(), first.elementsEqual(head.utf8) else { return nil }
    var dates = GitDates()
    for line in lines {
      let parts = line.split(separator: 32, maxSplits: 3).map { String(decoding: $0, as: UTF8.self) }
      guard parts.count == 4, let seconds = Int64(parts[0]), let offset = Int(parts[1]) else { return nil }
      dates.changes[parts[3]] = Change(
        date: ArticleDate(seconds: seconds, offsetMinutes: offset), isRepeated: parts[2] == "1")
    }
    return dates
  }
}

/// Reads what `git log -z --name-only --format=%x01%ad --date=raw` prints, newest commit first, however it is cut into pieces.
struct GitLog: Sendable {
  private(set) var changes: [String: GitDates.Change] = [:]
  /// Files that two commits are still looked for of.
  private var wanted: Set<String>
  private var pending: [UInt8] = []
  private var date: ArticleDate?

  /// Longer names are no names of articles.
  private static let nameLimit = 8192

  init(wanted: Set<String>) { self.wanted = wanted }

  /// - Returns: false when nothing that follows can matter.
  mutating func read(_ bytes: UnsafeRawBufferPointer) -> Bool {
    for byte in bytes {
      if byte == 0 {
        take()
        pending.removeAll(keepingCapacity: true)
        if wanted.isEmpty { return false }
      } else if pending.count < Self.nameLimit {
        pending.append(byte)
      }
    }
    return true
  }

  private mutating func take() {
    let text = pending.drop { $0 == 10 }
    guard let first = text.first else { return }
    if first == 1 {
      date = Self.date(text.dropFirst())
      return
    }
    let path = String(decoding: text, as: UTF8.self)
    guard let date, wanted.contains(path) else { return }
    if changes[path] == nil {
      changes[path] = GitDates.Change(date: date, isRepeated: false)
    } else {
      changes[path]?.isRepeated = true
      wanted.remove(path)
    }
  }

  /// `1706716800 +0800`
  private static func date(_ text: ArraySlice<UInt8>) -> ArticleDate? {
    let parts = text.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 2, let seconds = Int64(parts[0]), parts[1].utf8.count == 5, let zone = Int(parts[1]) else {
      return nil
    }
    return ArticleDate(seconds: seconds, offsetMinutes: zone / 100 * 60 + zone % 100)
  }
}
