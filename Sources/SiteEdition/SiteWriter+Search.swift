package import Manuscript
import Templating
import Typesetting

/// The files of the search: plain scripts that hand their data to a function, so that they can be read where a page may not
/// fetch, from `file:` too. The format is described in content/docs/search.md.
extension SiteWriter {
  /// Articles in one file of texts, and in one file of lines. A hit needs the text of its own article alone: with two in a
  /// file, eight hits brought twice what they showed.
  static let articlesOfTextFile = 1
  static let articlesOfRecordFile = 16
  /// The text of an article: a file for each of its parts.
  package func writeSearchText(_ text: SearchText, entry: Int) -> [Artifact] {
    text.parts.enumerated().map { number, part in
      let name = "x" + String(entry, radix: 16) + (number == 0 ? "" : "-" + String(number, radix: 16))
      return searchFile(name, capacity: part.range.count + part.range.count / 16 + 512) { json in
        // The first parts of several articles may stand in one file.
        number == 0 ? json.array { Self.write(part, of: text, to: &$0) } : Self.write(part, of: text, to: &json)
      }
    }
  }

  /// Everything else: the index, a line for each article, the page, the scripts.
  package func writeSearch(_ index: SearchIndex) -> [Artifact] {
    var identity = ContentHash.hash(String(index.shardCount))
    for file in index.files { identity = ContentHash.hash(file.bytes, seed: identity) }
    for entry in publication.entries {
      identity = identity &* 31 &+ entry.facts.fingerprint
      identity = ContentHash.hash(entry.sitePath, seed: identity)
    }
    var artifacts = [
      searchFile(
        "m",
        index.manifest(identity: identity, records: Self.articlesOfRecordFile, texts: Self.articlesOfTextFile))
    ]
    artifacts += index.files.map { searchFile($0.name, $0.bytes) }
    let entries = publication.entries
    for start in stride(from: 0, to: entries.count, by: Self.articlesOfRecordFile) {
      let name = "d" + String(start / Self.articlesOfRecordFile, radix: 16)
      artifacts.append(
        searchFile(name) { json in
          json.array { json in
            for entry in start..<min(entries.count, start + Self.articlesOfRecordFile) { record(entry, to: &json) }
          }
        })
    }
    artifacts += [files.search, files.searchStyle].map { artifact($0.sitePath, $0.bytes) }
    // An author's own page may stand there.
    guard !entries.contains(where: { $0.sitePath == Self.searchPath }) else { return artifacts }
    let page = Page(
      sitePath: Self.searchPath, languageTag: configuration.contentLanguage, title: siteWords.search, isIndexed: false)
    artifacts.append(artifact(page.sitePath, render("search", page, TemplateObject(SiteShapes.search, [:]))))
    return artifacts
  }

  static let searchPath = "/search/"

  /// `[title, address below the site's root, categories and tags, day]`; 0 for what this edition does not list.
  private func record(_ index: Int, to json: inout JSONPrinter) {
    let entry = publication.entries[index]
    let matter = entry.facts.frontMatter
    guard publication.isSearchable(index, in: .site) else { return json.number(0) }
    json.array { json in
      json.string(entry.facts.title)
      json.string(AddressEncoding.encode(path: String(entry.sitePath.drop { $0 == "/" })))
      json.string((matter.categories + matter.tags).joined(separator: "\n"))
      json.string(matter.date.map { SiteWords(tag: matter.language ?? configuration.contentLanguage).day($0) } ?? "")
    }
  }

  /// `[text, [line, anchor, title, …]]`
  private static func write(_ part: SearchText.Part, of text: SearchText, to json: inout JSONPrinter) {
    json.array { json in
      json.string(text.bytes[part.range])
      json.array { json in
        for section in part.sections {
          json.number(section.line)
          json.string(section.anchor)
          json.string(section.title)
        }
      }
    }
  }

  private func searchFile(
    _ name: String, capacity: Int = 4096, _ write: (inout JSONPrinter) -> Void
  ) -> Artifact {
    var json = JSONPrinter(reservingCapacity: capacity)
    json.literal("offprintSearch(")
    json.string(name)
    write(&json)
    json.literal(")\n")
    return artifact("/theme/search/\(name).js", json.bytes)
  }

  private func searchFile(_ name: String, _ bytes: [UInt8]) -> Artifact {
    searchFile(name, capacity: bytes.count + 64) { $0.value(bytes) }
  }
}
