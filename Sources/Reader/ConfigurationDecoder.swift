import Diagnostics
import Manuscript

/// Makes a `Configuration` of the entries of `offprint.yml`; which keys there are, `ConfigurationKey` says.
struct ConfigurationDecoder {
  let file: SourceFile
  let zone: (String) -> [UInt8]?
  private(set) var configuration = Configuration()
  private(set) var diagnostics: [Diagnostic] = []

  init(file: SourceFile, zone: @escaping (String) -> [UInt8]?) {
    self.file = file
    self.zone = zone
  }

  mutating func add(_ defaults: Configuration.Defaults) { configuration.defaults.append(defaults) }
  mutating func add(_ author: Configuration.KnownAuthor) { configuration.authors.append(author) }
  mutating func add(_ file: Configuration.NamedFile) { configuration.namedFiles.append(file) }
  mutating func add(_ found: [Diagnostic]) { diagnostics += found }

  /// Keeps one more copy.
  mutating func add(_ copy: LocalCopy) { configuration.localCopies.append(copy) }

  mutating func decode(_ entries: [DataValue.Entry], below parent: String) {
    var seen: [(key: ConfigurationKey, range: SourceRange)] = []
    for entry in entries {
      guard let key = ConfigurationKey(entry.key, below: parent) else {
        reportUnknown(entry, below: parent)
        continue
      }
      if let before = seen.first(where: { $0.key == key }) {
        report(DataProblem(kind: .duplicateKey(entry.key, first: before.range), range: entry.keyRange))
      }
      seen.append((key, entry.keyRange))
      if !entry.value.isNull { decode(key, entry.value) }
    }
  }

  private mutating func decode(_ key: ConfigurationKey, _ value: DataValue) {
    switch key {
    case .title: set(\.title, line(key, value))
    case .tagline: set(\.tagline, line(key, value))
    case .description: set(\.description, line(key, value))
    case .url: set(\.url, origin(key, value))
    case .basePath: set(\.basePath, basePath(key, value))
    case .language: set(\.contentLanguage, checked(key, value, "language-tag", LanguageTag.normalized))
    case .timezone: set(\.timeZone, timeZone(key, value))
    case .author:
      if value.text != nil { set(\.author.name, line(key, value)) } else { decodeMapping(key, value) }
    case .authorName: set(\.author.name, line(key, value))
    case .authorEmail: set(\.author.email, checked(key, value, "email") { $0.isEmailAddress ? $0 : nil })
    case .authorURL: set(\.author.url, address(key, value))
    case .authors: decodeAuthors(value)
    // Read by `decodeAuthors`.
    case .authorsID, .authorsName, .authorsURL: break
    case .defaults: decodeDefaults(value)
    // Read by `decodeDefaults`.
    case .defaultsScope, .defaultsPath, .defaultsType, .defaultsValues: break
    case .lastModified:
      let words = Configuration.LastModified.allCases.map(\.rawValue).joined(separator: ", ")
      set(\.lastModified, checked(key, value, words, Configuration.LastModified.init(rawValue:)))
    case .pageSize: set(\.pageSize, integer(key, value))
    case .permalink: set(\.postPermalink, permalink(key, value))
    case .drafts: set(\.showsDrafts, boolean(key, value))
    case .future: set(\.showsFuture, boolean(key, value))
    case .lineNumbers: set(\.showsLineNumbers, boolean(key, value))
    case .keepLocation: set(\.keepsLocation, boolean(key, value))
    case .feedSize: set(\.feedSize, integer(key, value))
    case .search:
      let words = Configuration.SearchScope.allCases.map(\.rawValue).joined(separator: ", ")
      set(\.search, checked(key, value, words, Configuration.SearchScope.init(rawValue:)))
    case .math: set(\.usesMath, boolean(key, value))
    case .mathMacros: set(\.mathMacros, macros(key, value))
    case .menu: decodeMenu(value)
    // Read by `decodeMenu`, which needs both at once.
    case .menuTitle, .menuTarget: break
    case .localCopies: decodeLocalCopies(value)
    // Read by `decodeLocalCopies`.
    case .localCopyAddress, .localCopyFile: break
    case .site, .miniProgram, .navigationColor, .accentColor: decodeMapping(key, value)
    case .avif: set(\.site.usesAVIF, boolean(key, value))
    case .icpFiling: set(\.site.icpFiling, line(key, value))
    case .policeFiling: set(\.site.policeFiling, line(key, value))
    case .license: set(\.site.license, line(key, value))
    case .licenseURL: set(\.site.licenseURL, address(key, value))
    case .editLink: set(\.site.editLink, address(key, value))
    case .contentsDepth: set(\.site.contentsDepth, integer(key, value))
    case .miniProgramLink: set(\.site.miniProgramLink, address(key, value))
    case .miniProgramCode: set(\.site.miniProgramCode, asset(key, value))
    case .logo: set(\.site.logo, asset(key, value))
    case .shareCards: set(\.site.makesShareCards, boolean(key, value))
    case .feedContent:
      let words = Configuration.Site.FeedContent.allCases.map(\.rawValue).joined(separator: ", ")
      set(\.site.feedContent, checked(key, value, words, Configuration.Site.FeedContent.init(rawValue:)))
    case .termFeeds: set(\.site.hasTermFeeds, boolean(key, value))
    case .markdownCopies: set(\.site.copiesMarkdown, boolean(key, value))
    case .serviceWorker:
      let words = Configuration.Site.ServiceWorker.allCases.map(\.rawValue).joined(separator: ", ")
      set(\.site.serviceWorker, checked(key, value, words, Configuration.Site.ServiceWorker.init(rawValue:)))
    case .appID: set(\.miniProgram.appID, checked(key, value, "appid") { $0.isAppID ? $0 : nil })
    case .miniProgramName: set(\.miniProgram.name, line(key, value))
    case .navigationColorLight: set(\.miniProgram.navigationColor.light, color(key, value))
    case .navigationColorDark: set(\.miniProgram.navigationColor.dark, color(key, value))
    case .accentColorLight: set(\.miniProgram.accentColor.light, color(key, value).map(Optional.some))
    case .accentColorDark: set(\.miniProgram.accentColor.dark, color(key, value).map(Optional.some))
    case .tabBar: set(\.miniProgram.tabs, tabs(key, value))
    case .totalBudget: set(\.miniProgram.totalBudget, byteCount(key, value))
    case .packageBudget: set(\.miniProgram.packageBudget, byteCount(key, value))
    case .packageLimit: set(\.miniProgram.packageLimit, integer(key, value))
    case .nodesPerPage: set(\.miniProgram.nodesPerPage, integer(key, value))
    case .overflow:
      let words = Configuration.MiniProgram.Overflow.allCases.map(\.rawValue).joined(separator: ", ")
      set(\.miniProgram.overflow, checked(key, value, words, Configuration.MiniProgram.Overflow.init(rawValue:)))
    }
  }

  mutating func set<Value>(_ field: WritableKeyPath<Configuration, Value>, _ value: Value?) {
    if let value { configuration[keyPath: field] = value }
  }

  private mutating func decodeMapping(_ key: ConfigurationKey, _ value: DataValue) {
    guard let entries = value.entries else { return reject(key, value, expected: "mapping") }
    decode(entries, below: key.rawValue)
  }

  /// Entries that name no title or no target are left out.
  private mutating func decodeMenu(_ value: DataValue) {
    guard case .sequence(let items) = value.content else { return reject(.menu, value, expected: "list") }
    for item in items where !item.isNull {
      guard let entries = item.entries else {
        reject(.menu, item, expected: "menu-item")
        continue
      }
      decode(entries, below: "menu[]")
      func value(of key: ConfigurationKey) -> DataValue? {
        entries.last { ConfigurationKey($0.key, below: "menu[]") == key }?.value
      }
      guard let title = value(of: .menuTitle), let target = value(of: .menuTarget), !title.isNull, !target.isNull else {
        reject(.menu, item, expected: "menu-item")
        continue
      }
      guard let text = line(.menuTitle, title),
        let address = checked(.menuTarget, target, "path", { $0.isWebAddress ? $0 : nil })
      else { continue }
      configuration.menu.append(Configuration.MenuItem(title: text, target: address))
    }
  }

  // MARK: Reports

  mutating func reject(_ key: ConfigurationKey, _ value: DataValue, expected: String) {
    diagnostics.append(
      Diagnostic(
        .badValue, path: file.path, range: value.range, arguments: [key.rawValue, expected, file.excerpt(value.range)]))
  }

  mutating func report(_ code: Diagnostic.Code, at range: SourceRange, _ arguments: [String]) {
    diagnostics.append(Diagnostic(code, path: file.path, range: range, arguments: arguments))
  }

  mutating func report(_ problem: DataProblem) {
    switch problem.kind {
    case .syntax(let word):
      diagnostics.append(
        Diagnostic(
          .configurationSyntax, path: file.path, range: problem.range, arguments: [word], fixIts: problem.fixIts))
    case .duplicateKey(let key, let first):
      let note = Diagnostic.Note(code: .duplicateKey, arguments: [key], path: file.path, range: first)
      diagnostics.append(
        Diagnostic(.duplicateKey, path: file.path, range: problem.range, arguments: [key], notes: [note]))
    }
  }

  mutating func reportEncoding(in part: Range<Int>) {
    let fault = file.bytes.withUnsafeBufferPointer { UTF8Check.firstFault($0, in: part) }
    guard let fault, file.bytes[fault] != 0 else { return }
    report(.invalidEncoding, at: SourceRange(fault..<fault + 1), [String(RepairedText(file.bytes[part]).replacements)])
  }

  private mutating func reportUnknown(_ entry: DataValue.Entry, below parent: String) {
    let names = ConfigurationKey.allCases.filter { $0.parent == parent }.map(\.name)
    let meant = Suggestion.nearest(to: entry.key, among: names)
    diagnostics.append(
      Diagnostic(
        .unknownKey, path: file.path, range: entry.keyRange, arguments: [entry.key] + (meant.map { [$0] } ?? []),
        fixIts: meant.map { [Diagnostic.FixIt(range: entry.keyRange, replacement: $0)] } ?? []))
  }
}

extension ConfigurationKey {
  /// The key of a name inside a mapping. Underscores are read as hyphens; a few names are Jekyll's.
  init?(_ name: String, below parent: String) {
    var name = String(name.map { $0 == "_" ? "-" : $0 })
    if parent.isEmpty {
      switch name {
      case "baseurl": name = Self.basePath.rawValue
      case "lang": name = Self.language.rawValue
      case "paginate", "pagination": name = Self.pageSize.rawValue
      default: break
      }
    }
    self.init(rawValue: parent.isEmpty ? name : parent + "." + name)
    // A dot in the name itself would name a key of another mapping.
    guard self.parent == parent else { return nil }
  }
}

extension SourceFile {
  /// The first line of a range as it stands in the file, cut where it is too long to be quoted.
  func excerpt(_ range: SourceRange) -> String {
    let line = bytes[range.bounds.clamped(to: 0..<bytes.count)].prefix { $0 != 0x0A && $0 != 0x0D }
    let text = String(decoding: line, as: UTF8.self)
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}
