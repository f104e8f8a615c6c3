package import Highlighting

/// A block of source code or of any text that keeps its lines.
package struct CodeBlock: Hashable, Sendable {
  /// The first word of the info string as written (`js`); nil when there is none.
  package var language: String?
  /// The whole info string, entities and escapes resolved; empty for indented code.
  package var info: Text
  /// The code; ends with a line feed unless empty.
  package var text: Text
  /// Classed runs that cover `text`; empty when the language is unknown or absent.
  package var tokens: [Token]
  /// File name to print above (`title="…"`, `file="…"`).
  package var title: Text?
  /// nil: as the site's configuration says.
  package var showsLineNumbers: Bool?
  /// 1-based numbers of the lines to emphasise, as `{1,3-5}` in the info string says; sorted.
  package var highlightedLines: [Int]
  /// Lines that are shown as added and as taken away, counted alike.
  package var insertedLines: [Int] = []
  package var deletedLines: [Int] = []
  /// What the first line is counted as, where line numbers are shown.
  package var firstLineNumber = 1
  /// For code that describes a picture and is meant to be seen as one.
  package var drawing: Drawing?

  /// Whether a line is set apart from the others.
  package var hasMarkedLines: Bool { !highlightedLines.isEmpty || !insertedLines.isEmpty || !deletedLines.isEmpty }

  /// The picture that code describes.
  package enum Drawing: Hashable, Sendable {
    /// Into `ArticleFacts.references`; where that leads to no file, the picture could not be drawn.
    case picture(Int)
    /// In a language that is not drawn.
    case unsupported
  }

  package init(
    language: String? = nil, info: Text = "", text: Text, tokens: [Token] = [], title: Text? = nil,
    showsLineNumbers: Bool? = nil, highlightedLines: [Int] = []
  ) {
    self.language = language
    self.info = info
    self.text = text
    self.tokens = tokens
    self.title = title
    self.showsLineNumbers = showsLineNumbers
    self.highlightedLines = highlightedLines
  }
}
