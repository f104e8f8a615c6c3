import Diagnostics
import Manuscript

extension Binder {
  /// Posts that lists show, newest first (undated ones last, then by path), and the pinned among them.
  func orderPosts() -> (posts: [Int], pinned: [Int]) {
    let dates = entries.map { $0.facts.frontMatter.date?.seconds ?? Int64.min }
    let posts = entries.indices.filter { entries[$0].facts.kind == .post && !entries[$0].facts.frontMatter.isHidden }
      .sorted { dates[$0] != dates[$1] ? dates[$0] > dates[$1] : $0 < $1 }
    return (posts, posts.filter { entries[$0].facts.frontMatter.isPinned })
  }

  func archive(_ posts: [Int]) -> [Publication.Year] {
    var years: [Publication.Year] = []
    for post in posts {
      guard let year = entries[post].facts.frontMatter.date?.fields.year else { continue }
      if years.last?.year == year {
        years[years.count - 1].posts.append(post)
      } else if let known = years.firstIndex(where: { $0.year == year }) {
        // Dates in different zones may meet a year again around New Year.
        years[known].posts.append(post)
      } else {
        years.append(Publication.Year(year: year, posts: [post]))
      }
    }
    return years
  }

  /// Pages in the order of their `order`, then by path.
  func orderPages() -> [Int] {
    entries.indices.filter { entries[$0].facts.kind == .page }.sorted {
      let left = entries[$0].facts.frontMatter.order ?? Int.max
      let right = entries[$1].facts.frontMatter.order ?? Int.max
      return left != right ? left < right : $0 < $1
    }
  }

  /// Older and newer posts; docs in reading order.
  mutating func linkNeighbours(posts: [Int], documents: [Publication.DocumentNode]) {
    for (position, post) in posts.enumerated() {
      entries[post].next = position > 0 ? posts[position - 1] : nil
      entries[post].previous = position + 1 < posts.count ? posts[position + 1] : nil
    }
    var reading: [Int] = []
    func visit(_ nodes: [Publication.DocumentNode]) {
      for node in nodes {
        if let entry = node.entry { reading.append(entry) }
        visit(node.children)
      }
    }
    visit(documents)
    for (position, document) in reading.enumerated() {
      entries[document].previous = position > 0 ? reading[position - 1] : nil
      entries[document].next = position + 1 < reading.count ? reading[position + 1] : nil
    }
  }

  /// Up to three posts that share the most: 1 a tag, 0.5 a category (Chirpy's weights). Each term offers only the
  /// neighbours in time, so the cost does not grow with the square of the posts.
  mutating func relatePosts(_ posts: [Int], categories: [Publication.Term], tags: [Publication.Term]) {
    let reach = 24
    var scores: [[Int: Int]] = Array(repeating: [:], count: entries.count)
    for (terms, weight) in [(tags, 2), (categories, 1)] {
      for term in terms {
        for (position, post) in term.posts.enumerated() {
          let window = max(0, position - reach)..<min(term.posts.count, position + reach + 1)
          for other in term.posts[window] where other != post { scores[post][other, default: 0] += weight }
        }
      }
    }
    let rank = Dictionary(uniqueKeysWithValues: posts.enumerated().map { ($1, $0) })
    for post in posts {
      // Best first; of equals the one nearer in time, then the newer.
      let own = rank[post] ?? 0
      let best = scores[post].sorted { left, right in
        if left.value != right.value { return left.value > right.value }
        let (leftRank, rightRank) = (rank[left.key] ?? 0, rank[right.key] ?? 0)
        let (leftGap, rightGap) = (abs(leftRank - own), abs(rightRank - own))
        return leftGap != rightGap ? leftGap < rightGap : leftRank < rightRank
      }
      entries[post].related = best.prefix(3).map(\.key)
      scores[post] = [:]
    }
  }
}
