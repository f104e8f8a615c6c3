/// Classes the parts of source code, so that editions can colour them.
package struct Highlighter {
  /// Tokens that touch and together cover every byte of `source`; nil when no lexer knows the language.
  ///
  /// Any bytes will do: what is unfinished, ill-formed or in another language than promised gets some class all the same.
  /// Takes time linear in the size of `source`; never splits a UTF-8 character. Names are those of `LanguageName`.
  package static func tokens(for source: [UInt8], language: String) -> [Token]? {
    guard let language = LanguageTable.find(language) else { return nil }
    // A count is 32 bits wide.
    guard source.count <= UInt32.max else { return nil }
    var scanner = Scanner(source)
    language.grammar().lex(&scanner)
    return scanner.finish()
  }
}
