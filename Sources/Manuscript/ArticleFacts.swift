package import Diagnostics

/// What a build must know about an article beyond its text: kept for every article while the trees come and go.
package struct ArticleFacts: Sendable {
  /// Where the file stands decides what it is.
  package enum Kind: String, Hashable, Sendable {
    /// `content/posts/`: dated, listed, in feeds.
    case post
    /// `content/docs/`: a tree with a sidebar.
    case document
    /// Elsewhere in `content/`: a page of its own (`about.md`).
    case page
  }

  /// A heading as tables of contents need it.
  package struct Outline: Hashable, Sendable {
    package var level: Int
    package var id: String
    /// Its text without markup.
    package var title: String
    package var range: SourceRange
    /// Index into `Article.body` of the top-level block that is or holds this heading.
    package var block: Int
    package init(level: Int, id: String, title: String, range: SourceRange, block: Int) {
      self.level = level
      self.id = id
      self.title = title
      self.range = range
      self.block = block
    }
  }

  /// A place inside the article that a link may name.
  package struct Anchor: Hashable, Sendable {
    package var id: String
    package var range: SourceRange
    /// Index into `Article.body` of the top-level block that holds it; -1 for one inside a footnote.
    package var block: Int
    package init(id: String, range: SourceRange, block: Int) {
      self.id = id
      self.range = range
      self.block = block
    }
  }

  private var fields: Shared<Fields>

  /// Characters of an excerpt that lists show.
  package static let excerptLength = 600

  /// What lists say of the article, the same in both editions.
  package var listed: String { excerpt.isEmpty ? summary : excerpt }

  package init(
    path: String, kind: Kind, fingerprint: UInt64, frontMatter: FrontMatter, title: String, slug: String,
    outline: [Outline] = [], anchors: [Anchor] = [], references: [Reference] = [], summary: String = "",
    excerpt: String = "", excerptBlocks: Int = 0, hasExplicitExcerpt: Bool = false, wordCount: Int = 0,
    characterCount: Int = 0
  ) {
    fields = Shared(
      Fields(
        path: path, kind: kind, fingerprint: fingerprint, frontMatter: frontMatter, title: title, slug: slug,
        outline: outline, anchors: anchors, references: references, summary: summary, excerpt: excerpt,
        excerptBlocks: excerptBlocks, hasExplicitExcerpt: hasExplicitExcerpt, wordCount: wordCount,
        characterCount: characterCount))
  }

  private struct Fields: Sendable {
    var path: String
    var kind: Kind
    var fingerprint: UInt64
    var frontMatter: FrontMatter
    var title: String
    var slug: String
    var outline: [Outline]
    var anchors: [Anchor]
    var references: [Reference]
    var diagrams: [Diagram] = []
    var summary: String
    var excerpt: String
    var excerptBlocks: Int
    var hasExplicitExcerpt: Bool
    var wordCount: Int
    var characterCount: Int
  }
}

extension ArticleFacts {
  /// Relative to the source folder: `content/posts/2022-12-12-hello.md`.
  package var path: String {
    get { fields.value.path }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.path
    }
  }
  package var kind: Kind {
    get { fields.value.kind }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.kind
    }
  }
  /// Changes when the file's bytes or the reading options do.
  package var fingerprint: UInt64 {
    get { fields.value.fingerprint }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.fingerprint
    }
  }
  package var frontMatter: FrontMatter {
    get { fields.value.frontMatter }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.frontMatter
    }
  }
  /// Never empty: front matter, else the first level-1 heading, else the file name.
  package var title: String {
    get { fields.value.title }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.title
    }
  }
  /// Address word made from the file name, date prefix dropped (front matter's `slug` wins).
  package var slug: String {
    get { fields.value.slug }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.slug
    }
  }
  package var outline: [Outline] {
    get { fields.value.outline }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.outline
    }
  }
  package var anchors: [Anchor] {
    get { fields.value.anchors }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.anchors
    }
  }
  /// Everything the article points at, in source order; nodes hold indices into this.
  package var references: [Reference] {
    get { fields.value.references }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.references
    }
  }
  /// Its pictures that another program draws.
  package var diagrams: [Diagram] {
    get { fields.value.diagrams }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.diagrams
    }
  }
  /// One or two sentences of plain text: front matter's `description`, else the beginning of the first paragraph.
  package var summary: String {
    get { fields.value.summary }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.summary
    }
  }
  /// The text above the author's `<!--more-->`, a paragraph a line, at most `ArticleFacts.excerptLength` characters; empty
  /// where there is no such mark: then lists show `summary`.
  package var excerpt: String {
    get { fields.value.excerpt }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.excerpt
    }
  }
  /// Number of leading blocks of the body that make up the excerpt: up to `<!--more-->`, else the first paragraph
  /// (0: no paragraph).
  package var excerptBlocks: Int {
    get { fields.value.excerptBlocks }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.excerptBlocks
    }
  }
  /// Whether the author marked the end of the excerpt.
  package var hasExplicitExcerpt: Bool {
    get { fields.value.hasExplicitExcerpt }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.hasExplicitExcerpt
    }
  }
  /// Characters of Chinese, Japanese, Korean, plus words of everything else, code included.
  package var wordCount: Int {
    get { fields.value.wordCount }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.wordCount
    }
  }
  /// The Chinese, Japanese and Korean characters among `wordCount`.
  package var characterCount: Int {
    get { fields.value.characterCount }
    _modify {
      Shared.separate(&fields)
      yield &fields.value.characterCount
    }
  }
}
