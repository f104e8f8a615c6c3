package import Diagnostics

/// A piece of running text.
package struct Inline: Hashable, Sendable {
  package var kind: Kind
  /// The bytes of the source it was made from.
  package var range: SourceRange
  /// What the author wrote on it beyond what `kind` holds; `id` here is an anchor.
  package var attributes: Attributes

  package init(_ kind: Kind, range: SourceRange, attributes: Attributes = Attributes()) {
    self.kind = kind
    self.range = range
    self.attributes = attributes
  }

  /// Closed: switch over it without `default`, so that a new case does not compile until both editions, the plain text
  /// and the tree dump say what they do with it.
  package enum Kind: Hashable, Sendable {
    // One word each, which needs no box; the larger ones are boxed, so that an `Inline` stays small.
    case text(Text)
    /// A line end inside a paragraph that ends no line in print.
    case softBreak
    /// `<br>`, two blanks or a backslash at a line end.
    case hardBreak
    case code(Text)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    /// Markup that has an element of its own in HTML and a class of its own in WXSS.
    indirect case styled(InlineStyle, [Inline])
    indirect case link(Link, [Inline])
    /// A place to jump to: `<a id="x">…</a>`; the id is in `attributes`.
    case anchor([Inline])
    indirect case image(Image)
    indirect case footnoteReference(FootnoteReference)
    /// `<abbr title>` or an abbreviation defined by `*[HTML]: …`.
    indirect case abbreviation(title: Text, [Inline])
    case ruby([RubyPair])
    /// A formula between `$…$` (or `$$…$$` within a line).
    case math(Formula)
    indirect case media(Media)
    /// Another HTML inline element (`span`, `font`, `bdi`, `time`…): `name` in lower case, attributes as written.
    indirect case span(name: String, [Inline])
    /// HTML the model has no case for; see `RawHTML`.
    indirect case html(RawHTML<Inline>)
  }
}

/// Inline elements that differ only in look.
package enum InlineStyle: String, Hashable, Sendable, CaseIterable {
  case subscripted = "sub"
  case superscripted = "sup"
  case keyboard = "kbd"
  case marked = "mark"
  case inserted = "ins"
  case deleted = "del"
  case underlined = "u"
  case small
  case big
  case citation = "cite"
  case quotation = "q"
  case sample = "samp"
  case variable = "var"
  case definition = "dfn"
}

/// A base text and the reading printed above it.
package struct RubyPair: Hashable, Sendable {
  package var base: [Inline]
  package var reading: [Inline]
  package init(base: [Inline], reading: [Inline]) {
    self.base = base
    self.reading = reading
  }
}

/// Where a link leads and what its tooltip says.
package struct Link: Hashable, Sendable {
  /// Index into `ArticleFacts.references`; binding finds the `Destination`.
  package var reference: Int
  package var title: Text?
  package init(reference: Int, title: Text? = nil) {
    self.reference = reference
    self.title = title
  }
}

/// A mark in the text that points to a footnote.
package struct FootnoteReference: Hashable, Sendable {
  /// Index into `Article.footnotes`; the printed number is one more.
  package var footnote: Int
  /// 0 for the first mark that points to this footnote, 1 for the next…
  package var occurrence: Int
  package init(footnote: Int, occurrence: Int) {
    self.footnote = footnote
    self.occurrence = occurrence
  }
}
