internal import Diagnostics
internal import Manuscript
internal import Pressroom

/// What the last build said, as browsers are told it.
struct PreviewState: Sendable {
  /// More are counted, not sent: a page shows what can be read.
  private static let mostDiagnostics = 200

  /// Names this run of the server: another one means that everything may be different.
  let boot: String
  /// Counts deliveries.
  var edition = 0
  var articles = 0
  var seconds = 0.0
  var packages: [Build.Package] = []
  /// Of the sources, and of the emitted mini-program, each as a JSON object.
  private(set) var diagnostics: [String] = []
  private(set) var findings: [String] = []
  /// Absolute path of the source folder, for editors.
  let source: String
  let hasEditor: Bool
  /// Without slashes at its ends.
  let basePath: String

  init(boot: String, source: String, basePath: String, hasEditor: Bool) {
    self.boot = boot
    self.basePath = basePath
    self.source = source
    self.hasEditor = hasEditor
  }

  /// Takes over what a build said.
  mutating func take(_ build: Build, _ printer: DiagnosticObject) {
    articles = build.statistics.articles
    seconds = build.statistics.seconds
    if build.isDelivered { packages = build.statistics.packages }
    take(build.diagnostics, printer)
  }

  /// Takes over diagnostics alone, when the machine stopped the build.
  mutating func take(_ said: [Diagnostic], _ printer: DiagnosticObject) {
    var kept: (sources: [String], emitted: [String]) = ([], [])
    let worst = said.filter { $0.severity != .note }.sorted { $0.severity > $1.severity }
    for diagnostic in worst.prefix(Self.mostDiagnostics) {
      let object = printer.object(diagnostic)
      kept.sources.append(object)
      if diagnostic.path.hasPrefix(Self.emitted) { kept.emitted.append(object) }
    }
    diagnostics = kept.sources
    findings = kept.emitted
  }

  private static let emitted = "miniprogram:"

  var event: ServerEvent {
    var json = JSONText()
    json.object { object in
      object.field("boot", boot)
      object.field("edition", edition)
      object.field("articles", articles)
      object.key("milliseconds")
      object.integer(Int((seconds * 1000).rounded()))
      object.field("source", source)
      object.field("basePath", basePath)
      object.key("hasEditor")
      object.boolean(hasEditor)
      object.key("packages")
      object.array { array in
        for package in packages {
          array.object { object in
            object.field("name", package.name)
            object.field("bytes", package.bytes)
          }
        }
      }
    }
    // The objects are JSON already.
    let rest =
      ",\"diagnostics\":[" + diagnostics.joined(separator: ",") + "],\"findings\":[" + findings.joined(separator: ",")
      + "]}"
    return ServerEvent("state", String(json.text.dropLast()) + rest)
  }
}

/// Prints diagnostics as the overlay takes them: facts as JSON, the excerpt as on a terminal, colours included.
struct DiagnosticObject: Sendable {
  let language: Language
  let source: @Sendable (String) -> SourceFile?

  func object(_ diagnostic: Diagnostic) -> String {
    var printer = DiagnosticPrinter(language: language, isColored: true, width: 100, source: source)
    let position = diagnostic.range.flatMap { range in
      source(diagnostic.path).map { LineIndex($0.bytes).position(of: Int(range.start)) }
    }
    var json = JSONText()
    json.object { object in
      object.field("code", diagnostic.code.rawValue)
      object.field("severity", diagnostic.severity.rawValue)
      object.field("message", diagnostic.message(in: language))
      object.field("help", diagnostic.help(in: language))
      object.field("file", diagnostic.path)
      object.field("line", position?.line ?? 0)
      object.field("column", position?.column ?? 0)
      object.key("isSource")
      object.boolean(!diagnostic.path.isEmpty && !diagnostic.path.contains(":") && !diagnostic.path.hasPrefix("/"))
      object.field("text", printer.print(diagnostic))
    }
    return json.text
  }
}
