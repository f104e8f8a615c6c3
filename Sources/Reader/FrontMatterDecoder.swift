import Diagnostics
import Manuscript

/// Makes typed fields of the entries of a front matter. A value of the wrong kind is reported and left out.
struct FrontMatterDecoder {
  let context: ReadingContext
  var result = FrontMatter()
  /// Keys that were set already, and by which name.
  private var seen: [(key: FrontMatterKey, name: String, range: SourceRange)] = []

  static func decode(_ entries: [DataValue.Entry], _ context: ReadingContext) -> FrontMatter {
    var decoder = FrontMatterDecoder(context: context)
    for entry in entries { decoder.decode(entry) }
    return decoder.result
  }

  private init(context: ReadingContext) { self.context = context }

  private mutating func decode(_ entry: DataValue.Entry) {
    guard let key = FrontMatterKey(named: entry.key) else { return reportUnknown(entry) }
    let value = entry.value
    guard !value.isNull else { return }
    if !key.joins {
      if let before = seen.first(where: { $0.key == key }) {
        let note = Diagnostic.Note(
          code: .duplicateKey, arguments: [before.name], path: context.file.path, range: before.range)
        context.report(.duplicateKey, at: entry.keyRange, [entry.key], notes: [note])
      }
      seen.append((key, entry.key, entry.keyRange))
    }
    result.ranges[key.field] = value.range
    let field = FrontMatterField(name: entry.key, value: value, context: context)
    switch key {
    case .title: result.title = field.line()
    case .authors: field.authors(into: &result.authors)
    case .date: result.date = field.date()
    case .lastModified: result.lastModified = field.date()
    case .categories: field.terms(splits: true, nests: true, into: &result.categories)
    case .category: field.terms(splits: false, nests: true, into: &result.categories)
    case .tags: field.terms(splits: true, nests: false, into: &result.tags)
    case .tag: field.terms(splits: false, nests: false, into: &result.tags)
    case .pin: result.isPinned = field.boolean() ?? result.isPinned
    case .hidden: result.isHidden = field.boolean() ?? result.isHidden
    case .draft: result.isDraft = field.boolean() ?? result.isDraft
    case .published: result.isPublished = field.boolean() ?? result.isPublished
    case .slug: result.slug = field.addressWord()
    case .permalink: result.permalink = field.sitePath()
    case .aliases: field.aliases(into: &result.aliases)
    case .description: result.description = field.line()
    case .image: result.cover = field.cover()
    case .mediaSubpath: result.mediaSubpath = field.folderPath()
    case .localCopies: field.localCopies(into: &result.localCopies)
    case .toc: result.showsContents = field.boolean() ?? result.showsContents
    case .comments: result.showsComments = field.boolean() ?? result.showsComments
    case .math: result.usesMath = field.boolean() ?? result.usesMath
    case .lang: result.language = field.languageTag()
    case .editions: result.editions = field.editions() ?? result.editions
    case .order: result.order = field.integer()
    case .series: result.series = field.series()
    case .translationKey: result.translationKey = field.line()
    case .expires: result.expires = field.date()
    }
  }

  /// Only a note: every publishing program has keys of its own, and most authors have come from one.
  private func reportUnknown(_ entry: DataValue.Entry) {
    guard !FrontMatterKey.isForeign(entry.key) else { return }
    let meant = Suggestion.nearest(to: entry.key, among: FrontMatterKey.names)
    context.report(
      .unknownKey, at: entry.keyRange, [entry.key] + (meant.map { [$0] } ?? []), severity: .note,
      fixIts: meant.map { [Diagnostic.FixIt(range: entry.keyRange, replacement: $0)] } ?? [])
  }
}
