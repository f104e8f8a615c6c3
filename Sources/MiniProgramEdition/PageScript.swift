import Manuscript
import Typesetting

/// The `.js` of an article's page: one call with a literal of what the shared behaviour must know. No data of the page.
///
/// Keys, left out when empty: `title`; `url` (site path); `name`; `part`, `parts` (how many) and `at` (id -> part) of an
/// article in parts; `outline` (level from 0, id, words); `codes` (texts to copy) and `c0` (number of the first); `images` (paths to page through) and `i0`;
/// `notes` (number -> words); `folds` (id -> toggles around it: n closed at first, -1-n open); `image` for sharing.
struct PageScript {
  private(set) var bytes: [UInt8]
  private(set) var marks: [WXMLPrinter.Mark] = []

  init(
    _ renderer: ArticleRenderer, part: Range<Int>, number: Int, count: Int, partOfAnchor: [(id: [UInt8], part: Int)]
  ) {
    let units = renderer.units[part]
    let start = units.first?.start ?? .init()
    let end = units.last?.end ?? .init()
    let tables = renderer.tables
    let entries = renderer.writer.publication.entries
    var marks: [WXMLPrinter.Mark] = []
    let codeSize = tables.codes[start.codes..<end.codes].reduce(0) { $0 + $1.count + $1.count / 16 }
    var json = JSONPrinter(reservingCapacity: 384 + codeSize)
    json.literal("Page(require('../article.js').page(")
    json.object { json in
      json.field("title", renderer.facts.title)
      json.field("url", AddressEncoding.encode(path: entries[renderer.entry].sitePath))
      json.field("name", entries[renderer.entry].miniProgramName)
      if count > 1 {
        json.field("part", number)
        json.field("parts", count)
        json.object("at") { json in
          for anchor in partOfAnchor where anchor.part != number {
            json.field(String(decoding: anchor.id, as: UTF8.self), anchor.part)
          }
        }
      }
      Self.outline(&json, renderer.facts)
      if let image = Self.image(renderer) {
        json.field("image", image.path)
        marks.append(.init(offset: json.bytes.count - 1 - image.path.count, target: image.target))
      }
      if end.codes > start.codes {
        if start.codes > 0 { json.field("c0", start.codes) }
        json.array("codes") { json in for code in tables.codes[start.codes..<end.codes] { json.string(code) } }
      }
      if end.images > start.images {
        if start.images > 0 { json.field("i0", start.images) }
        json.array("images") { json in
          for asset in tables.images[start.images..<end.images] {
            guard let file = renderer.writer.files[asset] else { continue }
            let path = renderer.filePath(file)
            json.string(path)
            // The path ends before the quotation mark.
            marks.append(.init(offset: json.bytes.count - 1 - path.count, target: RenderedArticle.Target.file(asset)))
          }
        }
      }
      Self.notes(&json, renderer, Array(tables.notes[start.notes..<end.notes]))
      Self.folds(&json, Array(tables.anchors[start.anchors..<end.anchors]))
    }
    json.literal("))\n")
    bytes = json.bytes
    self.marks = marks
  }

  private static func outline(_ json: inout JSONPrinter, _ facts: ArticleFacts) {
    let entries = facts.frontMatter.showsContents ? facts.outline.filter { !$0.id.isEmpty } : []
    guard let top = entries.map(\.level).min() else { return }
    json.array("outline") { json in
      for entry in entries {
        json.array { json in
          json.number(entry.level - top)
          json.string(AnchorName.id(entry.id))
          json.string(entry.title)
        }
      }
    }
  }

  /// What stands for the article when it is shared: its cover, else its first picture of a kind that sharing takes.
  private static func image(_ renderer: ArticleRenderer) -> (path: [UInt8], target: Int)? {
    var assets = renderer.tables.images
    if let cover = renderer.facts.frontMatter.cover, case .asset(let index, _) = renderer.destination(cover.reference) {
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
