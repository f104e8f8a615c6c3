/// A formula, as TeX.
package struct Formula: Hashable, Sendable {
  /// What the author wrote between the dollars.
  package var source: Text
  /// TeX that must be read before it: definitions of the macros that it uses, from the configuration and from earlier
  /// formulas of the article. Empty as a rule.
  package var definitions: Text

  package init(_ source: Text, definitions: Text = "") {
    self.source = source
    self.definitions = definitions
  }
}
