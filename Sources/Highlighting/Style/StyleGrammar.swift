/// Which dialect of CSS is read.
struct StyleGrammar: Sendable {
  /// `//` begins a comment, `$name` is a variable (SCSS), rules nest.
  var isNested = false

  static let css = StyleGrammar()
  static let scss = StyleGrammar(isNested: true)
}
