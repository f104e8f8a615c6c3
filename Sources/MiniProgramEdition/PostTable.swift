import Manuscript
import Typesetting

/// The tables that list pages read: articles in chunks, terms and years as positions in them. Together they map every
/// article to its page and its web address.
enum PostTable {
  static let chunk = 100
  /// Summaries are cut here, and only the newest posts have one: they cost room in the main package.
  static let summaryBytes = 180
  static let summarized = 500

  /// At most `summaryBytes` bytes of whole characters.
  static func summary(_ text: String) -> String {
    guard text.utf8.count > summaryBytes else { return text }
    var result = ""
    var size = 0
    for character in text {
      size += character.utf8.count
      if size > summaryBytes - 3 { break }
      result.append(character)
    }
    return result + "…"
  }
}

extension Assembly {
  mutating func writeTables() {
    for (number, start) in stride(from: 0, to: posts.count, by: PostTable.chunk).enumerated() {
      var json = JSONPrinter(reservingCapacity: 32 * 1024)
      json.array { json in
        for index in start..<min(posts.count, start + PostTable.chunk) {
          article(&json, posts[index], summarizes: index < PostTable.summarized)
        }
      }
      add("data/posts-\(number).json", json.bytes)
    }
    var pages = JSONPrinter()
    pages.array { json in
      for entry in publication.entries.indices where isIncluded(entry) && position[entry] == nil {
        article(&json, entry, summarizes: false)
      }
    }
    add("data/pages.json", pages.bytes)
    writeTerms(.category, publication.categories)
    writeTerms(.tag, publication.tags)
    writeTerms(.series, publication.series)
    writeTerms(.author, publication.authors)
    var years = JSONPrinter()
    years.object { json in
      for year in publication.archives {
        positions(&json, String(year.year), words.year(year.year), year.posts)
      }
    }
    add("data/year.json", years.bytes)
  }

  /// `[title, date, page, site path, summary, pinned]`; the last ones are left out when empty.
  private func article(_ json: inout JSONPrinter, _ entry: Int, summarizes: Bool) {
    let one = publication.entries[entry]
    json.array { json in
      json.string(one.facts.title)
      json.string(one.facts.frontMatter.date.map(ArticleDay.text) ?? "")
      json.string(pagePath(entry))
      json.string(AddressEncoding.encode(path: one.sitePath))
      let isPinned = one.facts.frontMatter.isPinned
      if summarizes || isPinned { json.string(summarizes ? PostTable.summary(one.facts.listed) : "") }
      if isPinned { json.number(1) }
    }
  }

  /// Nothing where there are none but for the two that lists of their own lead to.
  private mutating func writeTerms(_ kind: PagePath.Kind, _ terms: [Publication.Term]) {
    if terms.isEmpty, kind == .series || kind == .author { return }
    var json = JSONPrinter()
    json.object { json in
      for term in terms { positions(&json, term.miniProgramName, term.name, term.posts) }
    }
    add("data/\(kind.rawValue).json", json.bytes)
  }

  /// `"name":[title,[positions]]`; nothing when no post is left.
  private func positions(_ json: inout JSONPrinter, _ name: String, _ title: String, _ entries: [Int]) {
    let positions = entries.compactMap { position[$0] }
    guard !positions.isEmpty else { return }
    json.array(name) { json in
      json.string(title)
      json.array { json in for position in positions { json.number(position) } }
    }
  }
}
