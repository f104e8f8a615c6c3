import Diagnostics

extension ProgramJudge {
  /// Files, handlers, templates and pages that files name.
  mutating func judgeReferences(_ app: JSONNode) {
    let declared = Set((app["requiredPrivateInfos"]?.elements ?? []).compactMap(\.string))
    let global = Set((app["usingComponents"]?.members ?? []).map(\.key))
    var names = ScriptNames(self)
    for index in files.indices {
      for number in files[index].facts.references.indices { judge(number, of: index) }
      for mention in files[index].facts.declarableInterfaces where !declared.contains(mention.name) {
        report(.undeclaredInterface, files[index].path, mention.range, [mention.name])
      }
      if !files[index].facts.usedTemplates.isEmpty { judgeTemplates(files[index]) }
      if !files[index].facts.customElements.isEmpty {
        judgeCustomElements(files[index], String(files[index].path.dropLast(5)), global)
      }
      guard let page = pagesOfFiles[index] else { continue }
      let script = pageFiles[page].script
      if let script {
        names.turn(to: script)
        judgeHandlers(index, &names)
      }
      judgeCounts(index)
      if let script, names.has("onShareTimeline"), !names.has("onShareAppMessage") {
        report(.timelineWithoutShare, files[script].path, nil, [])
      }
    }
  }

  private mutating func judge(_ number: Int, of index: Int) {
    let reference = files[index].facts.references[number]
    let target = reference.target
    if case .page(let openType) = reference.kind {
      judgePage(target, openType, of: files[index])
      return
    }
    guard let position = targets.target(ofFile: index, number) else {
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
  private mutating func judgeHandlers(_ index: Int, _ names: inout ScriptNames) {
    for mention in names.missing(files[index].facts.handlers) {
      report(.unknownHandler, files[index].path, mention.range, [mention.name])
    }
    for (number, reference) in files[index].facts.references.enumerated()
    where reference.kind == .include || reference.kind == .templates {
      guard let other = targets.target(ofFile: index, number) else { continue }
      for mention in names.missing(handlersOf: other) {
        report(.unknownHandler, files[index].path, reference.target.range, [mention.name])
      }
    }
  }

  private mutating func judgeCounts(_ index: Int) {
    var nodes = files[index].facts.nodeCount
    // Ids of what stands here by inclusion, which may be this file's or that of another inclusion.
    var included: Set<String> = []
    for (number, reference) in files[index].facts.references.enumerated() where reference.kind == .include {
      guard let other = targets.target(ofFile: index, number) else { continue }
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
