internal import Diagnostics
internal import Manuscript
internal import Reader
internal import Templating

extension PressRun {
  struct ReadArticles: Sendable {
    var facts: [ArticleFacts]
    var inputs: [Ledger.Input]
    var diagnostics: [Diagnostic]
    var options: ReadingOptions
  }

  /// Reads every article, on all cores.
  func readArticles(
    _ workspace: Workspace, _ configuration: Configuration, trustedBefore: Int64
  ) async throws -> ReadArticles {
    let reading = ReadingOptions(configuration)
    store.prepare(options: reading, files: workspace.articles)
    let files = workspace.articles
    let reader = ArticleReader(options: reading)
    let results = try await Workers.map(count: files.count, jobs: jobs, chunk: 16) { [store, progress] range in
      var scratch = ArticleStore.Scratch()
      defer { store.finish(&scratch) }
      progress(.init(stage: .reading, done: range.lowerBound, total: files.count))
      return range.map { index -> (Workspace.File, ArticleStore.Record?, reason: String) in
        var record = store.record(of: files[index], reader: reader, trustedBefore: trustedBefore, scratch: &scratch)
        let reason = record == nil ? FileSystem.reason() : ""
        record?.tree = nil
        return (files[index], record, reason)
      }
    }
    var read = ReadArticles(facts: [], inputs: [], diagnostics: [], options: reading)
    read.facts.reserveCapacity(files.count)
    read.inputs.reserveCapacity(files.count)
    for (file, record, reason) in results {
      guard let record else {
        read.diagnostics.append(Diagnostic(.unreadableFile, path: file.path, arguments: [reason]))
        continue
      }
      read.facts.append(record.facts)
      read.inputs.append(Ledger.Input(path: file.path, stamp: file.stamp, hash: record.hash))
      read.diagnostics += record.diagnostics
    }
    return read
  }

  /// Looks at every asset, on all cores.
  func readAssets(
    _ workspace: Workspace, _ ledger: Ledger
  ) async throws -> (assets: [Asset], inputs: [Ledger.Input], diagnostics: [Diagnostic]) {
    let reader = AssetReader(
      root: options.source, known: Dictionary(ledger.inputs.lazy.map { ($0.path, $0) }) { first, _ in first },
      trustedBefore: ledger.scannedAt - Self.clockGranularity)
    let files = workspace.assets
    let results = try await Workers.map(count: files.count, jobs: jobs, chunk: 8) { range in
      range.map { index in
        let result = reader.read(files[index])
        return (file: files[index], result: result, reason: result == nil ? FileSystem.reason() : "")
      }
    }
    var assets: [Asset] = []
    var inputs: [Ledger.Input] = []
    var diagnostics: [Diagnostic] = []
    for (file, result, reason) in results {
      guard let result else {
        diagnostics.append(Diagnostic(.unreadableFile, path: file.path, arguments: [reason]))
        continue
      }
      assets.append(result.asset)
      inputs.append(result.input)
      if let diagnostic = result.diagnostic { diagnostics.append(diagnostic) }
    }
    return (assets, inputs, diagnostics)
  }

  /// The theme with the author's files in place of the embedded ones.
  func readTheme(_ workspace: Workspace) -> (ThemeFiles, [Diagnostic]) {
    var theme = ThemeFiles.embedded()
    var diagnostics: [Diagnostic] = []
    for file in workspace.theme {
      let name = String(file.path.dropFirst("assets/theme/".count))
      guard let bytes = FileSystem.read(options.source + "/" + file.path) else {
        diagnostics.append(Diagnostic(.unreadableFile, path: file.path, arguments: [FileSystem.reason()]))
        continue
      }
      if !theme.override(name, with: ThemeFiles.File(path: file.path, bytes: bytes)) {
        let near = Suggestion.nearest(to: name, among: theme.files.keys.sorted()) ?? ""
        diagnostics.append(Diagnostic(.unknownThemeFile, path: file.path, arguments: [name, near]))
      }
    }
    return (theme, diagnostics)
  }

  /// Ledger lines of the configuration and the theme.
  func otherInputs(_ workspace: Workspace) -> [Ledger.Input] {
    ((workspace.configuration.map { [$0] } ?? []) + workspace.theme).map { file in
      Ledger.Input(
        path: file.path, stamp: file.stamp,
        hash: FileSystem.read(options.source + "/" + file.path).map { ContentHash.hash($0) } ?? 0)
    }
  }
}
