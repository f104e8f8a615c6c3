import Diagnostics

extension ProgramJudge {
  /// Files, handlers, templates and pages that files name.
  mutating func judgeReferences(_ app: JSONNode) {
    let declared = Set((app["requiredPrivateInfos"]?.elements ?? []).compactMap(\.string))
    let global = Set((app["usingComponents"]?.members ?? []).map(\.key))
    var names = ScriptNames(self)
    for index in files.indices {
      for reference in files[index].facts.references { judge(reference, of: index) }
      for mention in files[index].facts.declarableInterfaces where !declared.contains(mention.name) {
        report(.undeclaredInterface, files[index].path, mention.range, [mention.name])
      }
      if !files[index].facts.usedTemplates.isEmpty { judgeTemplates(files[index]) }
      if !files[index].facts.customElements.isEmpty {
        judgeCustomElements(files[index], String(files[index].path.dropLast(5)), global)
      }
      guard let page = pagesOfFiles[index] else { continue }
      let script = pageFiles[page].script
      if let script { judgeHandlers(index, script, &names) }
      judgeCounts(index)
      if let script, names.has("onShareTimeline", script), !names.has("onShareAppMessage", script) {
        report(.timelineWithoutShare, files[script].path, nil, [])
      }
    }
  }

  private mutating func judge(_ reference: FileReference, of index: Int) {
    let target = reference.target
    if case .page(let openType) = reference.kind {
      judgePage(target, openType, of: files[index])
      return
    }
    guard var path = FilePath.resolve(target.name, from: files[index].path) else {
      report(.missingFile, files[index].path, target.range, [target.name])
      return
    }
    if reference.kind == .script, !exists(path) { path = exists(path + ".js") ? path + ".js" : path + "/index.js" }
    if reference.kind == .templates || reference.kind == .include, !exists(path) { path += ".wxml" }
    guard let position = positions[path] else {
      report(.missingFile, files[index].path, target.range, [target.name])
      return
    }
    // Main may be used from anywhere but an independent package; other packages from nowhere else.
    let (own, other) = (packagesOfFiles[index], packagesOfFiles[position])
    if let other, other != own {
      report(
        .crossingPackages, files[index].path, target.range, [target.name, String(packages[other].root.dropLast())])
    } else if other == nil, let own, packages[own].isIndependent {
      report(.crossingPackages, files[index].path, target.range, [target.name, "main"])
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
  private mutating func judgeHandlers(_ index: Int, _ script: Int, _ names: inout ScriptNames) {
    for mention in files[index].facts.handlers where !names.has(mention.name, script) {
      report(.unknownHandler, files[index].path, mention.range, [mention.name])
    }
    for reference in files[index].facts.references where reference.kind == .include || reference.kind == .templates {
      guard let other = position(reference.target, from: index) else { continue }
      for mention in files[other].facts.handlers where !names.has(mention.name, script) {
        report(.unknownHandler, files[index].path, reference.target.range, [mention.name])
      }
    }
  }

  private func position(_ target: Mention, from index: Int) -> Int? {
    FilePath.resolve(target.name, from: files[index].path).flatMap { positions[$0] }
  }

  private mutating func judgeCounts(_ index: Int) {
    var nodes = files[index].facts.nodeCount
    // Ids of what stands here by inclusion, which may be this file's or that of another inclusion.
    var included: Set<String> = []
    for reference in files[index].facts.references where reference.kind == .include {
      guard let other = position(reference.target, from: index) else { continue }
      nodes += files[other].facts.nodeCount
      for id in files[other].facts.ids where !included.insert(id).inserted || files[index].facts.ids.contains(id) {
        report(.unusableID, files[index].path, reference.target.range, [id, "id-twice"])
      }
    }
    if nodes >= RuleLimits.nodes {
      report(.tooManyNodes, files[index].path, nil, [String(nodes), String(RuleLimits.nodes - 1)])
    }
  }
}

/// The names that a script and all it requires define.
struct ScriptNames {
  private let judge: ProgramJudge
  private var sets: [String: Set<String>] = [:]
  /// What the script that was asked for last requires: a page is asked for several names in turn.
  private var last: (script: Int, required: [String])?

  init(_ judge: ProgramJudge) { self.judge = judge }

  /// - Parameter script: its position among the files.
  mutating func has(_ name: String, _ script: Int) -> Bool {
    if judge.files[script].facts.definedNames.contains(name) { return true }
    if last?.script != script { last = (script, required(judge.files[script])) }
    guard let last else { return false }
    return last.required.contains { all($0).contains(name) }
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
