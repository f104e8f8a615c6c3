/// A template as its author wrote it, standalone lines and block indentation worked out (see `TemplateParser`).
enum TemplateNode {
  /// Text between tags; `startsLine` when its first byte is the first of a line.
  case literal([UInt8], startsLine: Bool)
  /// The beginning of a line that begins with a tag.
  case lineStart
  /// `{{name}}`, or `{{{name}}}` and `{{&name}}` when not escaped.
  case value(TemplateTag.Name, isEscaped: Bool)
  /// `{{#name}}` or `{{^name}}`.
  case section(TemplateTag.Name, isInverted: Bool, body: [TemplateNode])
  /// `{{>name}}`, or `{{<name}}` with the blocks it overrides.
  case inclusion(Inclusion)
  /// `{{$name}}` in a template: content that those who include the template may override.
  case block(TemplateTag.Name, Placement, body: [TemplateNode])

  struct Inclusion {
    var name: TemplateTag.Name
    var placement: Placement
    var overrides: [(name: TemplateTag.Name, body: [TemplateNode])]
  }

  /// How included content stands on its line.
  struct Placement {
    /// Blanks put before each line of the content; before its first one only when standalone.
    var indentation: [UInt8]
    /// Whether the tag has its line to itself, so that the content begins it.
    var isStandalone: Bool
  }
}
