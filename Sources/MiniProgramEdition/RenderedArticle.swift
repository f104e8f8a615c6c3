package import Diagnostics
package import Manuscript
import Typesetting

/// The pages of one article, finished but for the numbers of packages and what stands below the text. Compact: a build
/// keeps those of all articles until they are packed.
package struct RenderedArticle: Sendable {
  /// One page: an article, or a part of a long one.
  struct Page: Sendable {
    var wxml: [UInt8] = []
    /// Where `/p000/…` stands in `wxml`; targets as in `Target`.
    var wxmlMarks: [WXMLPrinter.Mark] = []
    var script: [UInt8] = []
    var scriptMarks: [WXMLPrinter.Mark] = []
    var json: [UInt8] = []
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
  /// Indices of the assets that its pages show, each once.
  var files: [Int]
  var places: [Place]
  package var adaptations: [Adaptation]
  package var diagnostics: [Diagnostic]

  /// Bytes of its pages.
  package var byteCount: Int { pages.reduce(0) { $0 + $1.wxml.count + $1.script.count + $1.json.count } }
}
