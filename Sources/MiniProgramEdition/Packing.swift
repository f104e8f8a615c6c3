package import Diagnostics
package import Manuscript

/// The edition with every article in its package: what is left is to finish the articles, one by one and on any thread,
/// and to write the settings that name them all.
package final class Packing: Sendable {
  /// One article as it is delivered.
  package struct FinishedArticle: Sendable {
    package var artifacts: [Artifact]
    package var sourceMap: SourceMap
    /// Bytes of `artifacts` by package, for `conclude`; several where one package cannot hold the article.
    package var shares: [Share]
  }

  /// What an article weighs in one package.
  package struct Share: Hashable, Sendable {
    package var package: Int
    package var byteCount: Int
  }

  /// What comes last.
  package struct Conclusion: Sendable {
    package struct Package: Hashable, Sendable {
      /// `main`, or the subpackage's root.
      package var name: String
      package var bytes: Int
    }
    package var artifacts: [Artifact]
    /// Main first.
    package var packages: [Package]
    package var diagnostics: [Diagnostic]
  }

  private let assembly: Assembly

  init(_ assembly: Assembly) { self.assembly = assembly }

  /// Everything but the articles and `app.json`: lists, tables, scripts, images.
  package var artifacts: [Artifact] { assembly.artifacts }
  /// Packages, the main one included; every `Share.package` is below this.
  package var packageCount: Int { assembly.sizes.count }

  /// The pages of one article with the numbers of packages filled in and its neighbours below the text.
  ///
  /// - Parameter text: as `RenderedArticle.separated` gave it.
  /// - Returns: nil for an article that is not in this edition.
  package func finish(_ entry: Int, text: [UInt8]) -> FinishedArticle? { assembly.finish(entry, text: text) }

  /// Whether there is something to finish for an entry.
  package func holds(_ entry: Int) -> Bool { assembly.isIncluded(entry) }

  /// - Parameters:
  ///   - articleBytes: by package, the sum of the articles' shares.
  ///   - search: nil when there is to be none.
  package func conclude(articleBytes: [Int], search: SearchMaterial? = nil) -> Conclusion {
    assembly.conclude(articleBytes: articleBytes, search: search)
  }
}

extension MiniProgramWriter {
  /// Distributes rendered articles over packages and writes what stands around them.
  ///
  /// - Parameter measures: one element per entry of the publication; nil leaves the article out of this edition.
  package func pack(_ measures: [ArticleMeasure?]) -> Packing {
    var assembly = Assembly(writer: self, measures: measures)
    assembly.run()
    return Packing(assembly)
  }
}
