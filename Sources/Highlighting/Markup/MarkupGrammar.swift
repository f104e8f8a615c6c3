/// What one markup language has besides tags.
struct MarkupGrammar: Sendable {
  /// `script` and `style` hold other languages.
  var isHTML = false
  /// `{{ … }}` in text and attribute values is an expression.
  var hasMustaches = false
  /// Values of `:name`, `@name` and `v-name` are expressions.
  var hasDirectives = false
  /// `<?php … ?>` is code.
  var hasPHP = false

  static let xml = MarkupGrammar()
  static let html = MarkupGrammar(isHTML: true)
  static let wxml = MarkupGrammar(hasMustaches: true)
  static let vue = MarkupGrammar(isHTML: true, hasMustaches: true, hasDirectives: true)
  static let php = MarkupGrammar(isHTML: true, hasPHP: true)
}
