internal import Diagnostics
internal import Manuscript
internal import MiniProgramEdition
internal import MiniProgramRules

extension PressRun {
  /// What the rules say of artifacts, one by one; files that are copied are read for it.
  ///
  /// - Parameter checker: the same for files that are looked at one after the other.
  func findings(_ artifacts: [Artifact], _ checker: inout RulesChecker) -> [FileFindings] {
    artifacts.compactMap { artifact in
      Self.bytes(of: artifact, source: options.source).map { checker.check(path: artifact.path, bytes: $0) }
    }
  }

  private static let sizes: Set<Diagnostic.Code> = [.programOverLimit, .packageOverLimit, .tooManyPackages]

  private static func bytes(of artifact: Artifact, source: String) -> [UInt8]? {
    switch artifact.content {
    case .bytes(let bytes): bytes
    case .copy(let path), .unlocated(let path): FileSystem.read(source + "/" + path)
    case .cached(let path): FileSystem.read(path)
    }
  }

  /// Judges the whole mini-program. Files that something is said of are kept with the build: when an error keeps the
  /// edition back they are nowhere else.
  func judge(
    _ findings: [FileFindings], limits: Configuration.MiniProgram, artifacts: [Artifact], _ build: inout Build,
    entries: Int,
    finish: (Int) throws -> [Artifact]?
  ) throws {
    var diagnostics = RulesChecker.judge(findings, programLimit: limits.totalBudget)
    guard !diagnostics.isEmpty else { return }
    if limits.overflow == .unlimited {
      // Asked for, to be measured and not to be uploaded.
      for index in diagnostics.indices where Self.sizes.contains(diagnostics[index].code) {
        diagnostics[index].severity = .warning
      }
    }
    build.diagnostics += diagnostics
    var missing = Set(diagnostics.map(\.path))
    func keep(_ artifacts: [Artifact]) {
      for artifact in artifacts where missing.remove(RulesChecker.pathPrefix + artifact.path) != nil {
        build.emitted[RulesChecker.pathPrefix + artifact.path] = Self.bytes(of: artifact, source: options.source)
      }
    }
    keep(artifacts)
    for entry in 0..<entries where !missing.isEmpty {
      if let artifacts = try finish(entry) { keep(artifacts) }
    }
  }
}
