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
    let paths: [String]
    if let path { paths = [path] } else { paths = try Workspace.scan(options.source).articles.map(\.path) }
    let adaptations = Dictionary(grouping: build.adaptations, by: \.path)
    let (configuration, _) = PressRun.configuration(of: options)
    let reader = ArticleReader(options: ReadingOptions(timeZone: configuration.timeZone))
    var reports: [FidelityReport] = []
    for path in paths {
      guard let file = source(path) else {
        throw PressError(Diagnostic(.unreadableFile, path: path, arguments: [FileSystem.reason()]))
      }
      let article = reader.read(file, kind: Workspace.kind(of: path)).0
      let matter = article.facts.frontMatter
      guard matter.isPublished, configuration.showsDrafts || !matter.isDraft else { continue }
      if let date = matter.date, date.seconds > options.now, article.facts.kind == .post, !configuration.showsFuture {
        continue
      }
      reports.append(
        FidelityReport(article, editions: options.editions, adaptations: adaptations[path] ?? []))
    }
    return reports
  }
}
