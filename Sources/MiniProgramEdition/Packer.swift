/// Distributes articles with their files over packages: in the order given, so that neighbours in time share a package
/// and preloading one brings what is read next; small gaps are filled by later articles.
struct Packer {
  /// One article: what it weighs, what it shows.
  struct Item {
    var entry: Int
    /// Bytes of its pages.
    var pageBytes: Int
    var files: [Int]
    /// Bytes it costs in the main package: its lines in lists and tables.
    var listBytes: Int
  }

  struct Budget {
    /// Bytes of one package by the platform's rule.
    var package: Int
    /// Number of packages beside the main one.
    var packages: Int
    /// Bytes of all packages; nil: no limit.
    var total: Int?
    /// Bytes of the main package without lists.
    var main: Int

    /// What a package is filled to: pages may still grow by the titles of neighbours.
    var aim: Int { package / 100 * 95 }
  }

  private(set) var packages: [[Item]] = []
  /// Entries for which there was no room, in order.
  private(set) var leftOut: [Int] = []
  /// Entries that no package can hold, with their bytes.
  private(set) var tooLarge: [(entry: Int, bytes: Int)] = []
  /// Bytes that everything would need.
  private(set) var wantedBytes: Int

  private let budget: Budget
  private let fileBytes: [Int]
  private var sizes: [Int] = []
  private var files: [Set<Int>] = []
  private var mainBytes: Int
  /// How many of the newest packages are looked at for a gap.
  private static let window = 8

  init(_ items: [Item], budget: Budget, fileBytes: [Int]) {
    self.budget = budget
    self.fileBytes = fileBytes
    mainBytes = budget.main
    wantedBytes = budget.main
    for item in items { place(item) }
  }

  private mutating func place(_ item: Item) {
    let alone = item.pageBytes + item.files.reduce(0) { $0 + fileBytes[$1] }
    wantedBytes += alone + item.listBytes
    guard alone <= budget.package / 100 * 99 else {
      tooLarge.append((item.entry, alone))
      return
    }
    if budget.total != nil, mainBytes + item.listBytes > budget.aim {
      leftOut.append(item.entry)
      return
    }
    for index in packages.indices.suffix(Self.window) {
      let added = item.pageBytes + item.files.reduce(0) { $0 + (files[index].contains($1) ? 0 : fileBytes[$1]) }
      if sizes[index] + added <= budget.aim, hasRoom(for: added + item.listBytes) {
        add(item, to: index, added)
        return
      }
    }
    let isLast = packages.count >= budget.packages
    guard !isLast || (budget.total == nil && packages.count >= PagePath.packageLimit),
      hasRoom(for: alone + item.listBytes)
    else {
      leftOut.append(item.entry)
      return
    }
    if packages.count < PagePath.packageLimit {
      packages.append([])
      sizes.append(0)
      files.append([])
    }
    add(item, to: packages.count - 1, alone)
  }

  private func hasRoom(for bytes: Int) -> Bool {
    guard let total = budget.total else { return true }
    return sizes.reduce(mainBytes, +) + bytes <= total
  }

  private mutating func add(_ item: Item, to index: Int, _ bytes: Int) {
    packages[index].append(item)
    sizes[index] += bytes
    files[index].formUnion(item.files)
    mainBytes += item.listBytes
  }

  /// Files used by several packages that are better kept once, in the main package, while it has room below `limit`.
  func shared(mainBytes: Int, limit: Int) -> Set<Int> {
    var uses: [Int: Int] = [:]
    for set in files { for file in set { uses[file, default: 0] += 1 } }
    let candidates = uses.filter { $0.value > 1 }.map { (file: $0.key, saved: ($0.value - 1) * fileBytes[$0.key]) }
      .sorted { ($1.saved, $0.file) < ($0.saved, $1.file) }
    var result: Set<Int> = []
    var bytes = mainBytes
    for candidate in candidates where bytes + fileBytes[candidate.file] <= limit {
      bytes += fileBytes[candidate.file]
      result.insert(candidate.file)
    }
    return result
  }
}
