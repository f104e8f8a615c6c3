import Diagnostics

/// The rules that more than one file is needed for.
struct ProgramJudge {
  let files: [FileFindings]
  /// Path -> position in `files`.
  let positions: [String: Int]
  let targets: ReferenceTargets
  var diagnostics: [Diagnostic] = []
  /// Pages of the main package, and of each subpackage with its root before them.
  var mainPages: [String] = []
  var allPages: Set<String> = []
  var tabPages: Set<String> = []
  var packages: [Package] = [] {
    didSet {
      for index in packages.indices.dropFirst(oldValue.count) {
        positionsOfRoots[packages[index].root.dropLast()] = index
      }
    }
  }
  /// The pages and where their files stand in `files`, by name.
  var pageFiles: [PageFiles] = [] {
    didSet { findMarkup() }
  }
  /// Per file: which of `pageFiles` it is the markup of.
  private(set) var pagesOfFiles: [Int?] = []
  /// Per file: the position of its subpackage, nil for the main package.
  private(set) var packagesOfFiles: [Int?] = []
  private var positionsOfRoots: [Substring: Int] = [:]

  struct PageFiles {
    var name: String
    var script: Int?
    var markup: Int?
    var settings: Int?
  }

  struct Package {
    /// With a `/` at its end.
    var root: String
    var name = ""
    var isIndependent = false
    var byteCount = 0
  }

  init(_ files: [FileFindings]) {
    self.files = files
    var positions: [String: Int] = [:]
    positions.reserveCapacity(files.count)
    for index in files.indices where positions[files[index].path] == nil { positions[files[index].path] = index }
    self.positions = positions
    targets = ReferenceTargets(files, positions)
  }

  mutating func run(programLimit: Int) {
    judgeNames()
    guard let app = file("app.json") else {
      report(.missingPageFile, "app.json", nil, ["app.json", "app.json"])
      return
    }
    // Without settings that can be read nothing else means much.
    guard let settings = app.facts.settings else { return }
    judgeApp(settings)
    judgePages(settings)
    judgeSizes(programLimit)
    judgePreloads(settings)
    judgeTheme(settings)
    judgeProject()
    judgeReferences(settings)
    judgeComponents(settings)
    judgeScripts()
  }

  func file(_ path: String) -> FileFindings? { positions[path].map { files[$0] } }
  func exists(_ path: String) -> Bool { positions[path] != nil }

  mutating func report(_ code: Diagnostic.Code, _ path: String, _ range: SourceRange?, _ arguments: [String]) {
    diagnostics.append(Diagnostic(code, path: RulesChecker.pathPrefix + path, range: range, arguments: arguments))
  }

  mutating func report(_ code: Diagnostic.Code, _ path: String, _ node: JSONNode, _ arguments: String...) {
    report(code, path, SourceRange(node.range), arguments)
  }

  /// Where a file lies: the position of its subpackage, nil for the main package.
  func package(of path: String) -> Int? {
    // Roots may have several components; most have one.
    var end = path.startIndex
    while let slash = path.utf8[end...].firstIndex(of: UInt8(ascii: "/")) {
      if let found = positionsOfRoots[path[..<slash]] { return found }
      end = path.utf8.index(after: slash)
    }
    return nil
  }

  private mutating func findMarkup() {
    pagesOfFiles = [Int?](repeating: nil, count: files.count)
    for (place, page) in pageFiles.enumerated() { if let markup = page.markup { pagesOfFiles[markup] = place } }
    guard positions.count < files.count else { return }
    // A path that comes twice is a page each time.
    for index in files.indices {
      if let first = positions[files[index].path] { pagesOfFiles[index] = pagesOfFiles[first] }
    }
  }

  private mutating func judgeNames() {
    // Small letters of ASCII, each path once: nothing to fold.
    if positions.count == files.count,
      files.indices.allSatisfy({ files[$0].path.utf8.allSatisfy { $0 < 0x80 && !($0 >= 0x41 && $0 <= 0x5A) } })
    {
      return
    }
    var seen: [String: String] = [:]
    for file in files {
      let folded = file.path.lowercased()
      if let other = seen[folded] {
        report(.unportablePath, file.path, nil, [file.path + " = " + other])
      } else {
        seen[folded] = file.path
      }
    }
  }

  private mutating func judgeSizes(_ programLimit: Int) {
    var main = 0
    // Of the main package: what lies in others is loaded with what shows it.
    var media = 0
    var counts = packages.map(\.byteCount)
    packagesOfFiles.reserveCapacity(files.count)
    var folder: Substring = ""
    var place: Int?
    for index in files.indices {
      // Neighbours mostly lie in one folder.
      let own = FilePath.folder(files[index].path)
      if index == 0 || own != folder {
        folder = own
        place = package(of: files[index].path)
      }
      packagesOfFiles.append(place)
      if let place {
        counts[place] += files[index].byteCount
      } else if !Self.isProjectFile(files[index].path) {
        main += files[index].byteCount
        if RuleLimits.mediaSuffixes.contains(FilePath.suffix(files[index].path)) { media += files[index].byteCount }
      }
    }
    for index in packages.indices { packages[index].byteCount = counts[index] }
    if media > RuleLimits.media {
      report(.heavyMedia, "app.json", nil, [String(media), String(RuleLimits.media)])
    }
    if main > RuleLimits.package {
      report(.packageOverLimit, "app.json", nil, ["main", String(main), String(RuleLimits.package)])
    } else if main > RuleLimits.mainPackage {
      report(.heavyMainPackage, "app.json", nil, [String(main), String(RuleLimits.mainPackage)])
    }
    for package in packages where package.byteCount > RuleLimits.package {
      report(
        .packageOverLimit, "app.json", nil,
        [String(package.root.dropLast()), String(package.byteCount), String(RuleLimits.package)])
    }
    let all = packages.reduce(main) { $0 + $1.byteCount }
    if all > programLimit { report(.programOverLimit, "app.json", nil, [String(all), String(programLimit)]) }
  }

  /// Files that tools read and that are not uploaded.
  static func isProjectFile(_ path: String) -> Bool {
    path == "project.config.json" || path == "project.private.config.json" || path == "sitemap.json"
      // For the author: `packOptions.ignore` keeps it from being uploaded.
      || path == "manifest.json"
  }
}
