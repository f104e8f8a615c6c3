import Manuscript
import Typesetting

/// Paths of pages and files inside the mini-program; all ASCII.
enum PagePath {
  static let home = "pages/home/index"
  static let categories = "pages/categories/index"
  static let tags = "pages/tags/index"
  static let archives = "pages/archives/index"
  static let documents = "pages/documents/index"
  static let more = "pages/more/index"
  /// Favourites, and what was read.
  static let shelf = "pages/shelf/index"
  static let privacy = "pages/privacy/index"
  /// A list of posts by query: `kind` and `name`.
  static let posts = "pages/posts/index"

  enum Kind: String { case tag, category, year, series, author }

  static func list(_ kind: Kind, _ name: String) -> [UInt8] {
    Array("/\(posts)?kind=\(kind.rawValue)&name=\(name)".utf8)
  }

  /// The root of a subpackage, numbered from 1, of fixed width so that a number can be filled in later; 0 is the folder
  /// of the main package that holds files which several packages share, and in links: not in this edition.
  static func root(_ package: Int) -> String {
    let digits = String(package)
    return "p" + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }
  static func appendRoot(_ package: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "p"))
    if package < 100 { bytes.append(UInt8(ascii: "0")) }
    if package < 10 { bytes.append(UInt8(ascii: "0")) }
    DecimalNumber.append(package, to: &bytes)
  }
  /// The most packages that the fixed width can number.
  static let packageLimit = 999

  /// Writes a package's number into the place of `/p000/…` that begins at an offset.
  static func patch(_ bytes: inout [UInt8], at offset: Int, package: Int) {
    guard bytes.indices.contains(offset + 4) else { return }
    bytes[offset + 2] = 48 + UInt8(package / 100 % 10)
    bytes[offset + 3] = 48 + UInt8(package / 10 % 10)
    bytes[offset + 4] = 48 + UInt8(package % 10)
  }

  /// The name of a part of an article; the underscore stands in no article's name.
  static func part(_ name: String, _ number: Int) -> String { number == 0 ? name : "\(name)_\(number + 1)" }

  /// Site path of each list -> page with its query, as links name it.
  static func listings(_ publication: Publication) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = ["/": Array("/\(home)".utf8), "/archives/": Array("/\(archives)".utf8)]
    if !publication.categories.isEmpty { result["/categories/"] = Array("/\(categories)".utf8) }
    if !publication.tags.isEmpty { result["/tags/"] = Array("/\(tags)".utf8) }
    for term in publication.categories { result[term.sitePath] = list(.category, term.miniProgramName) }
    for term in publication.tags { result[term.sitePath] = list(.tag, term.miniProgramName) }
    for term in publication.series { result[term.sitePath] = list(.series, term.miniProgramName) }
    for term in publication.authors { result[term.sitePath] = list(.author, term.miniProgramName) }
    return result
  }
}
