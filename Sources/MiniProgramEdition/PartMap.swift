import Manuscript
import Typesetting

/// The module that the parts of a long article share (`name_m.js` beside them): the contents, which part each id is in,
/// and the images to page through. A page brings it with the first tap that asks for one of them, so nothing of it stands
/// before the first paint.
struct PartMap {
  private(set) var bytes: [UInt8]
  private(set) var marks: [WXMLPrinter.Mark] = []

  /// The underscore stands in no article's name, the letter in no part's number.
  static func fileName(_ name: String) -> String { "\(name)_m" }

  /// - Parameter hasImages: the parts lie in one package, so that each can show the images of all.
  init(_ renderer: ArticleRenderer, partOfAnchor: [(id: [UInt8], part: Int)], hasImages: Bool) {
    var marks: [WXMLPrinter.Mark] = []
    var json = JSONPrinter(reservingCapacity: 64 * partOfAnchor.count + 128)
    json.literal("'use strict';\n\nmodule.exports = ")
    json.object { json in
      json.object("at") { json in
        for anchor in partOfAnchor {
          json.field(String(decoding: anchor.id, as: UTF8.self), anchor.part)
        }
      }
      Self.outline(&json, renderer.facts)
      if hasImages, !renderer.tables.images.isEmpty {
        Self.images(&json, renderer, renderer.tables.images[...], &marks)
      }
    }
    json.literal(";\n")
    bytes = json.bytes
    self.marks = marks
  }

  /// The contents: level from 0, id, words; nothing where there are none to show.
  static func outline(_ json: inout JSONPrinter, _ facts: ArticleFacts) {
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

  /// Paths of images, whose packages are filled in when they are known; `looks` names for each the look in which alone it
  /// is shown, where any has one.
  static func images(
    _ json: inout JSONPrinter, _ renderer: ArticleRenderer, _ pictures: ArraySlice<ArticleRenderer.Picture>,
    _ marks: inout [WXMLPrinter.Mark]
  ) {
    if pictures.contains(where: { $0.look != nil }) {
      json.array("looks") { json in for picture in pictures { json.string(picture.look?.rawValue ?? "") } }
    }
    json.array("images") { json in
      for picture in pictures {
        // Only what has a file is a picture.
        guard let file = renderer.writer.files[picture.asset] else { continue }
        let asset = picture.asset
        let path = renderer.filePath(file)
        json.string(path)
        // The path ends before the quotation mark.
        marks.append(.init(offset: json.bytes.count - 1 - path.count, target: RenderedArticle.Target.file(asset)))
      }
    }
  }
}
