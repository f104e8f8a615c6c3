import Manuscript
import Templating
import Typesetting

extension Assembly {
  /// The pages of the tab bar, at most five; the platform wants at least two.
  private var tabs: [(page: String, title: String)] {
    var tabs = [(page: PagePath.home, title: words.home)]
    if !publication.categories.isEmpty { tabs.append((page: PagePath.categories, title: words.categories)) }
    if !publication.tags.isEmpty { tabs.append((page: PagePath.tags, title: words.tags)) }
    tabs.append((page: PagePath.archives, title: words.archives))
    tabs.append((page: PagePath.more, title: words.more))
    return tabs
  }

  /// The theme's own files, and the style sheet with the tokens before it.
  mutating func writeThemeFiles() {
    let tokens = ThemeTokens.parse(writer.theme[ThemeTokens.fileName]?.bytes ?? []).tokens
    add("app.wxss", tokens.wxss(unit: .pixels) + (writer.theme["miniprogram/app.wxss"]?.bytes ?? []))
    for name in ["app.js", "common.js", "article.js", "list.js", "sheet.wxml", "list.wxml"] {
      add(name, writer.theme["miniprogram/\(name)"]?.bytes ?? [])
    }
    writeThemeColors(tokens)
    writeSiteModule()
  }

  private mutating func writeThemeColors(_ tokens: ThemeTokens) {
    let navigation = configuration.navigationColor
    func colors(isDark: Bool) -> [(String, String)] {
      func token(_ name: String, _ fallback: String) -> String {
        guard case .color(let light, let dark) = tokens[name] else { return fallback }
        return isDark ? dark : light
      }
      let bar = isDark ? navigation.dark : navigation.light
      return [
        ("navBackground", bar), ("navText", HexadecimalColor.isDark(bar) ? "white" : "black"),
        ("background", token("paper", isDark ? "#000000" : "#ffffff")), ("loading", isDark ? "light" : "dark"),
        ("tabText", token("ink-soft", "#888888")), ("tabSelected", token("accent", "#a8321c")),
        ("tabBackground", token("sheet", isDark ? "#000000" : "#ffffff")), ("tabBorder", isDark ? "white" : "black"),
      ]
    }
    var json = JSONPrinter()
    json.object { json in
      for (key, isDark) in [("light", false), ("dark", true)] {
        json.object(key) { json in for (name, value) in colors(isDark: isDark) { json.field(name, value) } }
      }
    }
    add("theme.json", json.bytes)
  }

  /// What the scripts must know of the publication.
  private mutating func writeSiteModule() {
    var json = JSONPrinter()
    json.literal("module.exports = ")
    json.object { json in
      json.field("title", publication.configuration.title)
      json.field("url", WebAddress.base(publication.configuration))
      json.field("posts", posts.count)
      json.field("chunk", PostTable.chunk)
      json.array("tabs") { json in for tab in tabs { json.string("/" + tab.page) } }
      json.object("words") { json in
        for (key, word) in [
          ("copied", words.copied), ("copyFailed", words.copyFailed), ("note", words.footnote),
          ("address", words.webAddress), ("missing", words.missing), ("playFailed", words.playFailed),
          ("imageFailed", words.imageFailed), ("more", words.more), ("copy", words.copy), ("close", words.close),
          ("pinned", words.pinned),
        ] { json.field(key, word) }
      }
    }
    json.literal("\n")
    add("site.js", json.bytes)
  }

  mutating func writeProject() {
    var project = JSONPrinter()
    project.object { json in
      json.field("appid", configuration.appID.isEmpty ? "touristappid" : configuration.appID)
      json.field("projectname", appName)
      json.field("compileType", "miniprogram")
      json.field("miniprogramRoot", "")
      json.field("libVersion", "2.32.3")
      json.object("setting") { json in
        // Nothing is left out at upload for want of a static mention: tables are read at run time.
        for (key, isOn) in [
          ("urlCheck", true), ("es6", true), ("enhance", true), ("postcss", true), ("minified", true),
          ("minifyWXML", true), ("minifyWXSS", true), ("ignoreUploadUnusedFiles", false),
        ] { json.field(key, isOn) }
      }
      json.object("packOptions") { json in
        json.array("ignore") { _ in }
        json.array("include") { _ in }
      }
    }
    add("project.config.json", project.bytes)
    var sitemap = JSONPrinter()
    sitemap.object { json in
      json.array("rules") { json in
        json.object { json in
          json.field("action", "allow")
          json.field("page", "*")
        }
      }
    }
    add("sitemap.json", sitemap.bytes)
  }

  mutating func writeAppSettings() {
    var json = JSONPrinter(reservingCapacity: 64 * 1024)
    json.object { json in
      json.array("pages") { json in for page in mainPages { json.string(page) } }
      if !subpackagePages.isEmpty { subpackages(&json) }
      json.object("window") { json in
        json.field("navigationBarTitleText", appName)
        json.field("navigationBarBackgroundColor", "@navBackground")
        json.field("navigationBarTextStyle", "@navText")
        json.field("backgroundColor", "@background")
        json.field("backgroundTextStyle", "@loading")
      }
      json.object("tabBar") { json in
        json.field("color", "@tabText")
        json.field("selectedColor", "@tabSelected")
        json.field("backgroundColor", "@tabBackground")
        json.field("borderStyle", "@tabBorder")
        json.array("list") { json in
          for tab in tabs {
            json.object { json in
              json.field("pagePath", tab.page)
              json.field("text", tab.title)
            }
          }
        }
      }
      json.field("darkmode", true)
      json.field("themeLocation", "theme.json")
      json.field("sitemapLocation", "sitemap.json")
      json.field("lazyCodeLoading", "requiredComponents")
      json.field("style", "v2")
    }
    add("app.json", json.bytes)
  }

  private func subpackages(_ json: inout JSONPrinter) {
    json.array("subPackages") { json in
      for (index, pages) in subpackagePages.enumerated() {
        json.object { json in
          json.field("root", PagePath.root(index + 1))
          json.array("pages") { json in for page in pages { json.string(page) } }
        }
      }
    }
    json.object("preloadRule") { json in
      for rule in PreloadRules.make(pages: subpackagePages, home: PagePath.home, sizes: Array(sizes.dropFirst())) {
        json.object(rule.page) { json in
          json.field("network", "all")
          json.array("packages") { json in for package in rule.packages { json.string(PagePath.root(package)) } }
        }
      }
    }
  }
}
