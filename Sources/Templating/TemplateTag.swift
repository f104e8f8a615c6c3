/// One tag as it stands in a template.
struct TemplateTag {
  enum Kind {
    case value, rawValue, section, inverted, end, partial, parent, block, comment, delimiters
  }

  /// What stands in a tag after its sigil, without the blanks around it.
  struct Name: Hashable {
    var text: String
    /// Byte offsets in the template.
    var range: Range<Int>
  }

  var kind: Kind
  var name: Name
  /// From the opening delimiter to the end of the closing one.
  var range: Range<Int>

  /// Whether an end tag must follow.
  var opensFrame: Bool {
    switch kind {
    case .section, .inverted, .parent, .block: true
    case .value, .rawValue, .end, .partial, .comment, .delimiters: false
    }
  }
}
