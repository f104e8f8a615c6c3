package import Diagnostics
package import Manuscript

/// Reads one source file. Pure: depends on the file and the options alone; may be used on any number of threads.
package struct ArticleReader: Sendable {
  /// Part of every fingerprint: raise it when the same bytes are read differently.
  static let version = 3

  private let options: ReadingOptions
  /// Hash of what an article depends on besides its file.
  private let circumstances: UInt64

  package init(options: ReadingOptions) {
    self.options = options
    circumstances = ContentHash.hash(
      "\(Self.version) \(options.dialect) \(options.timeZone) \(options.defaults.map(\.identity)) \(options.usesMath) \(options.mathMacros)"
    )
  }

  /// Never fails: what is wrong with the file is said by the diagnostics, in the order of their places.
  package func read(_ file: SourceFile, kind: ArticleFacts.Kind) -> (Article, [Diagnostic]) {
    let context = ReadingContext(file: file, options: options)
    // The specification knows no front matter: there, `---` is a rule.
    var (frontMatter, bodyStart) = FrontMatterParser.parse(context)
    for defaults in options.defaults where defaults.covers(file.path, kind) {
      frontMatter.complete(by: defaults.values)
    }
    if kind == .post, frontMatter.date == nil {
      frontMatter.date = FileNameDate(path: file.path, zone: options.timeZone)?.date
    }
    let text = MarkdownSource(file, bodyStart: skippingMark(file.bytes, bodyStart), context: context)
    var (body, footnotes, excerptEnd) = convert(
      harmless(text, context),
      math: MathSyntax(frontMatter.usesMath ?? options.usesMath, isDenied: frontMatter.usesMath == false), context
    )
    var index = ArticleIndex(context: context)
    if options.dialect == .offprint { index.index(body: &body, footnotes: &footnotes) }
    let beginning = ArticleBeginning(body: body, frontMatter: frontMatter, explicitEnd: excerptEnd)
    let address = FileAddress(file.path)
    var facts = ArticleFacts(
      path: file.path, kind: kind, fingerprint: fingerprint(file, kind), frontMatter: frontMatter,
      title: frontMatter.title ?? index.outline.first { $0.level == 1 && !$0.title.isEmpty }?.title ?? address.slug,
      slug: frontMatter.slug ?? address.slug, outline: index.outline, anchors: index.anchors,
      references: context.references, summary: beginning.summary, excerpt: beginning.excerpt,
      excerptBlocks: beginning.excerptBlocks, hasExplicitExcerpt: excerptEnd != nil, wordCount: index.wordCount,
      characterCount: index.characterCount)
    facts.diagrams = context.diagrams
    let diagnostics = context.diagnostics.enumerated().sorted {
      ($0.element.range?.start ?? 0, $0.offset) < ($1.element.range?.start ?? 0, $1.offset)
    }
    return (Article(facts: facts, body: body, footnotes: footnotes), diagnostics.map(\.element))
  }

  /// The text, or none of it where parsing it would hold up everything else; that is an error.
  private func harmless(_ text: MarkdownSource, _ context: ReadingContext) -> MarkdownSource {
    let found = text.bytes.withUnsafeBufferPointer { CostlyMarkup.first(in: $0, from: text.bodyStart) }
    guard let found else { return text }
    let line = text.bytes[found.range].prefix { $0 != 0x0A }
    context.report(.costlyMarkup, at: text.fileRange(line.startIndex..<line.endIndex), [found.kind.rawValue])
    return text.withoutBody
  }

  private func convert(
    _ text: MarkdownSource, math: MathSyntax, _ context: ReadingContext
  ) -> (body: [Block], footnotes: [Footnote], excerptEnd: UInt32?) {
    text.bytes.withUnsafeBufferPointer { source in
      let body = UnsafeBufferPointer(rebasing: source[text.bodyStart...])
      let boundaries = options.dialect == .plain ? nil : EmphasisBoundaries(body)
      func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> (body: [Block], footnotes: [Footnote], excerptEnd: UInt32?) {
        CommonMarkLibrary.withDocument(bytes, dialect: options.dialect, math: math) { document in
          boundaries?.restore(document)
          let converter = MarkdownConverter(context: context, text: text, source: source)
          let (body, footnotes) = converter.convert(document)
          return (body, footnotes, converter.excerptEnd)
        }
      }
      return boundaries?.bytes.withUnsafeBufferPointer(parse) ?? parse(body)
    }
  }

  /// What an article read with these options from this file would have as its fingerprint, without reading it.
  package func fingerprint(_ file: SourceFile, _ kind: ArticleFacts.Kind) -> UInt64 {
    ContentHash.hash(file.bytes, seed: ContentHash.hash(kind.rawValue + file.path, seed: circumstances))
  }

  // A byte order mark is no part of the text.
  private func skippingMark(_ bytes: [UInt8], _ bodyStart: Int) -> Int {
    bodyStart == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : bodyStart
  }
}
