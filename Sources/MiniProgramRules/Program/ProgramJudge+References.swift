import Diagnostics

extension ProgramJudge {
  /// Files, handlers, templates and pages that files name.
  mutating func judgeReferences(_ app: JSONNode) {
    let declared = Set((app["requiredPrivateInfos"]?.elements ?? []).compactMap(\.string))
    let global = Set((app["usingComponents"]?.members ?? []).map(\.key))
    var names = ScriptNames(self)
    for file in files {
      for reference in file.facts.references { judge(reference, of: file) }
      for mention in file.facts.declarableInterfaces where !declared.contains(mention.name) {
        report(.undeclaredInterface, file.path, mention.range, [mention.name])
      }
      guard file.path.hasSuffix(".wxml") else { continue }
      let name = String(file.path.dropLast(5))
      judgeTemplates(file)
      judgeCustomElements(file, name, global)
      guard allPages.contains(name) else { continue }
      judgeHandlers(file, page: name, script: name + ".js", &names)
      judgeCounts(file)
      if names.has("onShareTimeline", name + ".js"), !names.has("onShareAppMessage", name + ".js") {
        report(.timelineWithoutShare, name + ".js", nil, [])
      }
    }
  }

  private mutating func judge(_ reference: FileReference, of file: FileFindings) {
    let target = reference.target
    if case .page(let openType) = reference.kind {
      judgePage(target, openType, of: file)
      return
    }
    guard var path = FilePath.resolve(target.name, from: file.path) else {
      report(.missingFile, file.path, target.range, [target.name])
      return
    }
    if reference.kind == .script, !exists(path) { path = exists(path + ".js") ? path + ".js" : path + "/index.js" }
    if reference.kind == .templates || reference.kind == .include, !exists(path) { path += ".wxml" }
    guard exists(path) else {
      report(.missingFile, file.path, target.range, [target.name])
      return
    }
    // Main may be used from anywhere but an independent package; other packages from nowhere else.
    let (own, other) = (package(of: file.path), package(of: path))
    if let other, other != own {
      report(.crossingPackages, file.path, target.range, [target.name, String(packages[other].root.dropLast())])
    } else if other == nil, let own, packages[own].isIndependent {
      report(.crossingPackages, file.path, target.range, [target.name, "main"])
    }
  }

  private mutating func judgePage(_ target: Mention, _ openType: String, of file: FileFindings) {
    guard let page = FilePath.resolve(target.name, from: file.path), allPages.contains(page) else {
      report(.unknownPage, file.path, target.range, [target.name])
      return
    }
    let isTab = tabPages.contains(page)
    let isWrong =
      isTab
      ? openType == "navigate" || openType == "redirect" || (openType == "switchTab" && target.name.contains("?"))
      : openType == "switchTab"
    if isWrong { report(.wrongOpenType, file.path, target.range, [target.name, openType]) }
  }

  /// Templates of the file itself and of what it imports; imports do not hand on what they import.
  private mutating func judgeTemplates(_ file: FileFindings) {
    guard !file.facts.usedTemplates.isEmpty else { return }
    var defined = Set(file.facts.definedTemplates)
    for reference in file.facts.references where reference.kind == .templates {
      guard let path = FilePath.resolve(reference.target.name, from: file.path) else { continue }
      defined.formUnion((self.file(path) ?? self.file(path + ".wxml"))?.facts.definedTemplates ?? [])
    }
    for use in file.facts.usedTemplates where !defined.contains(use.name) {
      report(.undefinedTemplate, file.path, use.range, [use.name])
    }
  }

  private mutating func judgeCustomElements(_ file: FileFindings, _ name: String, _ global: Set<String>) {
    guard !file.facts.customElements.isEmpty else { return }
    // A file that others import or include is used under their settings: any declaration will do.
    let own: Set<String>
    if let settings = self.file(name + ".json")?.facts.settings {
      own = Set((settings["usingComponents"]?.members ?? []).map(\.key))
    } else {
      own = Set(
        files.flatMap { $0.facts.settings?["usingComponents"]?.members.map(\.key) ?? [] })
    }
    for mention in file.facts.customElements where !own.contains(mention.name) && !global.contains(mention.name) {
      let known = ComponentTable.shared.componentNames.names + own.sorted()
      let near = Suggestion.nearest(to: mention.name, among: known) ?? ""
      report(.unknownComponent, file.path, mention.range, [mention.name, near])
    }
  }

  /// Handlers of a page, and of what it includes or imports, must be in its script or in what that requires.
  private mutating func judgeHandlers(
    _ file: FileFindings, page: String, script: String, _ names: inout ScriptNames
  ) {
    guard exists(script) else { return }
    for mention in file.facts.handlers where !names.has(mention.name, script) {
      report(.unknownHandler, file.path, mention.range, [mention.name])
    }
    for reference in file.facts.references where reference.kind == .include || reference.kind == .templates {
      guard let path = FilePath.resolve(reference.target.name, from: file.path), let other = self.file(path) else {
        continue
      }
      for mention in other.facts.handlers where !names.has(mention.name, script) {
        report(.unknownHandler, file.path, reference.target.range, [mention.name])
      }
    }
  }

  private mutating func judgeCounts(_ file: FileFindings) {
    var nodes = file.facts.nodeCount
    for reference in file.facts.references where reference.kind == .include {
      nodes += FilePath.resolve(reference.target.name, from: file.path).flatMap { self.file($0) }?.facts.nodeCount ?? 0
    }
    if nodes >= RuleLimits.nodes {
      report(.tooManyNodes, file.path, nil, [String(nodes), String(RuleLimits.nodes - 1)])
    }
  }
}

/// The names that a script and all it requires define.
struct ScriptNames {
  private let judge: ProgramJudge
  private var sets: [String: Set<String>] = [:]

  init(_ judge: ProgramJudge) { self.judge = judge }

  mutating func has(_ name: String, _ script: String) -> Bool {
    guard let file = judge.file(script) else { return false }
    if file.facts.definedNames.contains(name) { return true }
    return required(file).contains { all($0).contains(name) }
  }

  /// All names below a script; remembered for shared modules, which few scripts are.
  mutating func all(_ script: String) -> Set<String> {
    if let known = sets[script] { return known }
    guard let file = judge.file(script) else { return [] }
    // Modules that require each other end here.
    sets[script] = []
    var names = Set(file.facts.definedNames)
    for path in required(file) { names.formUnion(all(path)) }
    sets[script] = names
    return names
  }

  private func required(_ file: FileFindings) -> [String] {
    file.facts.references.compactMap { reference in
      guard reference.kind == .script, let path = FilePath.resolve(reference.target.name, from: file.path) else {
        return nil
      }
      return judge.exists(path) ? path : path + ".js"
    }
  }
}
