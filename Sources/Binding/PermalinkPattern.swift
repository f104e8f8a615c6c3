import Manuscript

/// The configured form of posts' addresses (`/posts/:title/`), taken apart once.
struct PermalinkPattern {
  private enum Piece {
    case literal(String)
    case title, slug, categories, year, month, day
  }

  private var pieces: [Piece] = []

  init(_ pattern: String) {
    let tokens: [(String, Piece)] = [
      ("title", .title), ("slug", .slug), ("categories", .categories), ("year", .year), ("month", .month),
      ("day", .day),
    ]
    var literal = ""
    var rest = pattern[...]
    while let sign = rest.first {
      rest.removeFirst()
      if sign == ":", let (name, piece) = tokens.first(where: { rest.hasPrefix($0.0) }) {
        pieces += [.literal(literal), piece]
        literal = ""
        rest = rest.dropFirst(name.count)
      } else {
        literal.append(sign)
      }
    }
    pieces.append(.literal(literal))
  }

  func path(of facts: ArticleFacts) -> String {
    let fields = facts.frontMatter.date?.fields
    var path = ""
    for piece in pieces {
      switch piece {
      case .literal(let text): path += text
      case .title:
        let title = Slug.pretty(facts.frontMatter.slug ?? facts.slug)
        path += title.isEmpty ? "post-" + Slug.shortHash(facts.path) : title
      case .slug: path += Slug.term(facts.frontMatter.slug ?? facts.slug)
      case .categories: path += facts.frontMatter.categories.map(Slug.term).joined(separator: "/")
      case .year: path += fields.map { String($0.year) } ?? ""
      case .month: path += fields.map { Self.twoDigits($0.month) } ?? ""
      case .day: path += fields.map { Self.twoDigits($0.day) } ?? ""
      }
    }
    return path
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
