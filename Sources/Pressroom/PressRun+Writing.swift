internal import Binding
internal import Diagnostics
internal import Manuscript
internal import MiniProgramEdition
internal import MiniProgramRules
internal import Reader
internal import SiteEdition
internal import Templating

extension PressRun {
  /// Writes both editions. Articles come one at a time, each tree once for both, so that memory holds few of them; the
  /// site's pages go straight to the staging folder, the mini-program's wait until they can be packed.
  func write(
    _ publication: Publication, theme: ThemeFiles, delivery: Delivery?, converter: ImageConverter,
    reading: ReadingOptions
  ) async throws -> Build {
    var build = Build()
    var derivations: [ImageDerivation] = []
    if options.editions.contains(.miniProgram) { derivations += MiniProgramWriter.derivations(for: publication) }
    if options.editions.contains(.site) { derivations += SiteWriter.derivations(for: publication) }
    let total = derivations.count
    let (derived, converted) = await converter.convert(derivations, assets: publication.assets, jobs: jobs) {
      [progress] in progress(.init(stage: .images, done: $0, total: total))
    }
    build.diagnostics += converted

    var site: SiteWriter?
    if options.editions.contains(.site) {
      let printed = publication.restricted(to: .site)
      let cards = SiteWriter.shareCards(printed, theme: theme)
      let (made, trouble) = await converter.make(cards, jobs: jobs) { [progress] in
        progress(.init(stage: .images, done: $0, total: cards.count))
      }
      build.diagnostics += trouble
      let writer = SiteWriter.make(publication: printed, theme: theme, derived: derived, cards: made)
      build.diagnostics += writer.1
      site = writer.0
    }
    var miniProgram: MiniProgramWriter?
    if options.editions.contains(.miniProgram) {
      let made = MiniProgramWriter.make(
        publication: publication.restricted(to: .miniProgram), theme: theme, derived: derived)
      build.diagnostics += made.1
      miniProgram = made.0
    }

    var spill: PageSpill?
    if miniProgram != nil {
      if let delivery { spill = try delivery.makeSpill() } else { spill = try PageSpill(in: nil) }
    }
    let plan = searchPlan(publication)
    var written = try await writeArticles(publication, site, miniProgram, delivery, spill, reading, plan)
    // The terms of all articles are needed no longer than that.
    let indexes = try await searchIndexes(Self.takeTerms(of: &written), publication, plan)
    for result in written {
      build.diagnostics += result.diagnostics
      build.adaptations += result.adaptations
      for (edition, count) in result.pages { build.statistics.pages[edition, default: 0] += count }
    }
    // Words that a reader would miss keep the editions back.
    build.diagnostics += build.adaptations.map(\.diagnostic).filter { $0.severity == .error }
    if let site {
      var feeds: [Int: [UInt8]] = [:]
      for (index, result) in written.enumerated() { feeds[index] = result.feed }
      try stage(site.writeListings(feeds: feeds), .site, publication, delivery, &build)
      if let index = indexes.site { try stage(site.writeSearch(index), .site, publication, delivery, &build) }
    }
    var maps = [[UInt8]?](repeating: nil, count: written.count)
    if let miniProgram, let spill {
      let packing = miniProgram.pack(written.map { $0.waiting?.measure })
      try stage(packing.artifacts, .miniProgram, publication, delivery, &build)
      let texts = written.map { $0.waiting?.text }
      var finished = try await finishArticles(texts, packing, spill, delivery, &build)
      maps = finished.maps
      let search = try searchMaterial(indexes, written.map(\.searchText), plan, spill)
      let conclusion = packing.conclude(articleBytes: finished.bytes, search: search)
      try stage(conclusion.artifacts, .miniProgram, publication, delivery, &build)
      build.diagnostics += conclusion.diagnostics
      build.statistics.packages = conclusion.packages.map { Build.Package(name: $0.name, bytes: $0.bytes) }
      let others = packing.artifacts + conclusion.artifacts
      var checker = RulesChecker()
      finished.findings += findings(others, &checker)
      let findings = finished.findings
      build.statistics.privacyPurposes = RulesChecker.privacyPurposes(findings)
      try judge(
        findings, limits: publication.configuration.miniProgram, artifacts: others, &build,
        entries: texts.count
      ) { entry in
        try texts[entry].flatMap { packing.finish(entry, text: try spill.text($0))?.artifacts }
      }
    }
    build.sourceMaps = SourceMaps(
      encoded: Self.archive(publication, site: written.map(\.siteMap), miniProgram: maps))
    return build
  }

  /// Moves a build into place and completes its figures.
  func deliver(_ build: inout Build, by delivery: Delivery, ledger: (Build) -> Ledger) throws(PressError) {
    var complete = build
    complete.isDelivered = true
    let outcome = try delivery.commit(editions: options.editions) { outcome in
      complete.statistics.bytes = outcome.bytes
      var new = ledger(complete)
      new.outputs = outcome.outputs
      return new
    }
    complete.written = outcome.written
    complete.removed = outcome.removed
    complete.statistics.filesWritten = outcome.written.count
    complete.statistics.filesRemoved = outcome.removed.count
    complete.statistics.filesUnchanged = outcome.unchanged
    build = complete
  }

  private struct WrittenEntry: Sendable {
    var diagnostics: [Diagnostic] = []
    var adaptations: [Adaptation] = []
    /// In the archive's form: as values source maps would take more memory than the pages.
    var siteMap: [UInt8]?
    /// Of the mini-program, until every article has its package.
    var waiting: (measure: ArticleMeasure, text: PageSpill.Place)?
    /// For the site's feeds; of the newest posts alone.
    var feed: [UInt8]?
    /// Of the first entry of a range: the terms of the whole range.
    var terms: SearchTermBlock?
    var searchText: PageSpill.Place?
    var pages: [Edition: Int] = [:]
  }

  private static func takeTerms(of written: inout [WrittenEntry]) -> [SearchTermBlock] {
    written.indices.compactMap { written[$0].terms.take() }
  }

  private func writeArticles(
    _ publication: Publication, _ site: SiteWriter?, _ miniProgram: MiniProgramWriter?, _ delivery: Delivery?,
    _ spill: PageSpill?, _ reading: ReadingOptions,
    _ plan: SearchPlan
  ) async throws -> [WrittenEntry] {
    let entries = publication.entries
    let reader = ArticleReader(options: reading)
    return try await Workers.map(count: entries.count, jobs: jobs, chunk: 16) { [store, progress] range in
      var scratch = ArticleStore.Scratch()
      progress(.init(stage: .writing, done: range.lowerBound, total: entries.count))
      var results: [WrittenEntry] = []
      results.reserveCapacity(range.count)
      var extractor = SearchExtractor(first: range.lowerBound)
      for index in range {
        let editions = entries[index].facts.frontMatter.editions
        var result = WrittenEntry()
        guard let article = store.tree(of: entries[index].facts.path, reader: reader, scratch: &scratch) else {
          let path = entries[index].facts.path
          result.diagnostics.append(Diagnostic(.unreadableFile, path: path, arguments: [""]))
          results.append(result)
          extractor.skip()
          continue
        }
        if plan.needsTexts, !entries[index].facts.frontMatter.isHidden {
          let text = extractor.extract(article)
          if let site, let delivery, plan.site == .full, editions.contains(.site) {
            for artifact in site.writeSearchText(text, entry: index) {
              _ = try delivery.stage(artifact, edition: .site)
            }
          }
          if let miniProgram, let spill, plan.miniProgram == .full, editions.contains(.miniProgram) {
            result.searchText = try spill.keep(miniProgram.searchText(text))
          }
        } else {
          extractor.skip()
        }
        if let site, editions.contains(.site) {
          let written = site.write(article, entry: index, drawings: drawings(of: entries[index], publication))
          result.feed = site.feedContent(article, entry: index)
          result.diagnostics += written.diagnostics
          result.adaptations += written.adaptations
          result.siteMap = ArticleSourceMap.encoded(written.sourceMap)
          result.pages[.site] = written.artifacts.count
          if let delivery {
            for artifact in written.artifacts { _ = try delivery.stage(artifact, edition: .site) }
          }
        }
        if let miniProgram, let spill, editions.contains(.miniProgram) {
          let rendered = miniProgram.render(article, entry: index)
          result.diagnostics += rendered.diagnostics
          result.adaptations += rendered.adaptations
          let (measure, text) = rendered.separated()
          result.waiting = (measure, try spill.keep(text))
        }
        results.append(result)
      }
      let terms = extractor.finish()
      if plan.needsTexts { results[0].terms = terms }
      return results
    }
  }

  private struct FinishedPages: Sendable {
    var shares: [Packing.Share]
    /// In the archive's form.
    var map: [UInt8]
    var findings: [FileFindings]
    var pages = 0
    var twins: [String] = []
  }

  /// Finishes the articles that have found a package and stages them, on all cores.
  ///
  /// - Returns: their bytes by package, their source maps in the archive's form, one element an entry, and what the
  ///   rules say of each file.
  private func finishArticles(
    _ texts: [PageSpill.Place?], _ packing: Packing, _ spill: PageSpill, _ delivery: Delivery?, _ build: inout Build
  ) async throws -> (bytes: [Int], maps: [[UInt8]?], findings: [FileFindings]) {
    let finished = try await Workers.map(count: texts.count, jobs: jobs, chunk: 16) { range in
      var checker = RulesChecker()
      return try range.map { entry -> FinishedPages? in
        guard let place = texts[entry], packing.holds(entry),
          let article = packing.finish(entry, text: try spill.text(place))
        else { return nil }
        var result = FinishedPages(
          shares: article.shares, map: ArticleSourceMap.encoded(article.sourceMap),
          findings: findings(article.artifacts, &checker))
        for artifact in article.artifacts {
          if artifact.path.hasSuffix(".wxml") { result.pages += 1 }
          guard let delivery else { continue }
          if try !delivery.stage(artifact, edition: .miniProgram) { result.twins.append(artifact.path) }
        }
        return result
      }
    }
    var bytes = [Int](repeating: 0, count: packing.packageCount)
    for case let article? in finished {
      for share in article.shares { bytes[share.package] += share.byteCount }
      build.statistics.pages[.miniProgram, default: 0] += article.pages
      build.diagnostics += article.twins.map { twin($0, .miniProgram) }
    }
    return (bytes, finished.map { $0?.map }, finished.flatMap { $0?.findings ?? [] })
  }

  private func twin(_ path: String, _ edition: Edition) -> Diagnostic {
    Diagnostic(.twinAddress, path: edition.folder + "/" + path, arguments: ["/" + path, ""])
  }

  private func stage(
    _ artifacts: [Artifact], _ edition: Edition, _ publication: Publication, _ delivery: Delivery?,
    _ build: inout Build
  ) throws(PressError) {
    let hashes = Dictionary(publication.assets.lazy.map { ($0.path, UInt64($0.contentHash, radix: 16)) }) { $1 }
    for artifact in artifacts {
      if artifact.path.hasSuffix(edition == .site ? ".html" : ".wxml") {
        build.statistics.pages[edition, default: 0] += 1
      }
      guard let delivery else { continue }
      var hash: UInt64?
      if case .copy(let path) = artifact.content { hash = hashes[path] ?? nil }
      if try !delivery.stage(artifact, edition: edition, hash: hash) {
        build.diagnostics.append(twin(artifact.path, edition))
      }
    }
  }
}
