/// The names that a script and all it requires define, for one script after the other. Most scripts of pages require the
/// same, so what that defines is found once.
struct ScriptNames {
  private let files: [FileFindings]
  private let targets: ReferenceTargets
  /// Names of shared modules with all that they require, by position.
  private var sets: [Int: Set<String>] = [:]
  /// The script that is asked for, what it requires, and the names of that.
  private var script: Int?
  private var required: [Int] = []
  private var names: Set<String> = []
  /// By file, the handlers in it that nothing of `required` defines.
  private var missing: [Int: [Mention]] = [:]

  init(_ judge: ProgramJudge) {
    files = judge.files
    targets = judge.targets
  }

  /// Questions are of this script from now on.
  ///
  /// - Parameter script: its position among the files.
  mutating func turn(to script: Int) {
    self.script = script
    let modules = modules(of: script)
    guard modules != required else { return }
    required = modules
    missing = [:]
    names = modules.reduce(into: []) { $0.formUnion(all($1)) }
  }

  /// Whether the script or what it requires defines a name.
  func has(_ name: String) -> Bool { names.contains(name) || isOwn(name) }

  /// The mentions of names that are not defined.
  func missing(_ mentions: [Mention]) -> [Mention] { mentions.filter { !has($0.name) } }

  /// The same for the handlers of a file that pages share.
  mutating func missing(handlersOf file: Int) -> [Mention] {
    let known = missing[file] ?? files[file].facts.handlers.filter { !names.contains($0.name) }
    missing[file] = known
    return known.isEmpty ? known : known.filter { !isOwn($0.name) }
  }

  private func isOwn(_ name: String) -> Bool {
    script.map { files[$0].facts.definedNames.contains(name) } ?? false
  }

  /// All names below a module.
  private mutating func all(_ module: Int) -> Set<String> {
    if let known = sets[module] { return known }
    // Modules that require each other end here.
    sets[module] = []
    var names = Set(files[module].facts.definedNames)
    for other in modules(of: module) { names.formUnion(all(other)) }
    sets[module] = names
    return names
  }

  private func modules(of script: Int) -> [Int] {
    let references = files[script].facts.references
    return references.indices.compactMap { number in
      references[number].kind == .script ? targets.target(ofFile: script, number) : nil
    }
  }
}
