package import Diagnostics
package import Manuscript

extension MiniProgramWriter {
  /// The whole edition.
  package struct Assembled: Sendable {
    package struct Package: Hashable, Sendable {
      /// `main`, or the subpackage's root.
      package var name: String
      package var bytes: Int
    }
    package var artifacts: [Artifact]
    /// Main first.
    package var packages: [Package]
    package var sourceMaps: [SourceMap]
    package var diagnostics: [Diagnostic]
  }

  /// Packs rendered articles and writes everything around them.
  ///
  /// - Parameter rendered: one element per entry of the publication; nil leaves the article out of this edition. The
  ///   pages' bytes are moved into the artifacts when the caller keeps no copy.
  package func assemble(_ rendered: consuming [RenderedArticle?]) -> Assembled {
    var assembly = Assembly(writer: self, rendered: rendered)
    return assembly.run()
  }
}
