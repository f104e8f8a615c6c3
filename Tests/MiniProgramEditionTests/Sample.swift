import Binding
import Diagnostics
import Foundation
import Manuscript
import Reader
import Templating
import TestSupport
import Testing

@testable import MiniProgramEdition

/// A publication made of texts, written as a mini-program.
struct Sample {
  var publication: Publication
  var articles: [Article]
  var writer: MiniProgramWriter
  var rendered: [RenderedArticle]
  var assembled: Assembled

  /// The whole edition.
  struct Assembled {
    var artifacts: [Artifact]
    var packages: [Packing.Conclusion.Package]
    var sourceMaps: [SourceMap] = []
    var diagnostics: [Diagnostic] = []
  }

  /// - Parameter sources: path below `content/` -> bytes of the file.
  init(
    _ sources: [String: String], assets: [Asset] = [], derived: [ImageDerivation: DerivedImage] = [:],
    configure: (inout Configuration) -> Void = { _ in }
  ) throws {
    let reader = ArticleReader(options: ReadingOptions())
    let articles = sources.keys.sorted().map { path in
      reader.read(
        SourceFile(path: "content/\(path)", bytes: Array((sources[path] ?? "").utf8)),
        kind: path.hasPrefix("posts/") ? .post : path.hasPrefix("docs/") ? .document : .page
      ).0
    }
    try self.init(articles: articles, assets: assets, derived: derived, configure: configure)
  }

  init(
    articles: [Article], assets: [Asset] = [], derived: [ImageDerivation: DerivedImage] = [:],
    configure: (inout Configuration) -> Void = { _ in }
  ) throws {
    var configuration = Configuration()
    configuration.title = "样张"
    configuration.url = "https://example.com"
    // Its files would change the sums of every test about packages.
    configuration.search = .off
    configure(&configuration)
    publication =
      Binder.bind(articles.map(\.facts), assets: assets, configuration: configuration, now: 4_000_000_000).publication
    let byPath = Dictionary(uniqueKeysWithValues: articles.map { ($0.facts.path, $0) })
    self.articles = publication.entries.compactMap { byPath[$0.facts.path] }
    writer = try #require(
      MiniProgramWriter.make(publication: publication, theme: .embedded(), derived: derived).0)
    rendered = []
    for (entry, article) in self.articles.enumerated() { rendered.append(writer.render(article, entry: entry)) }
    assembled = Self.assemble(writer, rendered, search: Self.search(self.articles, writer, configuration.search))
  }

  /// Packs and finishes as a build does.
  /// What a build would give the search of this edition.
  static func search(_ articles: [Article], _ writer: MiniProgramWriter, _ scope: Configuration.SearchScope)
    -> SearchMaterial?
  {
    guard scope != .off else { return nil }
    func index(_ indexer: SearchIndexer) -> SearchIndex {
      indexer.index((0..<indexer.groupCount).map(indexer.group))
    }
    var material = SearchMaterial(
      titles: index(SearchIndexer(titles: articles.map(\.facts))), full: nil, texts: [])
    guard scope == .full else { return material }
    var extractor = SearchExtractor(first: 0)
    for article in articles { material.texts.append(writer.searchText(extractor.extract(article))) }
    material.full = index(SearchIndexer([extractor.finish()], isHeld: articles.map { _ in true }))
    return material
  }

  static func assemble(
    _ writer: MiniProgramWriter, _ rendered: [RenderedArticle], search: SearchMaterial? = nil
  ) -> Assembled {
    let separated = rendered.map { $0.separated() }
    let packing = writer.pack(separated.map(\.measure))
    var assembled = Assembled(artifacts: packing.artifacts, packages: [])
    var bytes = [Int](repeating: 0, count: packing.packageCount)
    for entry in separated.indices {
      guard let article = packing.finish(entry, text: separated[entry].text) else { continue }
      assembled.artifacts += article.artifacts
      assembled.sourceMaps.append(article.sourceMap)
      for share in article.shares { bytes[share.package] += share.byteCount }
    }
    let conclusion = packing.conclude(articleBytes: bytes, search: search)
    assembled.artifacts += conclusion.artifacts
    assembled.packages = conclusion.packages
    assembled.diagnostics = conclusion.diagnostics
    return assembled
  }

  func bytes(_ path: String) throws -> [UInt8] {
    let artifact = try #require(assembled.artifacts.first { $0.path == path }, "no \(path)")
    guard case .bytes(let bytes) = artifact.content else { throw Missing(path: path) }
    return bytes
  }

  func string(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  func json(_ path: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(try bytes(path))) }

  /// The text of an article's own element on its first page.
  func wxml(entry: Int = 0, page: Int = 0) -> String {
    String(decoding: rendered[entry].pages[page].wxml, as: UTF8.self)
  }

  struct Missing: Error { var path: String }

  /// Writes every file that holds bytes below a folder; copies become files of one byte, which only have to be there.
  func write(to folder: URL) throws {
    for artifact in assembled.artifacts {
      let url = folder.appending(path: artifact.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      if case .bytes(let bytes) = artifact.content {
        try Data(bytes).write(to: url)
      } else {
        try Data([0]).write(to: url)
      }
    }
  }

  static func post(_ number: Int, body: String = "正文。") -> (String, String) {
    let day = String(number % 28 + 1)
    let month = String(number / 28 % 12 + 1)
    let date = "20\(10 + number / 336)-\(month.count < 2 ? "0" : "")\(month)-\(day.count < 2 ? "0" : "")\(day)"
    return (
      "posts/\(date)-post-\(number).md",
      "---\ntitle: 文章 \(number)\ndate: \(date) 08:00:00 +0800\ntags: [t\(number % 7)]\ncategories: [c\(number % 3)]\n---\n\n\(body)\n"
    )
  }

  /// Posts of a number, the higher the newer.
  static func posts(_ count: Int, body: (Int) -> String = { _ in "正文。" }) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { post($0, body: body($0)) })
  }

  /// Pictures of nearly equal weight.
  static func pictures(_ count: Int, bytes: Int) -> [Asset] {
    (0..<count).map { index in
      Asset(
        path: "assets/\(index).png", sitePath: "/assets/\(index).png", kind: .png, byteCount: bytes + index,
        size: PixelSize(width: 400, height: 300), contentHash: "hash\(index)")
    }
  }
}
