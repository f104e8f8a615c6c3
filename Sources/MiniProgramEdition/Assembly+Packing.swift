import Diagnostics
import Manuscript
import Templating
import Typesetting

extension Assembly {
  func pack() -> Packer {
    let isUnlimited = configuration.overflow == .unlimited
    let budget = Packer.Budget(
      package: configuration.packageBudget,
      packages: isUnlimited ? PagePath.packageLimit : min(configuration.packageLimit, PagePath.packageLimit),
      total: isUnlimited ? nil : configuration.totalBudget, main: mainEstimate)
    let items = order().compactMap { entry -> Packer.Item? in
      guard let measure = measures[entry] else { return nil }
      let settings = PageSettings.article(title: publication.entries[entry].facts.title)
      return Packer.Item(
        entry: entry,
        pageBytes: measure.byteCount + tailEstimate(entry) + measure.pages.count
          * (settings.count + Self.articleHead.count + Self.articleFoot.count),
        files: measure.files,
        listBytes: listEstimate(entry))
    }
    return Packer(items, budget: budget, fileBytes: writer.files.map { $0?.byteCount ?? 0 })
  }

  /// Who gets room first: pages, docs in reading order, then posts from the newest.
  private func order() -> [Int] {
    var seen = [Bool](repeating: false, count: publication.entries.count)
    var result: [Int] = []
    func add(_ entry: Int) {
      guard measures.indices.contains(entry), seen.indices.contains(entry), !seen[entry] else { return }
      seen[entry] = true
      guard publication.entries[entry].facts.frontMatter.editions.contains(.miniProgram) else { return }
      result.append(entry)
    }
    func add(_ nodes: [Publication.DocumentNode]) {
      for node in nodes {
        if let entry = node.entry { add(entry) }
        add(node.children)
      }
    }
    publication.pages.forEach(add)
    add(publication.documents)
    publication.posts.forEach(add)
    publication.entries.indices.forEach(add)
    return result
  }

  /// Shell, script, style: what the main package holds before the first article.
  private var mainEstimate: Int {
    let theme = writer.theme.files.reduce(0) { $0 + ($1.key.hasPrefix("miniprogram/") ? $1.value.bytes.count : 0) }
    let terms = (publication.categories + publication.tags).reduce(0) {
      $0 + $1.name.utf8.count + 3 * $1.miniProgramName.utf8.count + 160
    }
    return 24 * 1024 + theme + terms
  }

  /// An article's lines in the tables and in app.json.
  private func listEstimate(_ entry: Int) -> Int {
    let one = publication.entries[entry]
    let summary = min(one.facts.summary.utf8.count, PostTable.summaryBytes)
    let terms = writer.categoriesOfEntry[entry].count + writer.tagsOfEntry[entry].count + 1
    return one.facts.title.utf8.count + one.sitePath.utf8.count * 2 + one.miniProgramName.utf8.count * 2 + summary + 60
      + terms * 6
  }

  /// What `tail` will need: exact but for neighbours that are left out.
  private func tailEstimate(_ entry: Int) -> Int {
    let one = publication.entries[entry]
    let others = [one.previous, one.next].compactMap { $0 } + one.related
    let titles = others.reduce(0) { size, other in
      guard publication.entries.indices.contains(other) else { return size }
      let other = publication.entries[other]
      return size + other.facts.title.utf8.count + other.sitePath.utf8.count * 2 + other.miniProgramName.utf8.count
        + 200
    }
    let terms = writer.categoriesOfEntry[entry].count + writer.tagsOfEntry[entry].count
    return 400 + titles + terms * 160
  }

  /// Says what is not in the edition, and what is too large.
  func report() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (entry, bytes) in packer.tooLarge {
      let path = publication.entries[entry].facts.path
      diagnostics.append(
        Diagnostic(.pageTooLarge, path: path, arguments: [path, String(bytes), String(configuration.packageBudget)]))
    }
    if !packer.leftOut.isEmpty {
      let allowed = configuration.totalBudget
      diagnostics.append(
        Diagnostic(
          .packageBudget, path: "offprint.yml",
          arguments: [String(packer.leftOut.count), String(packer.wantedBytes), String(allowed)],
          notes: packer.leftOut.map { entry in
            Diagnostic.Note(
              code: .packageBudget, arguments: [], path: publication.entries[entry].facts.path, range: .fileStart)
          }))
    }
    guard configuration.overflow == .newestFirst else { return diagnostics }
    for (index, bytes) in sizes.enumerated() where bytes > configuration.packageBudget {
      diagnostics.append(
        Diagnostic(
          .pageTooLarge, severity: .error, path: "offprint.yml",
          arguments: [index == 0 ? "main" : PagePath.root(index), String(bytes), String(configuration.packageBudget)]))
    }
    return diagnostics
  }
}
