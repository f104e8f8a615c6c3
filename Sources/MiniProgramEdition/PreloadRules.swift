/// Which packages come while the reader reads: pages of one package share a quota of 2 MB (wechat-rules 13).
enum PreloadRules {
  static let quota = 2 * 1024 * 1024

  /// The home page brings the newest packages; the last page of a package brings the next one, so that reading on never
  /// waits.
  ///
  /// - Parameters:
  ///   - pages: names of each subpackage's pages.
  ///   - sizes: bytes of each subpackage.
  static func make(pages: [[String]], home: String, sizes: [Int]) -> [(page: String, packages: [Int])] {
    var rules: [(page: String, packages: [Int])] = []
    var newest: [Int] = []
    var bytes = 0
    for (index, size) in sizes.enumerated() {
      bytes += size
      guard bytes <= quota else { break }
      newest.append(index + 1)
    }
    if !newest.isEmpty { rules.append((home, newest)) }
    for index in pages.indices.dropLast() where sizes[index + 1] <= quota {
      guard let last = pages[index].last else { continue }
      rules.append(("\(PagePath.root(index + 1))/\(last)", [index + 2]))
    }
    return rules
  }
}
