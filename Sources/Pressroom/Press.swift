package import Diagnostics
package import Manuscript
internal import MiniProgramRules
internal import Reader
internal import Synchronization

/// One source folder being printed, again and again: remembers what it read and wrote between builds.
package actor Press {
  let options: PressOptions
  /// Told about stages and how far they are, from any thread.
  let progress: @Sendable (Progress) -> Void
  let store: ArticleStore
  /// The last build that was delivered; it stays when a later one fails.
  package private(set) var lastGood: Build?
  /// `Build.emitted` of the last build.
  private let emitted = Mutex<[String: [UInt8]]>([:])

  package init(options: PressOptions, progress: (@Sendable (Progress) -> Void)? = nil) {
    self.options = options
    self.progress = progress ?? { _ in }
    store = ArticleStore(root: options.source)
  }

  /// What the press is doing now.
  package struct Progress: Sendable {
    package enum Stage: String, Sendable { case reading, images, writing, delivering }
    package var stage: Stage
    package var done: Int
    package var total: Int
    package init(stage: Stage, done: Int, total: Int) {
      self.stage = stage
      self.done = done
      self.total = total
    }
  }

  /// Reads, binds, writes and delivers. An author's mistakes are diagnostics of the result; trouble with the machine is
  /// thrown as `PressError`.
  package func build() async throws -> Build {
    let run = PressRun(options: options, store: store, progress: progress)
    let build = try await run.build()
    emitted.withLock { $0 = build.emitted }
    if build.isDelivered { lastGood = build }
    return build
  }

  /// Reads one article and returns its tree (for `offprint dump`).
  ///
  /// - Parameter path: relative to the source folder.
  package func article(at path: String) async throws -> (Article, [Diagnostic]) {
    guard let file = source(path) else {
      throw PressError(Diagnostic(.unreadableFile, path: path, arguments: [FileSystem.reason()]))
    }
    let (configuration, _) = PressRun.configuration(of: options)
    let reader = ArticleReader(options: ReadingOptions(configuration))
    return reader.read(file, kind: Workspace.kind(of: path))
  }

  /// The path under which the site will be published, as `offprint.yml` has it now: `/blog`, or empty.
  nonisolated package var basePath: String { PressRun.configuration(of: options).0.basePath }

  /// The bytes of a source file, or of an emitted one, for printing diagnostics; nil when it cannot be read.
  nonisolated package func source(_ path: String) -> SourceFile? {
    if path.hasPrefix(RulesChecker.pathPrefix) {
      let delivered =
        options.output + "/" + Edition.miniProgram.folder + "/" + path.dropFirst(RulesChecker.pathPrefix.count)
      return (emitted.withLock { $0[path] } ?? FileSystem.read(delivered)).map { SourceFile(path: path, bytes: $0) }
    }
    let file = path.hasPrefix("/") ? path : options.source + "/" + path
    return FileSystem.read(file, limit: ArticleStore.articleLimit).map { SourceFile(path: path, bytes: $0) }
  }
}
