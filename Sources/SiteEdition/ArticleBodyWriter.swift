package import Diagnostics
package import Manuscript
import Typesetting

/// Turns the body of one article into HTML: a function of the model, straight to bytes.
package struct ArticleBodyWriter {
  /// How much more than the Markdown specifications' markup is written.
  package enum Profile: Sendable {
    /// What cmark-gfm prints, byte for byte: for the specifications' examples.
    case plain
    /// What readers get.
    case offprint
  }

  /// What came out.
  package struct Result: Sendable {
    package var html: [UInt8]
    /// One entry a top-level block: its bytes and the index of its element among the children of the body element.
    package var positions: [(range: SourceRange, position: Int)]
    package var adaptations: [Adaptation]
  }

  let profile: Profile
  let body: [Block]
  let footnotes: [Footnote]
  let outline: [ArticleFacts.Outline]
  /// The article's file, for the report.
  let path: String
  let links: ArticleLinks
  let words: SiteWords
  let showsLineNumbers: Bool
  var printer: HTMLPrinter
  var adaptations: [Adaptation] = []
  /// Images that are loaded at once, since they are likely seen first.
  var eagerImages = 0
  /// The SVG of diagrams by asset; others are images.
  var drawings: [Int: [UInt8]] = [:]

  init(
    _ article: Article, profile: Profile, links: ArticleLinks, words: SiteWords, showsLineNumbers: Bool
  ) {
    body = article.body
    footnotes = article.footnotes
    outline = article.facts.outline
    path = article.facts.path
    self.profile = profile
    self.links = links
    self.words = words
    self.showsLineNumbers = showsLineNumbers
    printer = HTMLPrinter(reservingCapacity: 16 * 1024)
    printer.closesVoidElements = profile == .plain
  }

  /// The body as cmark-gfm would print it: addresses as written, no anchors, no theme.
  package static func plain(_ article: Article) -> [UInt8] {
    let links = ArticleLinks(references: article.facts.references)
    var writer = ArticleBodyWriter(
      article, profile: .plain, links: links, words: SiteWords(.english), showsLineNumbers: false)
    return writer.write(from: 0).html
  }

  /// Writes the body from the block at `first` on, and the footnotes.
  mutating func write(from first: Int) -> Result {
    var positions: [(range: SourceRange, position: Int)] = []
    positions.reserveCapacity(body.count)
    var children = 0
    for block in body[min(first, body.count)...] {
      positions.append((block.range, children))
      let before = printer.bytes.count
      if profile == .offprint, case .html(let html) = block.kind, !html.elements.isEmpty {
        // One element around raw HTML, however many it holds, keeps positions true and contains stray end tags.
        printer.start("div", class: "raw")
        write(block)
        printer.freshLine()
        printer.end()
        printer.freshLine()
      } else {
        write(block)
      }
      if printer.bytes.count > before, !isInvisible(block) { children += 1 }
    }
    writeFootnotes()
    return Result(html: printer.bytes, positions: positions, adaptations: adaptations)
  }

  /// Whether what a block prints is no element.
  private func isInvisible(_ block: Block) -> Bool {
    if case .html(let html) = block.kind { html.elements.isEmpty } else { false }
  }

  /// Writes running text alone, for the page's title.
  mutating func writeTitle(_ inlines: [Inline]) -> [UInt8] {
    write(inlines)
    return printer.take()
  }

  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  mutating func adapt(_ construct: String, to replacement: String, at range: SourceRange) {
    adaptations.append(
      Adaptation(
        edition: .site, path: path, range: range, construct: construct, outcome: .adapted,
        replacement: replacement))
  }
}
