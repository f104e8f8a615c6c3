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

  /// The posts that were changed last, after the day of their date: at most five.
  func recentlyUpdated(_ posts: [Int]) -> [Int] {
    var latest: [(post: Int, changed: Int64)] = []
    for post in posts {
      let matter = entries[post].facts.frontMatter
      guard let changed = matter.lastModified?.seconds, changed >= (matter.date?.seconds ?? changed) + 86400 else {
        continue
      }
      guard latest.count < 5 || changed > latest[4].changed else { continue }
      latest.insert((post, changed), at: latest.firstIndex { changed > $0.changed } ?? latest.count)
      if latest.count > 5 { latest.removeLast() }
    }
    return latest.map(\.post)
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

  /// Up to three posts that share the most: 1 a tag, 0.5 a category (Chirpy's weights); of equals the one nearer in time,
  /// then the newer. Each term offers only the neighbours in time, so the cost does not grow with the square of the posts.
  mutating func relatePosts(_ posts: [Int], categories: [Publication.Term], tags: [Publication.Term]) {
    let reach = 24
    var rank = Array(repeating: 0, count: entries.count)
    for (position, post) in posts.enumerated() { rank[post] = position }
    // For every post, the terms it stands in and where.
    var places: [[(term: Int, position: Int)]] = Array(repeating: [], count: entries.count)
    let terms = tags.map { (posts: $0.posts, weight: 2) } + categories.map { (posts: $0.posts, weight: 1) }
    for (index, term) in terms.enumerated() {
      for (position, post) in term.posts.enumerated() { places[post].append((index, position)) }
    }
    var scores = Array(repeating: 0, count: entries.count)
    var touched: [Int] = []
    for post in posts {
      for place in places[post] {
        let term = terms[place.term]
        for other in term.posts[max(0, place.position - reach)..<min(term.posts.count, place.position + reach + 1)]
        where other != post {
          if scores[other] == 0 { touched.append(other) }
          scores[other] += term.weight
        }
      }
      let own = rank[post]
      let translations = entries[post].translations
      func isBetter(_ left: Int, _ right: Int) -> Bool {
        if scores[left] != scores[right] { return scores[left] > scores[right] }
        let (leftGap, rightGap) = (abs(rank[left] - own), abs(rank[right] - own))
        return leftGap != rightGap ? leftGap < rightGap : rank[left] < rank[right]
      }
      var best: [Int] = []
      for candidate in touched {
        guard best.count < 3 || isBetter(candidate, best[2]) else { continue }
        // The same article in another language is named elsewhere.
        if !translations.isEmpty, translations.contains(candidate) { continue }
        let place = best.firstIndex { isBetter(candidate, $0) } ?? best.count
        best.insert(candidate, at: place)
        if best.count > 3 { best.removeLast() }
      }
      entries[post].related = best
      for other in touched { scores[other] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
  }
}
