package import Diagnostics

/// A piece of an article that stands in a column of its own.
package struct Block: Hashable, Sendable {
  package var kind: Kind
  /// The bytes of the source it was made from.
  package var range: SourceRange
  /// What the author wrote on it beyond what `kind` holds; `id` here is an anchor (but see `Heading.id`).
  package var attributes: Attributes

  package init(_ kind: Kind, range: SourceRange, attributes: Attributes = Attributes()) {
    self.kind = kind
    self.range = range
    self.attributes = attributes
  }

  /// Closed: switch over it without `default`; see `Inline.Kind`.
  package enum Kind: Hashable, Sendable {
    // One word each, which needs no box; the larger ones are boxed, so that a `Block` stays small.
    case paragraph([Inline])
    indirect case heading(Heading)
    indirect case list(List)
    case quote([Block])
    indirect case alert(Alert)
    indirect case code(CodeBlock)
    indirect case table(Table)
    /// A thematic break.
    case rule
    case definitionList([DefinitionItem])
    indirect case figure(Figure)
    indirect case details(Details)
    /// A displayed formula.
    case math(Formula)
    indirect case media(Media)
    indirect case embed(Embed)
    /// The place where the author wants the table of contents (`[TOC]`, `{:toc}`).
    case contents
    /// An HTML container that only groups or aligns (`div`, `section`, `center`, `article`…): name in lower case.
    indirect case division(name: String, alignment: Alignment?, [Block])
    /// HTML the model has no case for; see `RawHTML`.
    indirect case html(RawHTML<Block>)
  }
}

package struct Heading: Hashable, Sendable {
  /// 1…6.
  package var level: Int
  /// The anchor; unique within the article, empty only when the heading has no letter (`！！！`).
  package var id: String
  package var content: [Inline]

  package init(level: Int, id: String, content: [Inline]) {
    self.level = level
    self.id = id
    self.content = content
  }
}

package struct Alert: Hashable, Sendable {
  /// GitHub's five; Chirpy's prompts map onto them (tip, info -> note, warning, danger -> caution).
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case note, tip, important, warning, caution
  }

  package var kind: Kind
  /// The author's own title; nil means the kind's name in the article's language.
  package var title: [Inline]?
  package var content: [Block]

  package init(kind: Kind, title: [Inline]? = nil, content: [Block]) {
    self.kind = kind
    self.title = title
    self.content = content
  }
}

package struct DefinitionItem: Hashable, Sendable {
  package var terms: [[Inline]]
  package var definitions: [[Block]]
  package init(terms: [[Inline]], definitions: [[Block]]) {
    self.terms = terms
    self.definitions = definitions
  }
}

package struct Figure: Hashable, Sendable {
  package var content: [Block]
  /// Empty when there is none.
  package var caption: [Inline]
  package var alignment: Alignment?
  package init(content: [Block], caption: [Inline], alignment: Alignment? = nil) {
    self.content = content
    self.caption = caption
    self.alignment = alignment
  }
}

package struct Details: Hashable, Sendable {
  package var summary: [Inline]
  package var isOpen: Bool
  package var content: [Block]
  package init(summary: [Inline], isOpen: Bool, content: [Block]) {
    self.summary = summary
    self.isOpen = isOpen
    self.content = content
  }
}
