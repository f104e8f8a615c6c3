package import Diagnostics
package import Manuscript
import Typesetting

/// The pages of one article, finished but for the numbers of packages and what stands below the text.
package struct RenderedArticle: Sendable {
  /// One page: an article, or a part of a long one.
  struct Page: Sendable {
    var wxml: [UInt8] = []
    /// Where `/p000/…` stands in `wxml`; targets as in `Target`.
    var wxmlMarks: [WXMLPrinter.Mark] = []
    var script: [UInt8] = []
    var scriptMarks: [WXMLPrinter.Mark] = []
    /// Indices of the assets that it shows, each once.
    var files: [Int] = []
    /// Needs the style of formulas.
    var hasFormulas = false
  }

  /// What a mark is filled in with: the package of an article, or of a file (the complement of the asset's index).
  enum Target {
    static func article(_ entry: Int) -> Int { entry }
    static func file(_ asset: Int) -> Int { ~asset }
  }

  /// A block of the source and the page (as a number of `pages`) that shows it.
  struct Place: Sendable {
    var range: SourceRange
    var page: Int
    var position: Int
  }

  var pages: [Page]
  /// What the pages of an article in parts share.
  var map: PartMap?
  /// Indices of the assets that its pages show, each once.
  var files: [Int]
  var places: [Place]
  /// Id -> page, of an article in parts: links from other articles lead to the right one at once.
  var partOfAnchor: [[UInt8]: Int] = [:]
  package var adaptations: [Adaptation]
  package var diagnostics: [Diagnostic]

  /// Takes the text from what packing must know, so that a build of many articles can lay the text aside until every
  /// article has its package.
  ///
  /// - Returns: `text` is what `Packing.finish` wants back, byte for byte.
  package consuming func separated() -> (measure: ArticleMeasure, text: [UInt8]) {
    var text: [UInt8] = []
    text.reserveCapacity(pages.reduce(map?.bytes.count ?? 0) { $0 + $1.wxml.count + $1.script.count })
    var measured: [ArticleMeasure.Page] = []
    measured.reserveCapacity(pages.count)
    for page in pages {
      text += page.wxml
      text += page.script
      measured.append(
        ArticleMeasure.Page(
          wxml: page.wxml.count, wxmlMarks: page.wxmlMarks, script: page.script.count, scriptMarks: page.scriptMarks,
          files: pages.count > 1 ? page.files : [],
          hasFormulas: page.hasFormulas))
    }
    if let map { text += map.bytes }
    return (
      ArticleMeasure(
        pages: measured, map: map?.bytes.count ?? 0, mapMarks: map?.marks ?? [], files: files, places: places,
        partOfAnchor: partOfAnchor), text
    )
  }
}

/// What packing must know of a rendered article while its text is elsewhere. Compact: a build holds those of all.
package struct ArticleMeasure: Sendable {
  struct Page: Sendable {
    /// Bytes of the page's text.
    var wxml: Int
    var wxmlMarks: [WXMLPrinter.Mark]
    /// Bytes of its script, which follows the text.
    var script: Int
    var scriptMarks: [WXMLPrinter.Mark]
    /// Assets that a page of several shows; empty for the only page, which shows all.
    var files: [Int]
    var hasFormulas: Bool
  }

  var pages: [Page]
  /// Bytes of the module that the pages share, which follows them.
  var map: Int
  var mapMarks: [WXMLPrinter.Mark]
  var files: [Int]
  var places: [RenderedArticle.Place]
  var partOfAnchor: [[UInt8]: Int]

  /// Bytes of its text and scripts.
  package var byteCount: Int { pages.reduce(map) { $0 + $1.wxml + $1.script } }
}
