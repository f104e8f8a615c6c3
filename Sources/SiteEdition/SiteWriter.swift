package import Diagnostics
package import Manuscript
package import Templating
import Typesetting

/// Prints the site edition of a publication. Immutable: articles can be written on any number of threads.
///
/// A class, since whoever hands a value of all these tables around counts a hundred references on every copy, and all
/// threads count the same ones.
package final class SiteWriter: Sendable {
  let publication: Publication
  /// The publication's, once more: a stored property is looked into without being copied.
  let configuration: Configuration
  let templates: PageTemplates
  let addresses: SiteAddresses
  let terms: TermIndex
  let files: ThemeAssets
  let shell: SiteShell
  let documents: DocumentTree
  /// Never empty; the first is that of all content.
  let homes: [HomeList]
  /// The posts whose whole text the feeds hold: the newest ones.
  let fed: Set<Int>
  /// Share cards by entry.
  let cards: [Int: ShareCard.Made]

  private init(
    publication: Publication, templates: PageTemplates, addresses: SiteAddresses, files: ThemeAssets, shell: SiteShell,
    homes: [HomeList], cards: [Int: ShareCard.Made]
  ) {
    self.publication = publication
    configuration = publication.configuration
    self.templates = templates
    self.addresses = addresses
    terms = TermIndex(publication)
    self.files = files
    self.shell = shell
    documents = DocumentTree(publication.documents)
    self.homes = homes
    fed = Set(homes.flatMap { $0.posts.prefix(max(0, publication.configuration.feedSize)) })
    self.cards = cards
  }

  /// Compiles the theme for a publication.
  ///
  /// - Parameters:
  ///   - derived: the smaller pictures and icons that could be made of those that `derivations` wants.
  ///   - cards: the share cards that could be made, by entry.
  /// - Returns: the writer, and what the author of the theme should know; no writer when its templates have errors.
  package static func make(
    publication: Publication, theme: ThemeFiles, derived: [ImageDerivation: DerivedImage],
    cards: [Int: DerivedImage] = [:]
  ) -> (SiteWriter?, [Diagnostic]) {
    var (library, diagnostics) = TemplateLibrary.compile(theme, folder: "site")
    for (name, shape) in SiteShapes.pages {
      for found in library.check(name, with: [SiteShapes.site, SiteShapes.page, shape])
      where !diagnostics.contains(found) {
        diagnostics.append(found)
      }
    }
    var (files, problems) = ThemeAssets.make(theme, worker: publication.configuration.site.serviceWorker)
    diagnostics += problems
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
    let addresses = SiteAddresses(publication, derived: derived)
    if publication.configuration.site.isRelative {
      let path = files.style.sitePath
      let relative = RelativeAddresses(base: addresses.base, sitePath: path)
      files.style = ThemeAssets.File(sitePath: path, bytes: relative.rewrite(style: files.style.bytes[...]))
    }
    let homes = HomeList.all(publication)
    let shell = SiteShell(publication, addresses: addresses, files: files, derived: derived)
    let writer = SiteWriter(
      publication: publication, templates: PageTemplates(library, shell: shell), addresses: addresses, files: files,
      shell: shell, homes: homes, cards: ShareCard.place(cards, addresses))
    return (writer, diagnostics)
  }

  /// Renders a template with what is the same on all pages, what the layout asks of every page, and the page's own.
  ///
  /// - Parameter place: site path of the file, where it is not the page's own: a redirection.
  func render(
    _ template: String, _ page: Page, _ own: TemplateObject, reserving capacity: Int = 8192, at place: String? = nil
  )
    -> [UInt8]
  {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(capacity)
    let language = Language(tag: page.languageTag) ?? .english
    templates.render(template, language, site: shell.site(language), layoutValues(page), own, into: &bytes)
    guard configuration.site.isRelative else { return bytes }
    return RelativeAddresses(base: addresses.base, sitePath: place ?? page.sitePath).rewrite(bytes)
  }

  /// The words of lists, which are in no article's language.
  var siteWords: SiteWords { SiteWords(tag: configuration.contentLanguage) }
}
