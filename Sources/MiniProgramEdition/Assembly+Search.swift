import Diagnostics
import Manuscript
import Templating
import Typesetting

extension Assembly {
  /// The packages of the search: of everything where there is room beside the articles, else of titles, with a report.
  func search(_ material: SearchMaterial) -> (packages: SearchPackages, diagnostics: [Diagnostic]) {
    let isUnlimited = configuration.overflow == .unlimited
    let room = isUnlimited ? Int.max : configuration.totalBudget - sizes.reduce(0, +)
    let packages = (isUnlimited ? PagePath.packageLimit : configuration.packageLimit) - subpackagePages.count
    var needed = material.expectedBytes
    if let full = material.full {
      let made = searchPackages(full, texts: material.texts)
      if made.byteCount <= room, made.sizes.count <= packages { return (made, []) }
      needed = made.byteCount
    }
    let made = searchPackages(material.titles, texts: [])
    guard let needed else { return (made, []) }
    let report = Diagnostic(
      .searchReduced, path: Configuration.fileName, arguments: [String(needed), String(max(0, min(room, 1 << 40)))])
    return (made, [report])
  }

  private func searchPackages(_ index: SearchIndex, texts: [[UInt8]?]) -> SearchPackages {
    var packages = SearchPackages(limit: configuration.packageBudget / 100 * 92)
    func theme(_ name: String) -> [UInt8] { writer.theme["search/\(name)"]?.bytes ?? [] }
    packages.add("engine.js", theme("engine.js"))
    packages.add("page.js", theme("page.js"))
    packages.add("index.wxml", Self.pageHead() + theme("page.wxml") + Self.includes(["sheet"], depth: 1))
    packages.add("index.wxss", Array("@import \"../list.wxss\";\n".utf8) + theme("page.wxss"))
    packages.add("index.json", PageSettings.list(title: words.search, isStatic: false))
    packages.add("index.js", searchPage())
    packages.addIndexFile(
      "m",
      index.manifest(
        identity: 0, records: SearchPackages.articlesOfRecordFile, texts: SearchPackages.articlesOfTextFile))
    for file in index.files { packages.addIndexFile(file.name, file.bytes) }
    addRecords(to: &packages)
    addTexts(texts, to: &packages)
    packages.add("settings.js", searchSettings(packages))
    return packages
  }

  private func searchPage() -> [UInt8] {
    var script = JSONPrinter()
    script.literal("'use strict';\n\nconst options = require('./page.js').page();\noptions.data.hint = ")
    script.string(words.searchHint)
    script.literal(";\nPage(options);\n")
    return script.bytes
  }

  /// Words, and where the files are that are not in the first package; the calls that bring those packages are written
  /// out, so that tools see them.
  private func searchSettings(_ packages: SearchPackages) -> [UInt8] {
    var script = JSONPrinter()
    script.literal("'use strict';\n\nmodule.exports = {\"words\":")
    script.object { json in
      for (key, word) in [
        ("search", words.search), ("none", words.searchNone), ("some", words.searchSome), ("more", words.more),
        ("count", words.searchCount), ("titles", words.searchTitles), ("failed", words.searchFailed),
      ] { json.field(key, word) }
    }
    script.literal(",\"files\":")
    var files = JSONPrinter()
    files.object { json in for place in packages.places { json.field(place.name, place.package) } }
    var bytes = script.bytes + files.bytes + Array(",\"bring\":[null".utf8)
    for number in packages.sizes.indices.dropFirst() {
      bytes += ",() => require.async('../\(SearchPackages.root(number))/ready.js')".utf8
    }
    return bytes + Array("]}\n".utf8)
  }

  /// `[title, page, categories and tags, web address]`; 0 for what this edition does not list.
  private func addRecords(to packages: inout SearchPackages) {
    let entries = publication.entries
    let size = SearchPackages.articlesOfRecordFile
    for start in stride(from: 0, to: entries.count, by: size) {
      var json = JSONPrinter(reservingCapacity: 4096)
      json.array { json in
        for entry in start..<min(entries.count, start + size) {
          guard isIncluded(entry), publication.isSearchable(entry, in: .miniProgram) else {
            json.number(0)
            continue
          }
          let matter = entries[entry].facts.frontMatter
          json.array { json in
            json.string(entries[entry].facts.title)
            json.string(pagePath(entry))
            json.string((matter.categories + matter.tags).joined(separator: "\n"))
            json.string(AddressEncoding.encode(path: entries[entry].sitePath))
          }
        }
      }
      packages.addIndexFile("d" + String(start / size, radix: 16), json.bytes)
    }
  }

  private func addTexts(_ texts: [[UInt8]?], to packages: inout SearchPackages) {
    let size = SearchPackages.articlesOfTextFile
    for start in stride(from: 0, to: texts.count, by: size) {
      var file = Array("[".utf8)
      var others: [(name: String, bytes: [UInt8])] = []
      for entry in start..<min(texts.count, start + size) {
        if entry > start { file.append(UInt8(ascii: ",")) }
        var number = 0
        for part in isIncluded(entry) ? texts[entry].map(LineEnds.lines) ?? [] : [] {
          if number == 0 {
            file += part
          } else {
            others.append(("x" + String(entry, radix: 16) + "-" + String(number, radix: 16), Array(part)))
          }
          number += 1
        }
        if number == 0 { file.append(UInt8(ascii: "0")) }
      }
      file.append(UInt8(ascii: "]"))
      packages.addIndexFile("x" + String(start / size, radix: 16), file)
      for other in others { packages.addIndexFile(other.name, other.bytes) }
    }
  }
}
