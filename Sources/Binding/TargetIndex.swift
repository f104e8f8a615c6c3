import Diagnostics
import Manuscript

/// Every article, file and list that a link may name, by the last word of its address or file name.
struct TargetIndex {
  /// What a link may lead to.
  struct Target {
    var destination: Destination
    /// Path in the source folder; nil for lists.
    var source: String?
    var sitePath: String
    var kind: Asset.Kind?
  }

  private(set) var targets: [Target] = []
  /// The target of each name of `names`.
  private var owners: [Int] = []
  private let names: NameIndex

  init(entries: [Publication.Entry], assets: [Asset], listings: Set<String>) {
    var words: [String] = []
    func name(_ path: String) { words.append(Self.word(path)) }
    for (index, entry) in entries.enumerated() {
      owners += [targets.count, targets.count]
      name(entry.facts.path)
      name(entry.sitePath)
      targets.append(
        Target(
          destination: .article(index, anchor: nil), source: entry.facts.path, sitePath: entry.sitePath, kind: nil))
    }
    for (index, asset) in assets.enumerated() {
      owners.append(targets.count)
      name(asset.path)
      targets.append(
        Target(
          destination: .asset(index, suffix: ""), source: asset.path, sitePath: asset.sitePath, kind: asset.kind))
    }
    for path in listings.sorted() {
      owners.append(targets.count)
      name(path)
      targets.append(Target(destination: .listing(path), source: nil, sitePath: path, kind: nil))
    }
    names = NameIndex(words)
  }

  /// The targets whose name is near to that of a path, each once.
  func near(_ path: String) -> [(target: Int, distance: Int)] {
    var best: [Int: Int] = [:]
    for (name, distance) in names.near(Self.word(path)) {
      best[owners[name]] = min(distance, best[owners[name]] ?? .max)
    }
    return best.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// What a path is called by: its last word without ending and date. `index` stands for its folder.
  static func word(_ path: String) -> String {
    var parts = path.split(separator: "/")
    var last = parts.popLast() ?? ""
    if let dot = last.lastIndex(of: "."), dot != last.startIndex { last = last[..<dot] }
    if ["index", "readme"].contains(last.lowercased()), let folder = parts.last { last = folder }
    return String(withoutDate(last))
  }

  /// `2024-04-01-hello` -> `hello`; a name that is a date alone stays.
  private static func withoutDate(_ name: Substring) -> Substring {
    let bytes = Array(name.utf8.prefix(12))
    guard bytes.count == 12, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x2D,
      [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy({ (0x30...0x39).contains(bytes[$0]) })
    else { return name }
    return name.dropFirst(11)
  }

  /// What stands behind the last dot of a path's last component, in lower case.
  static func ending(_ path: String) -> String {
    let last = path.split(separator: "/").last ?? ""
    return last.lastIndex(of: ".").map { last[last.index(after: $0)...].lowercased() } ?? ""
  }
}
