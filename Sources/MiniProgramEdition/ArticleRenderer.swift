import Diagnostics
import Manuscript
import Typesetting

/// Turns one article into pages of static WXML: the text is there before any script runs, nothing is put in by data.
///
/// Blocks are written one after the other into one printer; `Paging` then cuts the result into pages. What a page's
/// script needs to know (code to copy, notes to show, images to page through) is collected in tables on the way.
struct ArticleRenderer {
  let writer: MiniProgramWriter
  let article: Article
  let entry: Int
  /// Where the article's references lead.
  let destinations: [Destination]
  let words: Words
  var printer: WXMLPrinter
  var tables = Tables()
  /// Pieces of the article that stay together on one page.
  var units: [Unit] = []
  var line = InlineLine()
  /// Words of the line that are not printed yet, all of one look.
  var pending: [UInt8] = []
  /// Toggles around what is written: n when it is closed at first, ~n when open.
  var folds: [Int] = []
  /// Paragraphs stand close together: in tight lists.
  var isTight = false
  /// Levels of lists around what is written.
  var listLevel = 0
  /// Taps on images follow the link around them.
  var isInLink = false
  var adaptations: [Adaptation] = []
  var diagnostics: [Diagnostic] = []

  /// An image to page through: its asset, and the look in which alone it is there.
  struct Picture {
    var asset: Int
    var look: PictureClasses.Look?
  }

  /// What the page's script is told. Only grows; positions mark what belongs to which unit.
  struct Tables {
    var codes: [[UInt8]] = []
    /// The images to page through.
    var images: [Picture] = []
    /// Footnotes that are mentioned, as often as they are.
    var notes: [Int] = []
    /// Ids, with the toggles around them.
    var anchors: [(id: [UInt8], folds: [Int])] = []
    /// The ids among them.
    var ids = Set<AnchorKey>(minimumCapacity: 16)
    /// Assets of everything shown or played.
    var files: [Int] = []
    var foldCount = 0
    var formulaCount = 0
    var playerCount = 0

    var position: Position {
      Position(
        codes: codes.count, images: images.count, notes: notes.count, anchors: anchors.count, files: files.count,
        formulas: formulaCount)
    }

    struct Position {
      var codes = 0, images = 0, notes = 0, anchors = 0, files = 0, formulas = 0
    }

    mutating func restore(_ position: Position) {
      codes.removeLast(codes.count - position.codes)
      images.removeLast(images.count - position.images)
      notes.removeLast(notes.count - position.notes)
      for anchor in anchors[position.anchors...] { ids.remove(AnchorKey(bytes: anchor.id)) }
      anchors.removeLast(anchors.count - position.anchors)
      files.removeLast(files.count - position.files)
      formulaCount = position.formulas
    }
  }

  /// An id as a set holds it: hashed in one go, not byte by byte.
  struct AnchorKey: Hashable {
    let bytes: [UInt8]
    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  struct Unit {
    /// In the printer.
    var bytes: Range<Int>
    var nodeCount: Int
    /// Elements at the top of the unit.
    var childCount: Int
    var headingLevel: Int?
    /// A footnote of the list at the end.
    var isFootnote: Bool
    var range: SourceRange
    var start: Tables.Position
    var end: Tables.Position
  }

  init(writer: MiniProgramWriter, article: Article, entry: Int) {
    self.writer = writer
    self.article = article
    self.entry = entry
    destinations = writer.publication.entries[entry].destinations
    words = Words(tag: article.facts.frontMatter.language, configuration: writer.publication.configuration)
    // The page's own elements: page, body, group.
    printer = WXMLPrinter(reservingCapacity: 12 * 1024, baseDepth: 3)
  }

  mutating func render() -> RenderedArticle {
    for block in Self.withoutTransparent(article.body) { unit(block) }
    for index in article.footnotes.indices { footnoteUnit(index) }
    reportCover()
    return paged()
  }

  /// A cover that no package carries is left away: it is ornament.
  private mutating func reportCover() {
    guard let cover = facts.frontMatter.cover, facts.references.indices.contains(cover.reference) else { return }
    if case .asset(let index, _) = destination(cover.reference), writer.files.indices.contains(index),
      writer.files[index] != nil
    {
      return tables.files.append(index)
    }
    adapt("cover", .dropped, "nothing", at: facts.references[cover.reference].range)
  }

  var facts: ArticleFacts { article.facts }

  mutating func adapt(
    _ construct: String, _ outcome: Adaptation.Outcome, _ replacement: String, at range: SourceRange,
    losesText: Bool = false
  ) {
    adaptations.append(
      Adaptation(
        edition: .miniProgram, path: facts.path, range: range, construct: construct, outcome: outcome,
        replacement: replacement, losesText: losesText))
  }

  /// Remembers an id that links may name, and returns it as written; nil for one that the article has already: links
  /// lead to the first, and a page has no id twice.
  mutating func anchor(_ id: [UInt8]) -> [UInt8]? {
    guard tables.ids.insert(AnchorKey(bytes: id)).inserted else { return nil }
    tables.anchors.append((id, folds))
    return id
  }

  mutating func anchor(of attributes: Attributes) -> [UInt8]? {
    attributes.id.flatMap { $0.isEmpty ? nil : anchor(AnchorName.id($0)) }
  }
}
