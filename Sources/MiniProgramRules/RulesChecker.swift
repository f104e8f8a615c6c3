package import Diagnostics

/// Judges a mini-program by its files alone, against the platform's rules: not by what wrote them.
///
/// In two steps, so that only what changed is looked at again: `check` reads one file and depends on nothing else;
/// `judge` looks at the findings of all files together.
///
/// One checker may look at many files, one after the other: it remembers what it found well, which changes no finding.
package struct RulesChecker {
  /// Put before paths in diagnostics: the files lie inside the emitted mini-program.
  package static let pathPrefix = "miniprogram:"

  private var known = KnownTags()

  package init() {}

  /// Reads one file by itself.
  ///
  /// - Parameter path: inside the mini-program's folder, `/`-separated.
  package static func check(path: String, bytes: [UInt8]) -> FileFindings {
    var checker = RulesChecker()
    return checker.check(path: path, bytes: bytes)
  }

  /// Reads one file of many.
  package mutating func check(path: String, bytes: [UInt8]) -> FileFindings {
    bytes.withUnsafeBufferPointer { check(path: path, bytes: $0) }
  }

  private mutating func check(path: String, bytes: FileBytes) -> FileFindings {
    var findings = FileFindings(path: path, byteCount: bytes.count)
    let suffix = String(FilePath.suffix(path))
    if suffix != "wxml", suffix != "json", suffix != "js", !RuleLimits.suffixes.contains(suffix) {
      findings.report(.unuploadableFile, nil, path)
    }
    if !FilePath.isPortable(path) { findings.report(.unportablePath, nil, path) }
    switch suffix {
    case "wxml", "wxss", "js", "json", "wxs":
      if bytes.has("\u{FEFF}", at: 0) {
        findings.report(.textEncoding, 0..<3, "byte-order-mark")
        return findings
      }
      if let place = bytes.firstIllFormed {
        findings.report(.textEncoding, place..<place + 1, "not-utf8")
        return findings
      }
    default: break
    }
    switch suffix {
    case "wxml": return WXMLChecker.check(bytes, findings, &known)
    case "wxss": return StyleChecker.check(bytes, findings)
    case "js", "wxs": return ScriptChecker.check(bytes, findings)
    case "json": return JSONChecker.check(bytes, keepsTree: Self.keepsTree(path, bytes.count), findings)
    case "png", "gif", "jpg", "jpeg", "svg": return ImageChecker.check(bytes, suffix: suffix[...], findings)
    default: return findings
    }
  }

  /// Tables of data are large and no settings.
  private static func keepsTree(_ path: String, _ count: Int) -> Bool {
    count < 8 * 1024 || ["app.json", "theme.json", "project.config.json", "sitemap.json"].contains(path)
  }

  /// What all files together show: routes, sizes, links between files; with the findings of each file before it.
  ///
  /// - Parameter programLimit: bytes of all packages together; 20 MB for what a service provider develops.
  package static func judge(_ files: [FileFindings], programLimit: Int = 30 * 1024 * 1024) -> [Diagnostic] {
    var judge = ProgramJudge(files)
    judge.run(programLimit: programLimit)
    var diagnostics: [Diagnostic] = []
    for index in files.indices where !files[index].diagnostics.isEmpty { diagnostics += files[index].diagnostics }
    return diagnostics + judge.diagnostics
  }

  /// What the privacy guide must name for these files, in the words of its form, each once, in order of the files.
  package static func privacyPurposes(_ files: [FileFindings]) -> [String] {
    var seen: Set<String> = []
    return files.flatMap(\.facts.privacyPurposes).filter { seen.insert($0).inserted }
  }
}
