import Diagnostics
import Manuscript

extension ConfigurationDecoder {
  /// Front matter of whole folders, in Jekyll's form: `scope` (`path`, `type`) and `values`. Of several that cover an article
  /// the one with the longer path wins, then the one further down in the file.
  mutating func decodeDefaults(_ value: DataValue) {
    guard case .sequence(let items) = value.content else { return reject(.defaults, value, expected: "list") }
    var found: [Configuration.Defaults] = []
    for item in items where !item.isNull {
      guard let entries = item.entries else {
        reject(.defaults, item, expected: "mapping")
        continue
      }
      decode(entries, below: "defaults[]")
      let scope = entries.last { $0.key == "scope" }?.value.entries ?? []
      decode(scope, below: ConfigurationKey.defaultsScope.rawValue)
      let values = entries.last { $0.key == "values" }?.value
      guard let values, let fields = values.entries else {
        reject(.defaultsValues, values ?? item, expected: "mapping")
        continue
      }
      let path = scope.last { $0.key == "path" }?.value
      var folder = ""
      if let path, !path.isNull {
        guard let text = sourcePath(.defaultsPath, path) else { continue }
        folder = text
      }
      var kind: ArticleFacts.Kind?
      if let type = scope.last(where: { $0.key == "type" })?.value, !type.isNull {
        guard let known = checked(.defaultsType, type, "posts, docs, pages", Self.kind) else { continue }
        kind = known
      }
      let context = ReadingContext(file: file, options: ReadingOptions(timeZone: configuration.timeZone))
      let matter = FrontMatterDecoder.decode(fields.filter { !reportPersonal($0) }, context)
      add(context.diagnostics)
      let bytes = file.bytes[values.range.bounds.clamped(to: 0..<file.bytes.count)]
      found.append(
        Configuration.Defaults(
          path: folder, kind: kind, values: matter, identity: ContentHash.hash(Array(bytes), seed: UInt64(found.count)))
      )
    }
    // Stable: of equal paths the later one comes first.
    let order = found.indices.sorted {
      found[$0].path.utf8.count != found[$1].path.utf8.count
        ? found[$0].path.utf8.count > found[$1].path.utf8.count : $0 > $1
    }
    for index in order { add(found[index]) }
  }

  private static func kind(_ word: String) -> ArticleFacts.Kind? {
    switch word {
    case "posts", "post": .post
    case "docs", "doc": .document
    case "pages", "page": .page
    default: nil
    }
  }

  /// Reports a key that every article needs a value of its own for. Keys that mean nothing here (`layout`) pass in silence.
  private mutating func reportPersonal(_ entry: DataValue.Entry) -> Bool {
    guard let key = FrontMatterKey(named: entry.key) else { return false }
    switch key {
    case .title, .date, .lastModified, .slug, .permalink, .aliases, .image, .translationKey:
      report(.unknownKey, at: entry.keyRange, [entry.key])
      return true
    case .authors, .categories, .category, .tags, .tag, .pin, .hidden, .draft, .published, .description, .mediaSubpath,
      .localCopies,
      .toc, .comments, .math, .lang, .editions, .order, .series, .expires:
      return false
    }
  }

  /// A path below the source folder, without slashes at its ends.
  mutating func sourcePath(_ key: ConfigurationKey, _ value: DataValue) -> String? {
    guard let text = checked(key, value, "path", { $0 }) else { return nil }
    let path = text.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    guard path.isEmpty || SitePath.isSafe("/" + path) else {
      report(.unsafePath, at: value.range, [text.asOneLine])
      return nil
    }
    return path
  }

  /// The table of authors: `id`, `name`, `url`; without an id the name is the id.
  mutating func decodeAuthors(_ value: DataValue) {
    guard case .sequence(let items) = value.content else { return reject(.authors, value, expected: "list") }
    for item in items where !item.isNull {
      guard let entries = item.entries else {
        reject(.authors, item, expected: "author")
        continue
      }
      decode(entries, below: "authors[]")
      func text(_ key: ConfigurationKey) -> DataValue? {
        entries.last { ConfigurationKey($0.key, below: "authors[]") == key }?.value
      }
      guard let named = text(.authorsName), !named.isNull, let name = line(.authorsName, named) else {
        reject(.authors, item, expected: "author")
        continue
      }
      let id = text(.authorsID).flatMap { $0.isNull ? nil : line(.authorsID, $0) }
      let url = text(.authorsURL).flatMap { $0.isNull ? nil : address(.authorsURL, $0) }
      add(Configuration.KnownAuthor(id: id ?? name, name: name, url: url ?? ""))
    }
  }
}
