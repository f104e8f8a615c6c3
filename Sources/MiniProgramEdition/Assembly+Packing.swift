import Diagnostics
import Manuscript
import Templating
import Typesetting

extension Assembly {
  func pack() -> Packer {
    let isUnlimited = configuration.overflow == .unlimited
    let budget = Packer.Budget(
      package: configuration.packageBudget,
      packages: isUnlimited
        ? PagePath.packageLimit
        : min(max(1, configuration.packageLimit - searchReserve.packages), PagePath.packageLimit),
      total: isUnlimited ? nil : configuration.totalBudget - searchReserve.bytes, main: mainEstimate)
    let items = order().compactMap { entry, group -> Packer.Item? in
      guard let measure = measures[entry] else { return nil }
      return item(entry, measure, group: group)
    }
    return Packer(items, budget: budget, fileBytes: writer.files.map { $0?.byteCount ?? 0 })
  }

  private func item(_ entry: Int, _ measure: ArticleMeasure, group: Int) -> Packer.Item {
    let settings = PageSettings.article(title: publication.entries[entry].facts.title)
    let style = measure.pages.contains(where: \.hasFormulas) ? Self.formulaStyle.count : 0
    let around = settings.count + Self.articleHead.count + Self.articleFoot.count + style
    let tail = tailEstimate(entry)
    var item = Packer.Item(
      entry: entry, pageBytes: measure.byteCount + tail + measure.pages.count * around, files: measure.files,
      listBytes: listEstimate(entry), group: group)
    let budget = configuration.packageBudget
    guard measure.pages.count > 1, bytes(of: item) > PlatformLimits.articleBytes(ofPackage: budget) else { return item }
    // Each page also says where all others are.
    let page = around + 16 + 8 * measure.pages.count
    item.pieces = pieces(
      of: item, measure, bytesOfPage: page, tail: tail, limit: PlatformLimits.articleBytes(ofPackage: budget))
    return item
  }

  /// The pages of an article that is too heavy for one package, as many neighbours in a piece as one can hold.
  private func pieces(
    of item: Packer.Item, _ measure: ArticleMeasure, bytesOfPage: Int, tail: Int, limit: Int
  ) -> [Packer.Item] {
    var pieces: [Packer.Item] = []
    for (number, page) in measure.pages.enumerated() {
      let isLast = number == measure.pages.count - 1
      let bytes = page.wxml + page.script + bytesOfPage + (isLast ? tail : 0)
      if var piece = pieces.last, let pages = piece.pages {
        piece.pageBytes += bytes
        piece.files += page.files.filter { !piece.files.contains($0) }
        piece.pages = pages.lowerBound..<number + 1
        if self.bytes(of: piece) <= limit {
          pieces[pieces.count - 1] = piece
          continue
        }
      }
      pieces.append(
        Packer.Item(
          entry: item.entry, pageBytes: bytes + measure.map, files: page.files,
          listBytes: number == 0 ? item.listBytes : 0,
          group: item.group, pages: number..<number + 1))
    }
    return pieces
  }

  /// What the search of titles takes, which is always there; the text gets what the articles leave.
  private var searchReserve: (packages: Int, bytes: Int) {
    guard publication.configuration.search != .off else { return (0, 0) }
    return (1, min(configuration.totalBudget / 8, 64 * 1024 + 220 * publication.entries.count))
  }

  /// Who gets room first: pages, docs in reading order, pinned posts, then posts from the newest. A group each: pages and
  /// docs, then posts.
  private func order() -> [(entry: Int, group: Int)] {
    var seen = [Bool](repeating: false, count: publication.entries.count)
    var result: [(Int, Int)] = []
    var group = 0
    func add(_ entry: Int) {
      guard measures.indices.contains(entry), seen.indices.contains(entry), !seen[entry] else { return }
      seen[entry] = true
      guard publication.entries[entry].facts.frontMatter.editions.contains(.miniProgram) else { return }
      result.append((entry, group))
    }
    func add(_ nodes: [Publication.DocumentNode]) {
      for node in nodes {
        if let entry = node.entry { add(entry) }
        add(node.children)
      }
    }
    publication.pages.forEach(add)
    add(publication.documents)
    group = 1
    publication.pinned.forEach(add)
    publication.posts.forEach(add)
    publication.entries.indices.forEach(add)
    return result
  }

  /// Shell, script, style: what the main package holds before the first article.
  /// Whether any page needs the style of formulas.
  var holdsFormulas: Bool { measures.contains { $0?.pages.contains(where: \.hasFormulas) == true } }

  private var mainEstimate: Int {
    let holdsFormulas = holdsFormulas
    let theme = writer.theme.files.reduce(0) {
      $0
        + ($1.key.hasPrefix("miniprogram/") && (holdsFormulas || $1.key != "miniprogram/math.wxss")
          ? $1.value.bytes.count : 0)
    }
    let terms = (publication.categories + publication.tags).reduce(0) {
      $0 + $1.name.utf8.count + 3 * $1.miniProgramName.utf8.count + 160
    }
    return 24 * 1024 + theme + terms
  }

  /// An article's lines in the tables and in app.json.
  private func listEstimate(_ entry: Int) -> Int {
    let one = publication.entries[entry]
    let summary = min(one.facts.listed.utf8.count, PostTable.summaryBytes)
    let terms = writer.categoriesOfEntry[entry].count + writer.tagsOfEntry[entry].count + 1
    return one.facts.title.utf8.count + one.sitePath.utf8.count * 2 + one.miniProgramName.utf8.count * 2 + summary + 60
      + terms * 6
  }

  /// What `tail` will need: exact but for neighbours that are left out.
  private func tailEstimate(_ entry: Int) -> Int {
    let one = publication.entries[entry]
    var others = [one.previous, one.next].compactMap { $0 } + one.related + one.translations
    var name = 0
    if let part = one.part {
      let series = publication.series[part.series]
      name = series.name.utf8.count + series.miniProgramName.utf8.count + 240
      others += [part.position - 1, part.position + 1].filter(series.posts.indices.contains).map { series.posts[$0] }
    }
    let titles = others.reduce(0) { size, other in
      guard publication.entries.indices.contains(other) else { return size }
      let other = publication.entries[other]
      return size + other.facts.title.utf8.count + other.sitePath.utf8.count * 2 + other.miniProgramName.utf8.count
        + 200
    }
    let terms = writer.categoriesOfEntry[entry].count + writer.tagsOfEntry[entry].count
    return 400 + titles + name + terms * 160
  }

  /// Bytes of an article by itself: its pages and its files.
  func bytes(of item: Packer.Item) -> Int {
    item.pageBytes + item.files.reduce(0) { $0 + (writer.files[$1]?.byteCount ?? 0) }
  }

  /// Says what is not in the edition, and what is too large.
  func report() -> [Diagnostic] {
    var diagnostics = packer.tooLarge.map(tooLarge)
    for limit in Packer.Limit.allCases {
      let articles = packer.leftOut.filter { $0.limit == limit }
      guard !articles.isEmpty else { continue }
      let budget = packer.budget
      let (wanted, allowed) =
        switch limit {
        case .total: (packer.wantedBytes, configuration.totalBudget)
        case .count: (packer.wantedBytes, budget.packages * budget.aim)
        case .main: (packer.wantedMainBytes, budget.mainAim)
        }
      diagnostics.append(
        Diagnostic(
          .packageBudget, severity: configuration.overflow == .fail ? .error : nil, path: Configuration.fileName,
          arguments: [String(articles.count), String(wanted), String(allowed), limit.rawValue],
          notes: articles.map { article in
            Diagnostic.Note(
              code: .packageBudget, arguments: [String(article.bytes)],
              path: publication.entries[article.entry].facts.path, range: .fileStart)
          }))
    }
    guard configuration.overflow != .unlimited else { return diagnostics }
    for (index, bytes) in sizes.enumerated() where bytes > configuration.packageBudget {
      diagnostics.append(
        Diagnostic(
          .pageTooLarge, severity: .error, path: Configuration.fileName,
          arguments: [index == 0 ? "main" : PagePath.root(index), String(bytes), String(configuration.packageBudget)]))
    }
    return diagnostics
  }

  /// An article that no package can hold, with what is heaviest in it.
  private func tooLarge(_ item: Packer.Item) -> Diagnostic {
    let path = publication.entries[item.entry].facts.path
    let heaviest = item.files.compactMap { asset in writer.files[asset].map { (asset, $0.byteCount) } }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(5)
    return Diagnostic(
      .pageTooLarge, severity: configuration.overflow == .fail ? .error : nil, path: path,
      arguments: [path, String(bytes(of: item)), String(configuration.packageBudget)],
      notes: heaviest.map { asset, bytes in
        Diagnostic.Note(
          code: .pageTooLarge, arguments: [publication.assets[asset].path, String(bytes)], path: path,
          range: range(of: asset, in: item.entry))
      })
  }

  /// Where an article first names an asset.
  private func range(of asset: Int, in entry: Int) -> SourceRange {
    let one = publication.entries[entry]
    for (reference, destination) in zip(one.facts.references, one.destinations) {
      if case .asset(let index, _) = destination, writer.twins[index] == writer.twins[asset] { return reference.range }
    }
    return .fileStart
  }
}
