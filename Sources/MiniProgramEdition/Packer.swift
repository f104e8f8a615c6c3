/// Distributes articles with their files over packages: in the order given, so that neighbours share a package and
/// preloading one brings what is read next.
///
/// Packages are filled one after the other. Only where that takes more packages than there may be, gaps in earlier ones
/// are filled too, which scatters a few articles.
struct Packer {
  /// One article: what it weighs, what it shows.
  struct Item: Sendable {
    var entry: Int
    /// Bytes of its pages.
    var pageBytes: Int
    var files: [Int]
    /// Bytes it costs in the main package: its lines in lists and tables.
    var listBytes: Int
    /// Articles of another group begin a new package when the last one holds something worth a package.
    var group = 0
    /// Which of the article's pages it is; nil: all.
    var pages: Range<Int>?
    /// The same in pieces, where one package cannot hold it: neighbouring pages, each piece light enough.
    var pieces: [Item] = []
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
    /// What a single article may weigh.
    var largest: Int { package / 100 * 99 }
    /// What the main package is filled to: everyone loads it first.
    var mainAim: Int { package / 4 * 3 }
  }

  /// Which limit left no room.
  enum Limit: String, CaseIterable {
    case total = "all-packages"
    case count = "package-count"
    case main = "main-package"
  }

  struct LeftOut {
    var entry: Int
    /// Bytes it would have taken.
    var bytes: Int
    var limit: Limit
  }

  private(set) var packages: [[Item]] = []
  /// Articles for which there was no room, in order.
  private(set) var leftOut: [LeftOut] = []
  /// Articles that no package can hold, not in pieces either.
  private(set) var tooLarge: [Item] = []
  /// Bytes that everything would need, each file once.
  private(set) var wantedBytes: Int
  /// Bytes of the main package's lists if every article had its lines there.
  private(set) var wantedMainBytes: Int

  let budget: Budget
  private let fileBytes: [Int]
  private var sizes: [Int] = []
  private var files: [Set<Int>] = []
  private var lastGroup = 0
  private var mainBytes: Int
  private var totalBytes: Int

  init(_ items: [Item], budget: Budget, fileBytes: [Int]) {
    self.init(items, budget: budget, fileBytes: fileBytes, window: 1)
    if leftOut.contains(where: { $0.limit == .count }) {
      self.init(items, budget: budget, fileBytes: fileBytes, window: budget.packages)
    }
  }

  /// - Parameter window: how many of the last packages are looked at for room.
  private init(_ items: [Item], budget: Budget, fileBytes: [Int], window: Int) {
    self.budget = budget
    self.fileBytes = fileBytes
    mainBytes = budget.main
    totalBytes = budget.main
    wantedBytes = budget.main
    wantedMainBytes = budget.main
    var seen: Set<Int> = []
    for item in items {
      wantedMainBytes += item.listBytes
      wantedBytes += item.pageBytes + item.listBytes
      for file in item.files where seen.insert(file).inserted { wantedBytes += fileBytes[file] }
      place(item, window: window)
    }
  }

  private mutating func place(_ item: Item, window: Int) {
    let alone = bytes(of: item)
    guard alone <= budget.largest else { return placeInPieces(item, alone) }
    if budget.total != nil, mainBytes + item.listBytes > budget.mainAim { return leaveOut(item, alone, .main) }
    let beginsAnew = item.group != lastGroup && (sizes.last ?? 0) > budget.aim / 4 && packages.count < budget.packages
    if !beginsAnew {
      for index in packages.indices.suffix(window) {
        let added = item.pageBytes + item.files.reduce(0) { $0 + (files[index].contains($1) ? 0 : fileBytes[$1]) }
        if sizes[index] + added <= budget.aim {
          return hasRoom(for: added + item.listBytes) ? add(item, to: index, added) : leaveOut(item, added, .total)
        }
      }
    }
    guard hasRoom(for: alone + item.listBytes) else { return leaveOut(item, alone, .total) }
    if packages.count >= budget.packages {
      guard budget.total == nil, !packages.isEmpty else { return leaveOut(item, alone, .count) }
      return add(item, to: packages.count - 1, alone)
    }
    packages.append([])
    sizes.append(0)
    files.append([])
    add(item, to: packages.count - 1, alone)
  }

  private func bytes(of item: Item) -> Int { item.pageBytes + item.files.reduce(0) { $0 + fileBytes[$1] } }

  /// All pieces of an article, or nothing of it.
  private mutating func placeInPieces(_ item: Item, _ bytes: Int) {
    guard !item.pieces.isEmpty, item.pieces.allSatisfy({ self.bytes(of: $0) <= budget.largest }) else {
      return tooLarge.append(item)
    }
    let before = self
    for piece in item.pieces {
      place(piece, window: 1)
      guard leftOut.count > before.leftOut.count, let limit = leftOut.last?.limit else { continue }
      self = before
      return leaveOut(item, bytes, limit)
    }
  }

  private func hasRoom(for bytes: Int) -> Bool {
    guard let total = budget.total else { return true }
    return totalBytes + bytes <= total
  }

  private mutating func leaveOut(_ item: Item, _ bytes: Int, _ limit: Limit) {
    leftOut.append(LeftOut(entry: item.entry, bytes: bytes, limit: limit))
  }

  private mutating func add(_ item: Item, to index: Int, _ bytes: Int) {
    packages[index].append(item)
    sizes[index] += bytes
    files[index].formUnion(item.files)
    mainBytes += item.listBytes
    totalBytes += bytes + item.listBytes
    lastGroup = item.group
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
