internal import Binding
internal import Diagnostics
internal import Glibc
internal import Manuscript

/// Has the diagrams of articles drawn by Graphviz, each once: pictures are kept by the source and the tool.
///
/// A child process and never a linked library, as for images: Graphviz lays out whatever an author pastes, in C. It gets
/// the graph alone, may open no file, and is ended when it takes too long or too much; of its picture, shapes and words
/// are kept (`DrawnGraph`).
struct DiagramDrawer: Sendable {
  static let command = "dot"
  static let package = "graphviz"
  /// Seconds one picture may take: a graph of a thousand nodes takes about two.
  static let timeLimit = 10
  /// Kilobytes of address space one picture may take.
  static let memoryLimit = 1_000_000
  /// Bytes of its output.
  static let outputLimit = 4 << 20
  /// Raise it when the same graph is drawn differently.
  private static let version = 1

  /// Where pictures are kept, relative to the source folder: the editions copy them from there as they do all files.
  static let folder = ".offprint/diagrams"

  let source: String
  /// The ground of the pictures, hexadecimal.
  let paper: String
  /// Absolute path of the command; nil when it is not installed.
  let tool: String?

  /// One picture wanted, with the articles that show it.
  private struct Graph: Sendable {
    var text: [UInt8]
    var sitePath: String
    var places: [(path: String, range: SourceRange)]
  }

  /// What came of one graph.
  enum Outcome: Sendable {
    case drawn(Asset)
    /// Why it was not, at a place in the graph; nil: at all of it.
    case refused(Diagnostic.Code, [String], Range<Int>?)
  }

  /// Has drawn what is not there yet.
  ///
  /// - Parameter facts: of the articles that are printed.
  /// - Returns: a file for each picture, at the address that its reference names, and what the author should know. A
  ///   graph without a picture is shown as its source.
  func draw(_ facts: [ArticleFacts], jobs: Int) async -> (assets: [Asset], diagnostics: [Diagnostic]) {
    var graphs: [Graph] = []
    var known: [String: Int] = [:]
    for article in facts {
      for diagram in article.diagrams {
        let path = Diagram.sitePath(of: diagram.source.bytes)
        if known[path] == nil {
          known[path] = graphs.count
          graphs.append(Graph(text: diagram.source.bytes, sitePath: path, places: []))
        }
        graphs[known[path] ?? 0].places.append((article.path, diagram.range))
      }
    }
    guard !graphs.isEmpty else { return ([], []) }
    guard let tool, let stamp = FileSystem.stamp(tool) else {
      let places = graphs.flatMap(\.places)
      let notes = places.map { place in
        let fence = SourceRange(Int(place.range.start)..<min(Int(place.range.start) + 3, Int(place.range.end)))
        return Diagnostic.Note(code: .diagramNotDrawn, path: place.path, range: fence)
      }
      let arguments = [Self.command, Self.package, String(places.count)]
      return ([], [Diagnostic(.diagramNotDrawn, path: "content", arguments: arguments, notes: notes)])
    }
    let cache = source + "/" + Self.folder
    guard FileSystem.makeFolders(cache) else {
      return ([], [Diagnostic(.unwritableOutput, path: cache, arguments: [cache, FileSystem.reason()])])
    }
    let circumstances = "\(Self.version) \(paper) \(tool) \(stamp.byteCount) \(stamp.modified)"
    let outcomes = await draw(graphs, seed: ContentHash.hash(circumstances), jobs: jobs)
    var assets: [Asset] = []
    var diagnostics: [Diagnostic] = []
    for (graph, outcome) in zip(graphs, outcomes) {
      switch outcome {
      case .drawn(let asset): assets.append(asset)
      case .refused(let code, let arguments, let range):
        for place in graph.places {
          let found = range.map { self.place($0, of: graph.text, in: place) } ?? place.range
          let named = code == .toolFailed ? [Self.command, place.path] + arguments : arguments
          diagnostics.append(Diagnostic(code, path: place.path, range: found, arguments: named))
        }
      }
    }
    return (assets, diagnostics)
  }

  private func draw(_ graphs: [Graph], seed: UInt64, jobs: Int) async -> [Outcome] {
    await withTaskGroup(of: (Int, Outcome).self) { group in
      var outcomes = [Outcome](repeating: .refused(.toolFailed, [], nil), count: graphs.count)
      var next = 0
      func add() {
        guard next < graphs.count else { return }
        let index = next
        group.addTask { (index, await draw(graphs[index], seed: seed)) }
        next += 1
      }
      for _ in 0..<max(1, jobs) { add() }
      for await (index, outcome) in group {
        outcomes[index] = outcome
        add()
      }
      return outcomes
    }
  }

  private func draw(_ graph: Graph, seed: UInt64) async -> Outcome {
    let tokens = DotScanner.tokens(of: graph.text)
    if let use = DotScanner.fileUse(in: graph.text, tokens) { return .refused(.diagramFile, [use.name], use.range) }
    let hash = String(ContentHash.hash(graph.text, seed: seed), radix: 16)
    let path = Self.folder + "/" + String(repeating: "0", count: 16 - hash.utf8.count) + hash + ".svg"
    if let known = asset(path, graph) { return .drawn(known) }
    guard let answer = await run(graph.text) else { return .refused(.toolFailed, ["timeout"], nil) }
    guard answer.status == 0, !answer.output.isEmpty else { return await complaint(answer, graph.text, tokens) }
    guard let picture = DrawnGraph(graphviz: answer.output, paper: paper, name: "g\(hash)-") else {
      return .refused(.toolFailed, [GraphvizWords(answer.errors).reason], nil)
    }
    let final = source + "/" + path
    let temporary = "\(final).\(getpid())"
    guard FileSystem.replace(temporary, with: picture.svg), rename(temporary, final) == 0, let made = asset(path, graph)
    else { return .refused(.toolFailed, [FileSystem.reason()], nil) }
    return .drawn(made)
  }

  private func asset(_ path: String, _ graph: Graph) -> Asset? {
    guard let bytes = FileSystem.read(source + "/" + path), let size = ImageHeader.size(of: bytes, kind: .svg) else {
      return nil
    }
    let hash = String(ContentHash.hash(bytes), radix: 16)
    return Asset(
      path: path, sitePath: graph.sitePath, kind: .svg, byteCount: bytes.count, size: size,
      contentHash: String(repeating: "0", count: 16 - hash.utf8.count) + hash,
      traits: ImageHeader.traits(of: bytes, kind: .svg))
  }

  func run(_ text: [UInt8]) async -> ChildProcess.Outcome? {
    let sans = ["-Gfontname=sans-serif", "-Nfontname=sans-serif", "-Efontname=sans-serif"]
    return await ChildProcess.run(
      tool ?? Self.command, ["-Tsvg", "-Gbgcolor=transparent", "-Gpad=0.12", "-Efontsize=12"] + sans,
      // Both keep Graphviz from opening files that a graph names; which of them it knows depends on its version.
      environment: ["SERVER_NAME": "offprint", "GV_FILE_PATH": "/nonexistent", "LC_ALL": "C.UTF-8"],
      input: text, seconds: Self.timeLimit, memory: Self.memoryLimit, limit: Self.outputLimit)
  }
}
