internal import Binding
internal import Diagnostics
internal import Glibc
internal import Manuscript
internal import MiniProgramEdition
internal import Reader
internal import SiteEdition
internal import Templating

/// One build, stage after stage. The stages that write stand in `PressRun+Writing`.
struct PressRun: Sendable {
  let options: PressOptions
  let store: ArticleStore
  let progress: @Sendable (Press.Progress) -> Void

  var jobs: Int { max(1, options.jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  func build() async throws -> Build {
    let clock = ContinuousClock()
    let start = clock.now
    let workspace = try Workspace.scan(options.source)
    let folder = options.delivers ? try OutputFolder(options.output) : nil
    let ledger = folder?.readLedger() ?? Ledger()
    let converter = ImageConverter(source: options.source)
    let environment = environment(tools: [converter.tool, ChildProcess.find(DiagramDrawer.command)])
    if let folder, var build = unchanged(workspace, ledger, folder, environment) {
      build.statistics.seconds = seconds(clock.now - start)
      return build
    }

    // Read.
    let (configuration, configured) = Self.configuration(of: options)
    var diagnostics = workspace.diagnostics + configured
    let (theme, themed) = readTheme(workspace)
    diagnostics += themed
    let read = try await readArticles(workspace, configuration, trustedBefore: trustedBefore(workspace))
    diagnostics += read.diagnostics
    let assets = try await readAssets(workspace, ledger)
    diagnostics += assets.diagnostics
    let drawn = await drawDiagrams(of: read.facts, configuration, theme)
    diagnostics += drawn.diagnostics

    var facts = read.facts
    if configuration.lastModified == .git {
      let (dates, trouble) = await GitDates.read(source: options.source, files: facts.map(\.path))
      dates.complete(&facts)
      if let trouble { diagnostics.append(trouble) }
    }

    // Bind.
    let bound = Binder.bind(
      facts, assets: assets.assets + drawn.assets, configuration: configuration, now: options.now)
    diagnostics += bound.diagnostics
    if options.checksExternalLinks {
      diagnostics += await ExternalLinks(source: options.source, now: options.now).check(bound.publication)
    }

    // Write and deliver.
    let canDeliver = !diagnostics.contains { isError($0) }
    let delivery = try folder.flatMap { folder throws(PressError) in
      canDeliver ? try Delivery(to: folder, ledger: ledger, source: options.source) : nil
    }
    var build = try await write(
      bound.publication, theme: theme, delivery: delivery, converter: converter, reading: read.options)
    build.diagnostics = ordered(diagnostics + build.diagnostics)
    build.statistics.articles = bound.publication.entries.count
    if let delivery {
      if build.hasErrors {
        delivery.abandon()
      } else {
        progress(.init(stage: .delivering, done: 0, total: 1))
        let inputs = read.inputs + assets.inputs + otherInputs(workspace)
        let maps = keepSourceMaps(of: &build)
        try deliver(&build, by: delivery) { build in
          var ledger = Ledger()
          ledger.environment = environment
          ledger.inputs = inputs
          ledger.scannedAt = workspace.scannedAt
          ledger.builtAt = options.now
          ledger.nextDue = nextDue(read.facts, configuration)
          ledger.diagnostics = build.diagnostics
          ledger.adaptations = build.adaptations
          ledger.statistics = build.statistics
          ledger.sourceMaps = maps
          return ledger
        }
      }
    }
    build.statistics.seconds = seconds(clock.now - start)
    return build
  }

  /// The configuration with what the command line overrides, and what is wrong with its file.
  static func configuration(of options: PressOptions) -> (Configuration, [Diagnostic]) {
    var configuration = Configuration()
    var diagnostics: [Diagnostic] = []
    if let bytes = FileSystem.read(options.source + "/" + Configuration.fileName) {
      (configuration, diagnostics) = ConfigurationReader.read(SourceFile(path: Configuration.fileName, bytes: bytes)) {
        name in
        // Names come from the file: only ones that stay below the zone folder.
        guard Delivery.isSafe(name) else { return nil }
        return FileSystem.read("/usr/share/zoneinfo/" + name)
      }
    }
    if let drafts = options.showsDrafts { configuration.showsDrafts = drafts }
    if let future = options.showsFuture { configuration.showsFuture = future }
    configuration.site.isRelative = options.isRelative
    return (configuration, diagnostics)
  }

  // MARK: Nothing to do

  /// The last build once more when nothing it depended on has changed and what it delivered is untouched; else nil.
  private func unchanged(
    _ workspace: Workspace, _ ledger: Ledger, _ folder: OutputFolder, _ environment: String
  ) -> Build? {
    let inputs = workspace.inputs
    // Earlier than the last build (`SOURCE_DATE_EPOCH`), an article that it printed may lie in the future again.
    guard ledger.isSettled, !ledger.outputs.isEmpty, ledger.environment == environment,
      options.now >= ledger.builtAt, options.now < ledger.nextDue,
      inputs.count == ledger.inputs.count
    else { return nil }
    let maps = SourceMapFile(options)
    guard ledger.sourceMaps == 0 || maps.checksum == ledger.sourceMaps else { return nil }
    let known = Dictionary(ledger.inputs.lazy.map { ($0.path, $0) }) { first, _ in first }
    let trusted = ledger.scannedAt - Self.clockGranularity
    for file in inputs {
      guard let input = known[file.path], input.stamp == file.stamp else { return nil }
      if file.stamp.modified >= trusted {
        guard let bytes = FileSystem.read(options.source + "/" + file.path), ContentHash.hash(bytes) == input.hash
        else { return nil }
      }
    }
    for (path, output) in ledger.outputs {
      guard let stamp = folder.stamp(path), stamp.byteCount == output.byteCount, stamp.modified == output.modified
      else { return nil }
    }
    var build = Build(
      diagnostics: ledger.diagnostics, adaptations: ledger.adaptations,
      sourceMaps: SourceMaps(file: maps.path, checksum: ledger.sourceMaps), statistics: ledger.statistics,
      isDelivered: true)
    build.statistics.filesUnchanged = ledger.outputs.count
    return build
  }

  /// File times come from a clock that ticks this coarsely, in nanoseconds: a change within a tick does not show.
  static let clockGranularity: Int64 = 20_000_000

  func trustedBefore(_ workspace: Workspace) -> Int64 { workspace.scannedAt - Self.clockGranularity }

  /// Everything besides files that decides what is written.
  private func environment(tools: [String?]) -> String {
    let executable = FileSystem.stamp("/proc/self/exe").map { "\($0.byteCount)-\($0.modified)" } ?? ""
    let programs = tools.map { tool in
      tool.flatMap { FileSystem.stamp($0) }.map { "\($0.byteCount)-\($0.modified)" } ?? "none"
    }.joined(separator: " ")
    let editions = Edition.allCases.filter(options.editions.contains).map(\.rawValue).joined(separator: "+")
    let flags =
      "drafts=\(options.showsDrafts as Bool?) future=\(options.showsFuture as Bool?) strict=\(options.isStrict)"
      + " relative=\(options.isRelative) head=\(historyState)"
    return [options.toolVersion, executable, programs, editions, flags, options.source].joined(separator: "\n")
  }

  /// The commit that is checked out, where the configuration speaks of dates that come from git; else nothing.
  private var historyState: String {
    guard let bytes = FileSystem.read(options.source + "/" + Configuration.fileName),
      String(decoding: bytes, as: UTF8.self).firstRange(of: "last-modified") != nil
    else { return "" }
    return GitRepository(around: options.source)?.head ?? ""
  }

  /// When the first article of the future becomes due, or the first one expires.
  private func nextDue(_ facts: [ArticleFacts], _ configuration: Configuration) -> Int64 {
    var due = Int64.max
    for article in facts {
      if !configuration.showsFuture, let date = article.frontMatter.date?.seconds, date > options.now {
        due = min(due, date)
      }
      if let end = article.frontMatter.expires?.seconds, end > options.now { due = min(due, end) }
    }
    return due
  }

  // MARK: Diagnostics

  func isError(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error || (options.isStrict && diagnostic.severity == .warning)
  }

  /// By path and position, each once, with warnings raised where the author asked for it.
  private func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.compactMap { diagnostic in
      var raised = diagnostic
      if isError(diagnostic) { raised.severity = .error }
      return seen.insert(raised).inserted ? raised : nil
    }.sorted { left, right in
      if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
      let (leftStart, rightStart) = (left.range?.start ?? 0, right.range?.start ?? 0)
      if leftStart != rightStart { return leftStart < rightStart }
      if left.code != right.code { return left.code.rawValue < right.code.rawValue }
      return left.arguments.lexicographicallyPrecedes(right.arguments)
    }
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
