import Manuscript
import Typesetting

/// The `.js` of an article's page: one call with a literal of what the shared behaviour must know. No data of the page.
///
/// Keys, left out when empty: `title`; `url` (site path); `name`; `part` and `parts` (how many) of an article in parts;
/// `folders` (of each part, where they lie in several packages; added when that is known); `outline` (level from 0, id,
/// words) and `images` (paths to page through, from `i0`, with `looks` where some are shown in one look only), which parts of one package have in their `PartMap`; `codes`
/// (texts to copy) and `c0` (number of the first); `notes` (number -> words); `folds` (id -> toggles around it: n closed
/// at first, -1-n open); `image` for sharing.
struct PageScript {
  /// What every script begins with; its members follow.
  static let opening = Array("'use strict';\n\nPage(require('../article.js').page({".utf8)

  private(set) var bytes: [UInt8]
  private(set) var marks: [WXMLPrinter.Mark] = []

  /// - Parameter standsAlone: the parts may lie in several packages: each names its own files only.
  init(
    _ renderer: ArticleRenderer, part: Range<Int>, number: Int, count: Int, standsAlone: Bool
  ) {
    let units = renderer.units[part]
    let start = units.first?.start ?? .init()
    let end = units.last?.end ?? .init()
    let tables = renderer.tables
    let entries = renderer.writer.publication.entries
    var marks: [WXMLPrinter.Mark] = []
    let codeSize = tables.codes[start.codes..<end.codes].reduce(0) { $0 + $1.count + $1.count / 16 }
    var json = JSONPrinter(reservingCapacity: 384 + codeSize)
    json.literal("'use strict';\n\nPage(require('../article.js').page(")
    json.object { json in
      json.field("title", renderer.facts.title)
      json.field("url", AddressEncoding.encode(path: entries[renderer.entry].sitePath))
      json.field("name", entries[renderer.entry].miniProgramName)
      if count > 1 {
        json.field("part", number)
        json.field("parts", count)
      } else {
        PartMap.outline(&json, renderer.facts)
      }
      let pictures = standsAlone ? tables.images[start.images..<end.images] : tables.images[...]
      if let image = Self.image(renderer, pictures, hasCover: number == 0 || !standsAlone) {
        json.field("image", image.path)
        marks.append(.init(offset: json.bytes.count - 1 - image.path.count, target: image.target))
      }
      if end.codes > start.codes {
        if start.codes > 0 { json.field("c0", start.codes) }
        json.array("codes") { json in for code in tables.codes[start.codes..<end.codes] { json.string(code) } }
      }
      if end.images > start.images, count == 1 || standsAlone {
        if start.images > 0 { json.field("i0", start.images) }
        PartMap.images(&json, renderer, tables.images[start.images..<end.images], &marks)
      }
      Self.notes(&json, renderer, Array(tables.notes[start.notes..<end.notes]))
      Self.folds(&json, Array(tables.anchors[start.anchors..<end.anchors]))
    }
    bytes = json.bytes
    // Names are small letters, digits and hyphens.
    let name = entries[renderer.entry].miniProgramName
    if count > 1 { bytes += ", () => require('./\(PartMap.fileName(name)).js')".utf8 }
    bytes += "))\n".utf8
    self.marks = marks
  }

  /// What stands for the article when it is shared: its cover, else its first picture of a kind that sharing takes.
  private static func image(
    _ renderer: ArticleRenderer, _ pictures: ArraySlice<ArticleRenderer.Picture>, hasCover: Bool
  ) -> (path: [UInt8], target: Int)? {
    var assets = pictures.map(\.asset)
    if hasCover, let cover = renderer.facts.frontMatter.cover,
      case .asset(let index, _) = renderer.destination(cover.reference)
    {
      assets.insert(index, at: 0)
    }
    for asset in assets {
      guard renderer.writer.files.indices.contains(asset), let file = renderer.writer.files[asset],
        file.name.hasSuffix(".png") || file.name.hasSuffix(".jpg"), (file.shownSize?.width ?? 0) >= 200
      else { continue }
      return (renderer.filePath(file), RenderedArticle.Target.file(asset))
    }
    return nil
  }

  private static func notes(_ json: inout JSONPrinter, _ renderer: ArticleRenderer, _ mentioned: [Int]) {
    guard !mentioned.isEmpty else { return }
    var seen: Set<Int> = []
    json.object("notes") { json in
      for index in mentioned where renderer.article.footnotes.indices.contains(index) && seen.insert(index).inserted {
        json.field(String(index), PlainText.text(of: renderer.article.footnotes[index].content).bytes)
      }
    }
  }

  private static func folds(_ json: inout JSONPrinter, _ anchors: [(id: [UInt8], folds: [Int])]) {
    let folded = anchors.filter { !$0.folds.isEmpty }
    guard !folded.isEmpty else { return }
    var seen: Set<[UInt8]> = []
    json.object("folds") { json in
      for anchor in folded where seen.insert(anchor.id).inserted {
        json.array(String(decoding: anchor.id, as: UTF8.self)) { json in for fold in anchor.folds { json.number(fold) }
        }
      }
    }
  }
}
