import Diagnostics

extension ProgramJudge {
  /// Custom components: that what is declared is a component, is there and is used, and what its style may select.
  mutating func judgeComponents(_ app: JSONNode) {
    var usedAnywhere: Set<String>?
    for index in files.indices where files[index].path.hasSuffix(".json") {
      guard let declared = files[index].facts.settings?["usingComponents"]?.members, !declared.isEmpty else { continue }
      let path = files[index].path
      for member in declared { judgeDeclaration(member, path) }
      let used: Set<String>
      if path == "app.json" {
        used = usedAnywhere ?? Set(files.flatMap { $0.facts.customElements.map(\.name) })
        usedAnywhere = used
      } else {
        used = elements(of: String(path.dropLast(5)) + ".wxml", seen: [])
      }
      for member in declared where !used.contains(member.key) {
        report(.unusedComponent, path, SourceRange(member.keyRange), [member.key])
      }
    }
    for index in files.indices where !files[index].facts.plainSelectors.isEmpty {
      let file = files[index]
      let settings = self.file(String(file.path.dropLast(5)) + ".json")?.facts.settings
      guard settings?["component"]?.boolean == true else { continue }
      for mention in file.facts.plainSelectors { report(.componentStyle, file.path, mention.range, [mention.name]) }
    }
  }

  private mutating func judgeDeclaration(_ member: JSONMember, _ path: String) {
    // Of a plug-in, or of npm: not among these files.
    guard let address = member.node.string, !address.contains("://"), address.hasPrefix("/") || address.hasPrefix(".")
    else { return }
    let base = FilePath.resolve(address, from: path)
    guard let base, let name = [base, base + "/index"].first(where: { exists($0 + ".js") && exists($0 + ".wxml") })
    else { return report(.missingFile, path, member.node, address) }
    guard let settings = file(name + ".json")?.facts.settings else {
      return report(.missingFile, path, member.node, name + ".json")
    }
    if settings["component"]?.boolean != true { report(.missingSetting, name + ".json", settings, "component") }
  }

  /// Custom elements of a file and of what stands in it by `include` and `import`.
  private func elements(of path: String, seen: Set<String>) -> Set<String> {
    guard let file = file(path), !seen.contains(path) else { return [] }
    var names = Set(file.facts.customElements.map(\.name))
    for reference in file.facts.references where reference.kind == .include || reference.kind == .templates {
      guard let other = FilePath.resolve(reference.target.name, from: path) else { continue }
      names.formUnion(elements(of: exists(other) ? other : other + ".wxml", seen: seen.union([path])))
    }
    return names
  }
}
