import Diagnostics

extension ProgramJudge {
  /// Which pages there are, that their files are there, and what the page settings say.
  mutating func judgePages(_ app: JSONNode) {
    var seen: Set<String> = []
    for node in app["pages"]?.elements ?? [] {
      guard let page = node.string else { continue }
      mainPages.append(page)
      if !seen.insert(page).inserted { report(.doubledPage, "app.json", node, page) }
    }
    judgePackages(app, &seen)
    allPages = seen
    for node in app["pages"]?.elements ?? [] {
      guard let page = node.string, let package = package(of: page) else { continue }
      report(.misplacedPage, "app.json", node, page, String(packages[package].root.dropLast()))
    }
    judgeTabs(app)
    pageFiles = seen.sorted().map {
      PageFiles(
        name: $0, script: positions[$0 + ".js"], markup: positions[$0 + ".wxml"], settings: positions[$0 + ".json"])
    }
    for page in pageFiles {
      if page.script == nil { report(.missingPageFile, "app.json", nil, [page.name, page.name + ".js"]) }
      if page.markup == nil { report(.missingPageFile, "app.json", nil, [page.name, page.name + ".wxml"]) }
      if let script = page.script, !files[script].facts.registrations.contains("Page"),
        !files[script].facts.registrations.contains("Component")
      {
        report(.missingRegistration, files[script].path, nil, ["Page"])
      }
      if let place = page.settings, let settings = files[place].facts.settings {
        judgePageSettings(settings, files[place].path)
      }
    }
    if let script = file("app.js"), !script.facts.registrations.contains("App") {
      report(.missingRegistration, "app.js", nil, ["App"])
    }
    // What nothing leads to is dead weight.
    for index in files.indices where pagesOfFiles[index] == nil && files[index].path.hasSuffix(".wxml") {
      let file = files[index]
      let name = String(file.path.dropLast(5))
      guard !seen.contains(name), exists(name + ".js"), let settings = self.file(name + ".json")?.facts.settings,
        settings["component"]?.boolean != true
      else { continue }
      report(.unlistedPage, file.path, nil, [name])
    }
  }

  private mutating func judgePackages(_ app: JSONNode, _ seen: inout Set<String>) {
    let list = (app["subPackages"] ?? app["subpackages"])
    if let list, list.elements.count > RuleLimits.packageCount {
      report(.tooManyPackages, "app.json", list, String(list.elements.count), String(RuleLimits.packageCount))
    }
    for node in list?.elements ?? [] {
      guard let rootNode = node["root"], var root = rootNode.string else {
        report(.missingSetting, "app.json", node, "subpackages.root")
        continue
      }
      while root.hasPrefix("/") { root.removeFirst() }
      while root.hasSuffix("/") { root.removeLast() }
      if root.isEmpty || root == "__APP__" {
        report(.subpackageRoot, "app.json", rootNode, root, "root-name")
        continue
      }
      root += "/"
      let clash = packages.first { $0.root == root || $0.root.hasPrefix(root) || root.hasPrefix($0.root) }
      if let clash {
        let word = clash.root == root ? "root-twice" : "root-nested"
        report(.subpackageRoot, "app.json", rootNode, String(root.dropLast()), word)
      }
      packages.append(
        Package(root: root, name: node["name"]?.string ?? "", isIndependent: node["independent"]?.boolean ?? false))
      for member in node.members
      where !["root", "pages", "name", "independent", "plugins", "entry"].contains(member.key) {
        unknownSetting(member, "app.json", ["root", "pages", "name", "independent"])
      }
      for page in node["pages"]?.elements ?? [] {
        guard let name = page.string else { continue }
        if !seen.insert(root + name).inserted { report(.doubledPage, "app.json", page, root + name) }
      }
    }
  }

  private mutating func judgeTabs(_ app: JSONNode) {
    guard let bar = app["tabBar"] else { return }
    let isCustom = bar["custom"]?.boolean == true
    guard let list = bar["list"] else {
      report(.missingSetting, "app.json", bar, "tabBar.list")
      return
    }
    let most = isCustom ? 10 : 5
    if list.elements.count < 2 || list.elements.count > most {
      report(.settingValue, "app.json", list, "tabBar.list", "2–\(most)", String(list.elements.count))
    }
    for key in ["color", "selectedColor", "backgroundColor"] where bar[key] == nil {
      report(.missingSetting, "app.json", bar, "tabBar.\(key)")
    }
    for item in list.elements {
      if let path = item["pagePath"], let page = path.string {
        if !mainPages.contains(page) {
          report(.tabPage, "app.json", path, page)
        } else if !tabPages.insert(page).inserted {
          report(.doubledPage, "app.json", path, page)
        }
      } else {
        report(.missingSetting, "app.json", item, "tabBar.list.pagePath")
      }
      if item["text"]?.string == nil, !isCustom { report(.missingSetting, "app.json", item, "tabBar.list.text") }
      for key in ["iconPath", "selectedIconPath"] {
        guard let icon = item[key], let path = icon.string else { continue }
        if bar["position"]?.string == "top" { report(.tabIcon, "app.json", icon, path, "icon-top") }
        if !path.hasPrefix("@") { judgeIcon(path, icon) }
      }
    }
  }

  mutating func judgeIcon(_ path: String, _ node: JSONNode) {
    guard let resolved = FilePath.resolve(path, from: "app.json"), let file = file(resolved) else {
      report(.missingFile, "app.json", node, path)
      return
    }
    let suffix = FilePath.suffix(resolved)
    if suffix != "png", suffix != "jpg", suffix != "jpeg" {
      report(.tabIcon, "app.json", node, path, "icon-format")
    } else if file.byteCount > RuleLimits.tabIcon {
      report(.tabIcon, "app.json", node, path, "icon-bytes")
    } else if let size = file.facts.pixelSize, size != (RuleLimits.tabIconSide, RuleLimits.tabIconSide) {
      report(.tabIcon, "app.json", node, path, "icon-size")
    }
  }
}
