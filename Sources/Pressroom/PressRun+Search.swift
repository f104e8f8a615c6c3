internal import Binding
internal import Manuscript
internal import MiniProgramEdition

extension PressRun {
  /// What the search of each edition is to find; nil where there is none.
  struct SearchPlan: Sendable {
    var site: Configuration.SearchScope?
    var miniProgram: Configuration.SearchScope?
    /// Bytes of text that the mini-program would carry, roughly.
    var textEstimate = 0
    /// Whether the mini-program gets less than was asked for.
    var isReduced = false

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
    if wanted == .full, plan.textEstimate > publication.configuration.miniProgram.totalBudget {
      plan.miniProgram = .titles
      plan.isReduced = true
    }
    return plan
  }

  /// What the mini-program's search is made of; nil where there is to be none.
  func searchMaterial(
    _ extracts: [SearchExtract?], _ texts: [PageSpill.Place?], _ publication: Publication, _ plan: SearchPlan,
    _ spill: PageSpill
  ) async throws -> SearchMaterial? {
    guard let scope = plan.miniProgram else { return nil }
    let titles = try await searchIndex(extracts, publication, .miniProgram, scope: .titles)
    var material = SearchMaterial(
      titles: titles, full: nil, texts: [], expectedBytes: plan.isReduced ? plan.textEstimate : nil)
    guard scope == .full else { return material }
    material.full = try await searchIndex(extracts, publication, .miniProgram, scope: .full)
    for place in texts { material.texts.append(try place.map { try spill.text($0) }) }
    return material
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
