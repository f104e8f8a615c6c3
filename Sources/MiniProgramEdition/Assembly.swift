import Diagnostics
import Manuscript
import Typesetting

/// One packing of the edition: which article goes where, then every file.
struct Assembly {
  let writer: MiniProgramWriter
  let measures: [ArticleMeasure?]
  private(set) var packer: Packer
  /// Package of each entry; 0: not in this edition.
  var packageOf: [Int]
  /// Package of each page of an article that lies in several, by entry.
  private(set) var spread: [Int: [Int]] = [:]
  /// By asset: whether the main package holds it for several others.
  private var isShared: [Bool]
  /// Posts of this edition as lists show them: pinned ones first, then by date.
  var posts: [Int] = []
  /// How many of them the home list shows, from the first.
  var homeCount = 0
  /// Entry -> position in `posts`.
  var position: [Int: Int] = [:]
  /// Everything but the articles.
  var artifacts: [Artifact] = []
  /// Bytes by package without the articles, main first.
  var sizes: [Int] = [0]
  /// Pages of the main package, home first.
  var mainPages: [String] = []
  /// Names of each subpackage's pages.
  private(set) var subpackagePages: [[String]] = []
  /// Packages of the search; they come after those of the articles.
  private(set) var searchPackageCount = 0

  init(writer: MiniProgramWriter, measures: [ArticleMeasure?]) {
    self.writer = writer
    self.measures = measures
    packageOf = [Int](repeating: 0, count: writer.publication.entries.count)
    isShared = [Bool](repeating: false, count: writer.files.count)
    packer = Packer([], budget: .init(package: 0, packages: 0, main: 0), fileBytes: [])
  }

  var publication: Publication { writer.publication }
  var configuration: Configuration.MiniProgram { writer.publication.configuration.miniProgram }
  var words: Words { writer.words }

  mutating func run() {
    packer = pack()
    for (index, items) in packer.packages.enumerated() {
      for item in items { note(item, in: index + 1) }
    }
    orderPosts()
    writeListPages()
    writeTables()
    writeThemeFiles()
    writeProject()
    // Not added to a package: the upload leaves it out.
    artifacts.append(Artifact(path: Manifest.fileName, bytes: manifest()))
    let shared = packer.shared(mainBytes: sizes[0], limit: configuration.packageBudget / 100 * 70)
    for asset in shared { isShared[asset] = true }
    writeFiles(shared.sorted(), to: 0)
    for (index, items) in packer.packages.enumerated() {
      sizes.append(0)
      var files: Set<Int> = []
      var pages: [String] = []
      for item in items {
        files.formUnion(item.files)
        let name = publication.entries[item.entry].miniProgramName
        for number in item.pages ?? 0..<pageCount(item.entry) { pages.append(PagePath.part(name, number)) }
      }
      subpackagePages.append(pages)
      writeFiles(files.filter { !isShared[$0] }.sorted(), to: index + 1)
    }
  }

  private mutating func note(_ item: Packer.Item, in package: Int) {
    guard let pages = item.pages else {
      packageOf[item.entry] = package
      return
    }
    if pages.lowerBound == 0 { packageOf[item.entry] = package }
    var packages = spread[item.entry] ?? [Int](repeating: 0, count: pageCount(item.entry))
    for page in pages where packages.indices.contains(page) { packages[page] = package }
    spread[item.entry] = packages
  }

  /// `app.json`, which names every page, and what there is to say; its bytes count like the others.
  func conclude(articleBytes: [Int], search material: SearchMaterial?) -> Packing.Conclusion {
    var rest = self
    rest.artifacts = []
    for (package, bytes) in articleBytes.enumerated() where rest.sizes.indices.contains(package) {
      rest.sizes[package] += bytes
    }
    let search = material.map { rest.search($0) }
    rest.searchPackageCount = search?.packages.sizes.count ?? 0
    rest.writeAppSettings()
    var packages = rest.sizes.enumerated().map { index, bytes in
      Packing.Conclusion.Package(name: index == 0 ? "main" : PagePath.root(index), bytes: bytes)
    }
    var diagnostics = rest.report()
    if let search {
      rest.artifacts += search.packages.artifacts
      for (number, bytes) in search.packages.sizes.enumerated() {
        packages.append(.init(name: SearchPackages.root(number), bytes: bytes))
      }
      diagnostics += search.diagnostics
    }
    return .init(artifacts: rest.artifacts, packages: packages, diagnostics: diagnostics)
  }

  /// The package whose `files` folder serves an asset to articles of a package.
  func package(ofAsset asset: Int, for package: Int) -> Int {
    writer.twins.indices.contains(asset) && isShared[writer.twins[asset]] ? 0 : package
  }

  /// Adds a file to a package (0: main).
  mutating func add(_ path: String, _ bytes: [UInt8], to package: Int = 0) {
    artifacts.append(Artifact(path: path, bytes: bytes))
    sizes[package] += bytes.count
  }

  /// Pages of an article: parts where it is long.
  func pageCount(_ entry: Int) -> Int { measures[entry]?.pages.count ?? 0 }

  /// The package of one page of an article.
  func package(of entry: Int, page: Int) -> Int {
    guard let packages = spread[entry] else { return packageOf[entry] }
    return packages.indices.contains(page) ? packages[page] : 0
  }

  func isIncluded(_ entry: Int) -> Bool { packageOf.indices.contains(entry) && packageOf[entry] > 0 }

  private mutating func orderPosts() {
    let home = publication.homePosts.filter(isIncluded)
    let isAtHome = Set(home)
    let pinned = publication.pinned.filter { isAtHome.contains($0) }
    let isPinned = Set(pinned)
    posts = pinned + home.filter { !isPinned.contains($0) }
    homeCount = posts.count
    // Translations have their place in all other lists.
    posts += publication.posts.filter { isIncluded($0) && !isAtHome.contains($0) }
    for (index, entry) in posts.enumerated() { position[entry] = index }
  }

  private mutating func writeFiles(_ assets: [Int], to package: Int) {
    for asset in assets {
      guard let file = writer.files[asset] else { continue }
      artifacts.append(Artifact(path: "\(PagePath.root(package))/files/\(file.name)", content: file.content))
      sizes[package] += file.byteCount
    }
  }
}
