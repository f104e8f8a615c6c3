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

    /// Whether the text of articles is looked at: titles are known without it.
    var needsTexts: Bool { site == .full || miniProgram == .full }
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

  /// What the searches of both editions look into; nil where there is none.
  struct SearchIndexes: Sendable {
    var site: SearchIndex?
    /// Of the mini-program, in case there is no room for the full one.
    var titles: SearchIndex?
    var miniProgram: SearchIndex?
  }

  /// - Parameter blocks: in order of their articles; empty where no edition needs texts.
  func searchIndexes(
    _ blocks: [SearchTermBlock], _ publication: Publication, _ plan: SearchPlan
  ) async throws -> SearchIndexes {
    let entries = publication.entries
    let onSite = entries.indices.map { publication.isSearchable($0, in: .site) }
    let inMiniProgram = entries.indices.map { publication.isSearchable($0, in: .miniProgram) }
    func titles(_ isHeld: [Bool]) async throws -> SearchIndex {
      try await searchIndex(SearchIndexer(titles: zip(entries, isHeld).map { $1 ? $0.facts : nil }))
    }
    var indexes = SearchIndexes()
    switch plan.site {
    case .full: indexes.site = try await searchIndex(SearchIndexer(blocks, isHeld: onSite))
    case .titles: indexes.site = try await titles(onSite)
    case .off, nil: break
    }
    if plan.miniProgram != nil { indexes.titles = try await titles(inMiniProgram) }
    if plan.miniProgram == .full {
      // Mostly both hold the same articles.
      let isSame = plan.site == .full && onSite == inMiniProgram
      indexes.miniProgram =
        isSame ? indexes.site : try await searchIndex(SearchIndexer(blocks, isHeld: inMiniProgram))
    }
    return indexes
  }

  /// Made on all cores.
  private func searchIndex(_ indexer: SearchIndexer) async throws -> SearchIndex {
    let groups = try await Workers.map(count: indexer.groupCount, jobs: jobs, chunk: 1) { range in
      range.map { indexer.group($0) }
    }
    return indexer.index(groups)
  }

  /// What the mini-program's search is made of; nil where there is to be none.
  func searchMaterial(
    _ indexes: SearchIndexes, _ texts: [PageSpill.Place?], _ plan: SearchPlan, _ spill: PageSpill
  ) throws -> SearchMaterial? {
    guard let titles = indexes.titles else { return nil }
    var material = SearchMaterial(
      titles: titles, full: indexes.miniProgram, texts: [],
      expectedBytes: plan.isReduced ? plan.textEstimate : nil)
    guard material.full != nil else { return material }
    for place in texts { material.texts.append(try place.map { try spill.text($0) }) }
    return material
  }
}
