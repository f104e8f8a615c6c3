import Manuscript
import Typesetting

extension Assembly {
  /// See `Packing.finish`.
  func finish(_ entry: Int, text: [UInt8]) -> Packing.FinishedArticle? {
    guard isIncluded(entry), let measure = measures[entry], text.count == measure.byteCount else { return nil }
    let facts = publication.entries[entry].facts
    let name = publication.entries[entry].miniProgramName
    let settings = PageSettings.article(title: facts.title)
    let tail = tail(entry)
    var artifacts: [Artifact] = []
    artifacts.reserveCapacity(measure.pages.count * 3)
    var shares: [Packing.Share] = []
    var paths: [String] = []
    var offset = 0
    func add(_ path: String, _ bytes: [UInt8], to package: Int) {
      artifacts.append(Artifact(path: path, bytes: bytes))
      if shares.last?.package != package { shares.append(.init(package: package, byteCount: 0)) }
      shares[shares.count - 1].byteCount += bytes.count
    }
    for (number, page) in measure.pages.enumerated() {
      let package = package(of: entry, page: number)
      let path = "\(PagePath.root(package))/\(PagePath.part(name, number))"
      paths.append(path)
      var wxml = Self.articleHead
      wxml.reserveCapacity(wxml.count + page.wxml + tail.count + Self.articleFoot.count)
      wxml += text[offset..<offset + page.wxml]
      offset += page.wxml
      for mark in page.wxmlMarks {
        PagePath.patch(
          &wxml, at: Self.articleHead.count + mark.offset, package: self.package(mark.target, from: package))
      }
      // From the back, so that what is put in moves no place that is still to come.
      for mark in page.wxmlMarks.reversed() { lead(&wxml, at: Self.articleHead.count + mark.offset, mark.target) }
      if number == measure.pages.count - 1 { wxml += tail }
      wxml += Self.articleFoot
      add(path + ".wxml", wxml, to: package)
      var script = Array(text[offset..<offset + page.script])
      offset += page.script
      for mark in page.scriptMarks {
        PagePath.patch(&script, at: mark.offset, package: self.package(mark.target, from: package))
      }
      nameFolders(&script, entry)
      add(path + ".js", script, to: package)
      add(path + ".json", settings, to: package)
      if page.hasFormulas { add(path + ".wxss", Self.formulaStyle, to: package) }
    }
    // One in each package that holds a part.
    for package in measure.map == 0 ? [] : Set(shares.map(\.package)).sorted() {
      var map = Array(text[offset...])
      for mark in measure.mapMarks {
        PagePath.patch(&map, at: mark.offset, package: self.package(mark.target, from: package))
      }
      add("\(PagePath.root(package))/\(PartMap.fileName(name)).js", map, to: package)
    }
    let places = measure.places.map { place in
      SourceMap.Entry(range: place.range, page: paths[place.page], position: place.position)
    }
    return Packing.FinishedArticle(
      artifacts: artifacts, sourceMap: SourceMap(path: facts.path, edition: .miniProgram, entries: places),
      shares: shares)
  }

  /// Tells a page of an article that lies in several packages where each part is: `folders` of `PageScript`.
  private func nameFolders(_ script: inout [UInt8], _ entry: Int) {
    guard let packages = spread[entry], script.starts(with: PageScript.opening) else { return }
    var json = JSONPrinter()
    json.object { json in
      json.array("folders") { json in for package in packages { json.string(PagePath.root(package)) } }
    }
    // Its members go before those that are there.
    script.insert(contentsOf: json.bytes.dropFirst().dropLast() + [UInt8(ascii: ",")], at: PageScript.opening.count)
  }

  /// Makes a link to an id of an article in parts lead to the part that has it.
  private func lead(_ wxml: inout [UInt8], at offset: Int, _ target: Int) {
    guard isIncluded(target), let measure = measures[target], !measure.partOfAnchor.isEmpty else { return }
    let name = publication.entries[target].miniProgramName
    let end = offset + PagePath.root(0).utf8.count + 2 + name.utf8.count
    let next = Array("\" data-h=\"".utf8)
    guard wxml.count > end + next.count, wxml[end..<end + next.count].elementsEqual(next) else { return }
    let id = Array(wxml[(end + next.count)...].prefix { $0 != UInt8(ascii: "\"") })
    guard let part = measure.partOfAnchor[id], part > 0 else { return }
    PagePath.patch(&wxml, at: offset, package: package(of: target, page: part))
    wxml.insert(contentsOf: PagePath.part("", part).utf8, at: end)
  }

  /// What a mark is filled in with: a linked article's package, or the package that holds a file for this one.
  private func package(_ target: Int, from package: Int) -> Int {
    if target >= 0 { return packageOf.indices.contains(target) ? packageOf[target] : 0 }
    return self.package(ofAsset: ~target, for: package)
  }
}
