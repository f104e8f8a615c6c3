package import Diagnostics

/// What an edition's writer made of one article.
package struct WrittenArticle: Sendable {
  package var artifacts: [Artifact]
  package var adaptations: [Adaptation]
  package var sourceMap: SourceMap
  package var diagnostics: [Diagnostic]

  package init(
    artifacts: [Artifact], adaptations: [Adaptation], sourceMap: SourceMap, diagnostics: [Diagnostic] = []
  ) {
    self.artifacts = artifacts
    self.adaptations = adaptations
    self.sourceMap = sourceMap
    self.diagnostics = diagnostics
  }
}
