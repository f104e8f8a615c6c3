import Manuscript
import Typesetting

/// `manifest.json` beside the edition: which article became which page, and its web address. For the author and for
/// programs (`schema/manifest.schema.json`); the upload leaves it out, so it takes no room in a package.
enum Manifest {
  static let fileName = "manifest.json"
  static let version = 1
}

extension Assembly {
  /// Articles in order of source path, those without a page with the reason why.
  func manifest() -> [UInt8] {
    var missing = [Manifest.Absence?](repeating: nil, count: publication.entries.count)
    for article in packer.leftOut {
      missing[article.entry] = .init(reason: article.limit.rawValue, bytes: article.bytes)
    }
    for article in packer.tooLarge {
      missing[article.entry] = .init(reason: "too-large", bytes: bytes(of: article))
    }
    let base = WebAddress.base(publication.configuration)
    var json = JSONPrinter(reservingCapacity: 256 * publication.entries.count + 512)
    json.object { json in
      json.field("version", Manifest.version)
      json.field("title", publication.configuration.title)
      json.field("url", base)
      json.array("articles") { json in
        for (entry, one) in publication.entries.enumerated() {
          json.object { json in
            json.field("source", one.facts.path)
            json.field("title", one.facts.title)
            if !base.isEmpty { json.field("url", Array(base.utf8) + AddressEncoding.encode(path: one.sitePath)) }
            if isIncluded(entry) {
              json.field("page", pagePath(entry))
              let parts = measures[entry]?.pages.count ?? 1
              if parts > 1 {
                json.field("parts", parts)
                json.array("pages") { json in for part in 0..<parts { json.string(pagePath(entry, page: part)) } }
              }
            } else if let absence = missing[entry] {
              json.field("missing", absence.reason)
              json.field("bytes", absence.bytes)
            } else {
              json.field("missing", "editions")
            }
          }
        }
      }
    }
    return json.bytes
  }
}

extension Manifest {
  /// Why an article has no page, and how much room it would have taken.
  struct Absence {
    var reason: String
    var bytes: Int
  }
}
