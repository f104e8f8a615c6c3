import Diagnostics
import Manuscript
import Typesetting

/// One packing of the edition: which article goes where, then every file.
struct Assembly {
  let writer: MiniProgramWriter
  var rendered: [RenderedArticle?]
  /// Package of each entry; 0: not in this edition.
  var packageOf: [Int]
  /// Posts of this edition as lists show them: pinned ones first, then by date.
  var posts: [Int] = []
  /// Entry -> position in `posts`.
  var position: [Int: Int] = [:]
  var artifacts: [Artifact] = []
  /// Bytes by package, main first.
  var sizes: [Int] = [0]
  var sourceMaps: [SourceMap] = []
  var diagnostics: [Diagnostic] = []
  /// Pages of the main package, home first.
  var mainPages: [String] = []
  /// Names of each subpackage's pages.
  var subpackagePages: [[String]] = []

  init(writer: MiniProgramWriter, rendered: consuming [RenderedArticle?]) {
    self.writer = writer
    self.rendered = rendered
    packageOf = [Int](repeating: 0, count: writer.publication.entries.count)
  }

  var publication: Publication { writer.publication }
  var configuration: Configuration.MiniProgram { writer.publication.configuration.miniProgram }
  var words: Words { writer.words }

  mutating func run() -> MiniProgramWriter.Assembled {
    let packer = pack()
    for (index, items) in packer.packages.enumerated() {
      for item in items { packageOf[item.entry] = index + 1 }
    }
    orderPosts()
    writeListPages()
    writeTables()
    writeThemeFiles()
    writeProject()
    let shared = packer.shared(mainBytes: sizes[0], limit: configuration.packageBudget / 100 * 70)
    writeFiles(Array(shared).sorted(), to: 0)
    for (index, items) in packer.packages.enumerated() {
      sizes.append(0)
      subpackagePages.append([])
      var files: Set<Int> = []
      for item in items {
        files.formUnion(item.files)
        write(item.entry, shared: shared)
      }
      writeFiles(files.subtracting(shared).sorted(), to: index + 1)
    }
    // Last of all, since it names every page; its bytes count like the others.
    writeAppSettings()
    report(packer)
    let packages = sizes.enumerated().map { index, bytes in
      MiniProgramWriter.Assembled.Package(name: index == 0 ? "main" : PagePath.root(index), bytes: bytes)
    }
    return .init(artifacts: artifacts, packages: packages, sourceMaps: sourceMaps, diagnostics: diagnostics)
  }

  /// Adds a file to a package (0: main).
  mutating func add(_ path: String, _ bytes: [UInt8], to package: Int = 0) {
    artifacts.append(Artifact(path: path, bytes: bytes))
    sizes[package] += bytes.count
  }

  func isIncluded(_ entry: Int) -> Bool { packageOf.indices.contains(entry) && packageOf[entry] > 0 }

  private mutating func orderPosts() {
    let pinned = publication.pinned.filter(isIncluded)
    let isPinned = Set(pinned)
    posts = pinned + publication.posts.filter { isIncluded($0) && !isPinned.contains($0) }
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
