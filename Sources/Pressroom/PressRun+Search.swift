internal import Binding
internal import Manuscript

extension PressRun {
  /// What the search of each edition is to find; nil where there is none.
  struct SearchPlan: Sendable {
    var site: Configuration.SearchScope?
    var miniProgram: Configuration.SearchScope?
    /// Bytes of text that the mini-program would carry, roughly.
    var textEstimate = 0

    /// Nothing but titles is taken from an article where no edition needs more.
    var scope: Configuration.SearchScope {
      if site == .full || miniProgram == .full { return .full }
      return site == nil && miniProgram == nil ? .off : .titles
    }
  }

  func searchPlan(_ publication: Publication) -> SearchPlan {
    let wanted = publication.configuration.search
    var plan = SearchPlan()
    guard wanted != .off else { return plan }
    if options.editions.contains(.site) { plan.site = wanted }
    guard options.editions.contains(.miniProgram) else { return plan }
    plan.miniProgram = wanted
    // A character takes three bytes, a word seven with its space.
    for entry in publication.entries.indices where publication.isSearchable(entry, in: .miniProgram) {
      plan.textEstimate += publication.entries[entry].facts.wordCount * 4
    }
    // What can never fit need not wait in memory until that is seen.
    if plan.textEstimate > publication.configuration.miniProgram.totalBudget { plan.miniProgram = .titles }
    return plan
  }

  /// The index of what some entries gave, made on all cores.
  func searchIndex(
    _ extracts: [SearchExtract?], _ publication: Publication, _ edition: Edition, scope: Configuration.SearchScope
  ) async throws -> SearchIndex {
    let held = extracts.enumerated().map { publication.isSearchable($0, in: edition) ? $1 : nil }
    let indexer = SearchIndexer(held, scope: scope)
    let groups = try await Workers.map(count: indexer.groupCount, jobs: jobs, chunk: 1) { range in
      range.map { indexer.group($0) }
    }
    return indexer.index(groups)
  }
}
