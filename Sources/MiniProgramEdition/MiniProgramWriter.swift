package import Diagnostics
package import Manuscript
package import Templating

/// Writes the mini-program edition of one publication, in two steps: every article by itself, in any order and on any
/// thread (`render`), then all of them into packages (`assemble`).
///
/// A class for the reason that `SiteWriter` is one.
package final class MiniProgramWriter: Sendable {
  let publication: Publication
  let theme: ThemeFiles
  /// One entry per asset: the file that stands for it; nil when the platform takes none.
  let files: [PackedFile?]
  /// One entry per asset: the first asset with the same file, so that equal bytes are carried once.
  let twins: [Int]
  /// Site path of a list -> page of the mini-program.
  let listings: [String: [UInt8]]
  /// One entry per article: indices into the publication's categories, tags and authors.
  let categoriesOfEntry: [[Int]]
  let tagsOfEntry: [[Int]]
  let authorsOfEntry: [[Int]]
  let chips: TermChips
  let words: Words

  /// A writer for a publication.
  ///
  /// - Parameters:
  ///   - theme: the files under `miniprogram/`, and the tokens.
  ///   - derived: what became of `derivations(for:)`; without one the original is used where the platform takes it.
  /// - Returns: nil with the reasons when the theme cannot be used.
  package static func make(
    publication: Publication, theme: ThemeFiles, derived: [ImageDerivation: DerivedImage]
  ) -> (MiniProgramWriter?, [Diagnostic]) {
    let (files, diagnostics) = files(publication, derived: derived)
    return (MiniProgramWriter(publication: publication, theme: theme, files: files), diagnostics)
  }

  private init(publication: Publication, theme: ThemeFiles, files: [PackedFile?]) {
    self.publication = publication
    self.theme = theme
    self.files = files
    var first: [String: Int] = [:]
    twins = files.enumerated().map { index, file in
      guard let file else { return index }
      if let known = first[file.name] { return known }
      first[file.name] = index
      return index
    }
    categoriesOfEntry = Self.invert(publication.categories, count: publication.entries.count)
    tagsOfEntry = Self.invert(publication.tags, count: publication.entries.count)
    authorsOfEntry = Self.invert(publication.authors, count: publication.entries.count)
    chips = TermChips(publication)
    listings = PagePath.listings(publication)
    words = Words(tag: nil, configuration: publication.configuration)
  }

  private static func invert(_ terms: [Publication.Term], count: Int) -> [[Int]] {
    var result = [[Int]](repeating: [], count: count)
    for (index, term) in terms.enumerated() {
      for post in term.posts where result.indices.contains(post) { result[post].append(index) }
    }
    return result
  }
}

extension MiniProgramWriter {
  /// The pages of one article. Pure: depends on the article, on the addresses of what it links to and on the images.
  package func render(_ article: Article, entry: Int) -> RenderedArticle {
    var renderer = ArticleRenderer(writer: self, article: article, entry: entry)
    return renderer.render()
  }
}
