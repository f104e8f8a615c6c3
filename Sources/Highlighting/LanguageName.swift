/// The names of programming languages as authors write them after a code fence and as readers see them.
package enum LanguageName {
  /// The one name of a language that may be written in several ways (`JS` -> `javascript`, `c++` -> `cpp`), or nil when
  /// no lexer knows it.
  package static func canonical(_ name: String) -> String? { LanguageTable.find(name)?.name }

  /// What the header of a code block shows (`JavaScript`, `C++`); the name itself when no lexer knows it.
  package static func label(_ name: String) -> String { LanguageTable.find(name)?.label ?? name }

  /// Every name and alias, sorted: what a misspelt name is compared with.
  package static var all: [String] { LanguageTable.names }
}
