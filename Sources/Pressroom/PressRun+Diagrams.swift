internal import Diagnostics
internal import Manuscript
internal import Templating
internal import Typesetting

extension PressRun {
  /// Has the diagrams drawn of those articles that are printed.
  func drawDiagrams(
    of facts: [ArticleFacts], _ configuration: Configuration, _ theme: ThemeFiles
  ) async -> (assets: [Asset], diagnostics: [Diagnostic]) {
    let wanted = facts.filter { !$0.diagrams.isEmpty && $0.withheld(by: configuration, now: options.now) == nil }
    guard !wanted.isEmpty else { return ([], []) }
    let (tokens, _) = ThemeTokens.parse(theme[ThemeTokens.fileName]?.bytes ?? [])
    let paper: String = if case .color(let light, _) = tokens["paper"] { light } else { "#ffffff" }
    let drawer = DiagramDrawer(source: options.source, paper: paper, tool: ChildProcess.find(DiagramDrawer.command))
    return await drawer.draw(wanted, jobs: jobs)
  }

  /// The pictures that a page holds in itself: the bytes of each file, by asset.
  func drawings(of entry: Publication.Entry, _ publication: Publication) -> [Int: [UInt8]] {
    guard !entry.facts.diagrams.isEmpty else { return [:] }
    var drawings: [Int: [UInt8]] = [:]
    for diagram in entry.facts.diagrams {
      guard entry.destinations.indices.contains(diagram.reference),
        case .asset(let asset, _) = entry.destinations[diagram.reference]
      else { continue }
      drawings[asset] = FileSystem.read(options.source + "/" + publication.assets[asset].path)
    }
    return drawings
  }
}
