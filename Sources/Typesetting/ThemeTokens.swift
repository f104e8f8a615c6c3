/// The colours, type sizes and spaces that both editions share, read from one file of the theme.
///
/// Names are the same in both: `var(--accent)` means one thing in CSS and in WXSS.
package struct ThemeTokens: Hashable, Sendable {
  /// Name of the file in the theme.
  package static let fileName = "tokens.txt"

  package enum Value: Hashable, Sendable {
    /// Hexadecimal, `#` included, for a light and a dark surrounding.
    case color(light: String, dark: String)
    /// CSS pixels at the reader's normal text size.
    case length(Double)
    case number(Double)
    /// A CSS `font-family` list.
    case font(String)
  }

  package struct Token: Hashable, Sendable {
    /// Lower-case letters, digits, hyphens; without the leading `--`.
    package var name: String
    package var value: Value
  }

  /// In the order of the file; names are unique.
  package private(set) var tokens: [Token] = []

  /// Something in the file that is no token; the line is left out.
  package struct Problem: Hashable, Sendable {
    /// The line's bytes.
    package var range: Range<Int>
    /// The line as it stands.
    package var line: String
  }

  /// The value of a token; nil when there is none of that name.
  package subscript(name: String) -> Value? {
    tokens.first { $0.name == name }?.value
  }

  /// Gives a colour other values.
  package mutating func setColor(_ name: String, light: String, dark: String) {
    set(Token(name: name, value: .color(light: light, dark: dark)))
  }

  /// Puts a token at the end, or in the place of an earlier one of that name.
  mutating func set(_ token: Token) {
    if let index = tokens.firstIndex(where: { $0.name == token.name }) {
      tokens[index] = token
    } else {
      tokens.append(token)
    }
  }
}
