import Diagnostics

/// The keys of the settings files, from the pages on configuration of the official documentation as of 2026-07-30.
enum SettingKeys {
  static let app = NameTable(
    words: """
      entryPagePath pages window tabBar networkTimeout debug functionalPages subpackages subPackages workers
      requiredBackgroundModes requiredPrivateInfos plugins preloadRule resizable usingComponents permission sitemapLocation
      style useExtendedLib entranceDeclare darkmode themeLocation lazyCodeLoading singlePage supportedMaterials
      serviceProviderTicket embeddedAppIdList halfPage debugOptions enablePassiveEvent resolveAlias renderer
      rendererOptions componentFramework miniApp static convertRpxToVw chatTools
      """)
  static let window = NameTable(
    words: """
      navigationBarBackgroundColor navigationBarTextStyle navigationBarTitleText navigationStyle homeButton backgroundColor
      backgroundTextStyle backgroundColorTop backgroundColorBottom enablePullDownRefresh onReachBottomDistance
      pageOrientation restartStrategy initialRenderingCache visualEffectInBackground handleWebviewPreload
      """)
  static let page = NameTable(
    window.names
      + words(
        """
        backgroundColorContent disableScroll usingComponents style singlePage enablePassiveEvent renderer rendererOptions
        componentFramework component componentPlaceholder componentGenerics styleIsolation pureDataPattern
        """))
  static let tabBar = NameTable(words: "color selectedColor backgroundColor borderStyle list position custom")
  static let project = NameTable(
    words: """
      miniprogramRoot qcloudRoot pluginRoot cloudbaseRoot cloudfunctionRoot cloudfunctionTemplateRoot cloudcontainerRoot
      compileType setting libVersion appid projectname packOptions debugOptions watchOptions scripts staticServerOptions
      editorSetting skeletonConfig description condition simulatorType simulatorPluginLibVersion
      """)

  /// Key -> its allowed words; colours are `#`.
  static let values: [(key: String, allowed: [String])] = [
    ("navigationBarTextStyle", ["black", "white"]), ("backgroundTextStyle", ["dark", "light"]),
    ("navigationStyle", ["default", "custom"]), ("pageOrientation", ["auto", "portrait", "landscape"]),
    ("restartStrategy", ["homePage", "homePageAndLatestPage"]),
    ("initialRenderingCache", ["static", "dynamic", "capture"]), ("visualEffectInBackground", ["hidden", "none"]),
    ("handleWebviewPreload", ["static", "manual", "auto"]), ("borderStyle", ["black", "white"]),
    ("position", ["bottom", "top"]), ("lazyCodeLoading", ["requiredComponents"]), ("style", ["v2"]),
    ("renderer", ["webview", "skyline"]), ("componentFramework", ["exparser", "glass-easel"]),
    ("network", ["wifi", "all"]), ("compileType", ["miniprogram", "plugin"]),
    ("navigationBarBackgroundColor", ["#"]), ("backgroundColor", ["#"]), ("backgroundColorTop", ["#"]),
    ("backgroundColorBottom", ["#"]), ("color", ["#"]), ("selectedColor", ["#"]),
  ]

  static let keysOfValues = NameTable(values.map(\.key))

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }
}

extension ProgramJudge {
  mutating func judgeApp(_ app: JSONNode) {
    if app["pages"] == nil { report(.missingSetting, "app.json", app, "pages") }
    judgeKeys(app, "app.json", SettingKeys.app)
    if let window = app["window"] { judgeKeys(window, "app.json", SettingKeys.window) }
    if let bar = app["tabBar"] { judgeKeys(bar, "app.json", SettingKeys.tabBar) }
    for key in ["themeLocation", "sitemapLocation"] {
      if let node = app[key], let path = node.string,
        FilePath.resolve(path, from: "app.json").map(exists) != true
      {
        report(.missingFile, "app.json", node, path)
      }
    }
    if app["lazyCodeLoading"] == nil {
      report(
        .advisedSetting, "app.json", SourceRange(app.range.lowerBound..<app.range.lowerBound + 1),
        ["lazyCodeLoading", "requiredComponents"])
    }
    if app["darkmode"]?.boolean == true, app["themeLocation"] == nil {
      report(.missingSetting, "app.json", app, "themeLocation")
    }
    if let entry = app["entryPagePath"], let path = entry.string,
      !(app["pages"]?.elements.contains { $0.string == path } ?? false)
    {
      report(.unknownPage, "app.json", entry, path)
    }
  }

  mutating func judgePageSettings(_ page: JSONNode, _ path: String) { judgeKeys(page, path, SettingKeys.page) }

  mutating func judgeProject() {
    if let project = file("project.config.json")?.facts.settings {
      judgeKeys(project, "project.config.json", SettingKeys.project)
      for key in ["minified", "minifyWXML", "minifyWXSS"] {
        guard let node = project["setting"]?[key], node.boolean == false else { continue }
        report(.advisedSetting, "project.config.json", node, key, "true")
      }
      for key in ["appid", "compileType"] where project[key] == nil {
        report(.missingSetting, "project.config.json", project, key)
      }
    }
    for rule in file("sitemap.json")?.facts.settings?["rules"]?.elements ?? [] {
      for key in ["action", "page"] where rule[key] == nil {
        report(.missingSetting, "sitemap.json", rule, "rules.\(key)")
      }
      if let action = rule["action"], action.string != "allow", action.string != "disallow" {
        report(.settingValue, "sitemap.json", action, "action", "allow, disallow", action.string ?? "")
      }
    }
  }

  private mutating func judgeKeys(_ object: JSONNode, _ path: String, _ known: NameTable) {
    for member in object.members {
      guard known[member.key] != nil else {
        unknownSetting(member, path, known.names)
        continue
      }
      guard let place = SettingKeys.keysOfValues[member.key] else { continue }
      let rule = SettingKeys.values[place]
      // A variable of the theme, judged there.
      if let text = member.node.string, text.hasPrefix("@") { continue }
      let isRight: Bool
      if rule.allowed == ["#"] {
        isRight = member.node.string.map(Self.isColor) ?? false
      } else {
        isRight = member.node.string.map { rule.allowed.contains($0) } ?? false
      }
      if !isRight {
        let expected = rule.allowed == ["#"] ? "color" : rule.allowed.joined(separator: ", ")
        report(.settingValue, path, member.node, member.key, expected, member.node.string ?? "")
      }
    }
  }

  mutating func unknownSetting(_ member: JSONMember, _ path: String, _ known: [String]) {
    let near = Suggestion.nearest(to: member.key, among: known) ?? ""
    report(.unknownSetting, path, SourceRange(member.keyRange), [member.key, near])
  }

  static func isColor(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst()
    return text.hasPrefix("#") && [3, 4, 6, 8].contains(digits.count)
      && digits.allSatisfy { $0.isDigit || (($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x66) }
  }

  /// `@name` in window, tab bar and page settings must be defined for light and for dark.
  mutating func judgeTheme(_ app: JSONNode) {
    let path = app["themeLocation"]?.string.flatMap { FilePath.resolve($0, from: "app.json") } ?? "theme.json"
    let theme = file(path)?.facts.settings
    for member in theme?.members ?? [] where member.key != "light" && member.key != "dark" {
      unknownSetting(member, path, ["light", "dark"])
    }
    var defined: [Set<String>] = []
    for mode in ["light", "dark"] {
      guard let theme else { break }
      guard let object = theme[mode] else {
        report(.missingSetting, path, theme, mode)
        continue
      }
      defined.append(Set(object.members.map(\.key)))
      for member in object.members where member.node.string == nil {
        report(.settingValue, path, member.node, "\(mode).\(member.key)", "string", "")
      }
    }
    var nodes: [(String, JSONNode)] = []
    for member in (app["window"]?.members ?? []) + (app["tabBar"]?.members ?? []) {
      nodes.append(("app.json", member.node))
    }
    for item in app["tabBar"]?["list"]?.elements ?? [] {
      for key in ["iconPath", "selectedIconPath"] { if let node = item[key] { nodes.append(("app.json", node)) } }
    }
    for page in pageFiles {
      guard let place = page.settings else { continue }
      for member in files[place].facts.settings?.members ?? []
      where member.node.string?.utf8.first == UInt8(ascii: "@")
        && (member.key.hasSuffix("Color") || member.key.hasSuffix("Style"))
      {
        nodes.append((files[place].path, member.node))
      }
    }
    for (file, node) in nodes {
      guard let text = node.string, text.hasPrefix("@") else { continue }
      let name = String(text.dropFirst())
      if defined.count < 2 || !defined.allSatisfy({ $0.contains(name) }) { report(.themeVariable, file, node, name) }
    }
  }

  mutating func judgePreloads(_ app: JSONNode) {
    for rule in app["preloadRule"]?.members ?? [] {
      if !allPages.contains(rule.key) {
        report(.preloadUnknown, "app.json", SourceRange(rule.keyRange), [rule.key])
      }
      if let network = rule.node["network"], network.string != "wifi", network.string != "all" {
        report(.settingValue, "app.json", network, "network", "wifi, all", network.string ?? "")
      }
      var total = 0
      for node in rule.node["packages"]?.elements ?? [] {
        guard let name = node.string, name != "__APP__" else { continue }
        if let package = packages.first(where: { $0.root == name + "/" || $0.root == name || $0.name == name }) {
          total += package.byteCount
        } else {
          report(.preloadUnknown, "app.json", node, name)
        }
      }
      if total > RuleLimits.preload {
        report(
          .preloadQuota, "app.json", SourceRange(rule.keyRange), [rule.key, String(total), String(RuleLimits.preload)])
      }
    }
  }
}
