internal import Diagnostics
package import Manuscript
internal import Reader

extension Press {
  /// What became of every construct, after a build with the same options: one report an article that is printed, by path.
  ///
  /// - Parameters:
  ///   - build: tells what the writers did.
  ///   - path: one article, relative to the source folder; nil for all.
  package func fidelity(of build: Build, article path: String? = nil) async throws -> [FidelityReport] {
    let workspace = try Workspace.scan(options.source)
    let files = workspace.articles.filter { path == nil || $0.path == path }
    if let path, files.isEmpty { throw PressError(Diagnostic(.unreadableFile, path: path, arguments: [""])) }
    let adaptations = Dictionary(grouping: build.adaptations, by: \.path)
    let (configuration, _) = PressRun.configuration(of: options)
    let reading = ReadingOptions(configuration)
    // The build's own trees, where it had to read.
    store.prepare(options: reading, files: workspace.articles)
    let reader = ArticleReader(options: reading)
    var scratch = ArticleStore.Scratch()
    var reports: [FidelityReport] = []
    for file in files {
      let known = store.record(
        of: file, reader: reader, trustedBefore: workspace.scannedAt - PressRun.clockGranularity, scratch: &scratch)
      store.finish(&scratch)
      guard let facts = known?.facts, let article = store.tree(of: file.path, reader: reader, scratch: &scratch) else {
        throw PressError(Diagnostic(.unreadableFile, path: file.path, arguments: [FileSystem.reason()]))
      }
      guard facts.withheld(by: configuration, now: options.now) == nil else { continue }
      reports.append(
        FidelityReport(article, editions: options.editions, adaptations: adaptations[file.path] ?? []))
    }
    return reports
  }
}
