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

  /// Relative to the source folder: `content/posts/2022-12-12-hello.md`.
  package var path: String
  package var kind: Kind
  /// Changes when the file's bytes or the reading options do.
  package var fingerprint: UInt64
  package var frontMatter: FrontMatter
  /// Never empty: front matter, else the first level-1 heading, else the file name.
  package var title: String
  /// Address word made from the file name, date prefix dropped (front matter's `slug` wins).
  package var slug: String
  package var outline: [Outline]
  package var anchors: [Anchor]
  /// Everything the article points at, in source order; nodes hold indices into this.
  package var references: [Reference]
  /// One or two sentences of plain text: front matter's `description`, else the beginning of the first paragraph.
  package var summary: String
  /// The text above the author's `<!--more-->`, a paragraph a line, at most `ArticleFacts.excerptLength` characters; empty
  /// where there is no such mark: then lists show `summary`.
  package var excerpt: String
  /// Number of leading blocks of the body that make up the excerpt: up to `<!--more-->`, else the first paragraph
  /// (0: no paragraph).
  package var excerptBlocks: Int
  /// Whether the author marked the end of the excerpt.
  package var hasExplicitExcerpt: Bool
  /// Characters of Chinese, Japanese, Korean, plus words of everything else, code included.
  package var wordCount: Int
  /// The Chinese, Japanese and Korean characters among `wordCount`.
  package var characterCount: Int

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
    self.path = path
    self.kind = kind
    self.fingerprint = fingerprint
    self.frontMatter = frontMatter
    self.title = title
    self.slug = slug
    self.outline = outline
    self.anchors = anchors
    self.references = references
    self.summary = summary
    self.excerpt = excerpt
    self.excerptBlocks = excerptBlocks
    self.hasExplicitExcerpt = hasExplicitExcerpt
    self.wordCount = wordCount
    self.characterCount = characterCount
  }
}
