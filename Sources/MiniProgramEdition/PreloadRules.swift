import Manuscript

/// Which packages come while the reader reads: the pages of one package share a quota of 2 MB (wechat-rules 13).
struct PreloadRules {
  static let quota = 2 * 1024 * 1024

  /// A page that leads into another package.
  struct Wish {
    var page: String
    /// The page's own package; 0: main.
    var from: Int
    /// The package it leads to.
    var package: Int
    /// How likely a reader goes there, against the other wishes of the same package.
    var weight: Int
  }

  struct Rule: Equatable {
    var page: String
    var packages: [Int]
  }

  /// The wishes that the quota grants: of every package the weightiest that fit, named by the pages that wished for them.
  ///
  /// - Parameters:
  ///   - wishes: those of one package need not stand together; rules come in their order.
  ///   - sizes: bytes of each package, main first.
  static func make(_ wishes: [Wish], sizes: [Int]) -> [Rule] {
    var weights: [[Int]: Int] = [:]
    for wish in wishes where wish.package != wish.from && wish.package > 0 {
      weights[[wish.from, wish.package], default: 0] += wish.weight
    }
    var granted: Set<[Int]> = []
    var used: [Int: Int] = [:]
    let byWeight = weights.sorted {
      ($1.value, $0.key[0], $0.key[1]) < ($0.value, $1.key[0], $1.key[1])
    }
    for (key, _) in byWeight where sizes.indices.contains(key[1]) {
      guard used[key[0], default: 0] + sizes[key[1]] <= quota else { continue }
      used[key[0], default: 0] += sizes[key[1]]
      granted.insert(key)
    }
    var rules: [Rule] = []
    var position: [String: Int] = [:]
    for wish in wishes where granted.contains([wish.from, wish.package]) {
      if let known = position[wish.page] {
        if !rules[known].packages.contains(wish.package) { rules[known].packages.append(wish.package) }
      } else {
        position[wish.page] = rules.count
        rules.append(Rule(page: wish.page, packages: [wish.package]))
      }
    }
    for index in rules.indices { rules[index].packages.sort() }
    return rules
  }
}

extension Assembly {
  /// The home page brings what its first screen shows; an article brings the packages of its neighbours, the older one
  /// first, since that is the way lists are read.
  var preloadWishes: [PreloadRules.Wish] {
    var wishes: [PreloadRules.Wish] = []
    for entry in posts.prefix(min(max(1, publication.configuration.pageSize), 20)) {
      wishes.append(.init(page: PagePath.home, from: 0, package: packageOf[entry], weight: 1))
    }
    for items in packer.packages {
      for item in items {
        let one = item.entry
        let last = max(0, pageCount(one) - 1)
        // The next part is what is read next.
        if let pages = item.pages, pages.upperBound <= last {
          let (from, to) = (package(of: one, page: pages.upperBound - 1), package(of: one, page: pages.upperBound))
          wishes.append(.init(page: pagePath(one, page: pages.upperBound - 1), from: from, package: to, weight: 6))
          continue
        }
        let own = package(of: one, page: last)
        for (other, weight) in [(neighbour(one, .older), 3), (neighbour(one, .newer), 1)] {
          guard let other, packageOf[other] != own else { continue }
          wishes.append(
            .init(page: pagePath(one, page: last), from: own, package: packageOf[other], weight: weight))
        }
      }
    }
    return wishes
  }
}
