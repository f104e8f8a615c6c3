import Manuscript
import Templating
import Typesetting

extension Assembly {
  /// The tabs that this publication has pages for; the platform wants at least two.
  var tabs: [Configuration.MiniProgram.Tab] {
    let wanted = configuration.tabs.filter { tab in
      switch tab {
      case .home, .archives, .more: true
      case .categories: !publication.categories.isEmpty
      case .tags: !publication.tags.isEmpty
      case .documents: !publication.documents.isEmpty
      }
    }
    return wanted.count > 1 ? wanted : [.home, .more]
  }

  /// The theme's own files, and the style sheet with the tokens before it.
  mutating func writeThemeFiles() {
    let tokens = miniProgramTokens
    let style = ["app", "shell"].flatMap { writer.theme["miniprogram/\($0).wxss"]?.bytes ?? [] }
    add("app.wxss", tokens.wxss(unit: .pixels) + style)
    for name in [
      "app.js", "actions.js", "article.js", "common.js", "list.js", "look.js", "media.js", "panel.js", "qr.js",
      "reader.js", "settings.js", "shelf.js", "store.js", "tables.js", "drawer.wxml", "list.wxml", "sheet.wxml",
      "shelf.wxml", "list.wxss",
    ] { add(name, writer.theme["miniprogram/\(name)"]?.bytes ?? []) }
    if holdsFormulas {
      add("math.wxss", writer.theme["miniprogram/math.wxss"]?.bytes ?? [])
    }
    writeBar()
    writeColors(tokens)
    writeSiteModule()
    writeWordsModule()
  }

  /// What the scripts must know of the publication.
  private mutating func writeSiteModule() {
    var json = JSONPrinter()
    json.literal("'use strict';\n\nmodule.exports = ")
    json.object { json in
      json.field("title", publication.configuration.title)
      json.field("url", WebAddress.base(publication.configuration))
      json.field("posts", posts.count)
      json.field("home", homeCount)
      json.field("chunk", PostTable.chunk)
      json.array("kinds") { json in
        for kind in [PagePath.Kind.tag, .category, .year] { json.string(kind.rawValue) }
        if !publication.series.isEmpty { json.string(PagePath.Kind.series.rawValue) }
        if !publication.authors.isEmpty { json.string(PagePath.Kind.author.rawValue) }
      }
      json.array("tabs") { json in for tab in tabs { json.string("/" + tab.page) } }
    }
    json.literal("\n")
    add("site.js", json.bytes)
  }

  /// What the scripts say, apart from `site.js`: an article is painted without a word of it.
  private mutating func writeWordsModule() {
    var json = JSONPrinter()
    json.literal("'use strict';\n\nmodule.exports = ")
    json.object { json in
      for (key, word) in [
        ("copyFailed", words.copyFailed), ("note", words.footnote), ("address", words.webAddress),
        ("missing", words.missing), ("playFailed", words.playFailed), ("imageFailed", words.imageFailed),
        ("more", words.more), ("copy", words.copy), ("close", words.close), ("pinned", words.pinned),
        ("kept", words.kept), ("unkept", words.unkept), ("forgetAll", words.forgetAll), ("yes", words.yes),
        ("no", words.no), ("read", words.read), ("resume", words.resume), ("display", words.display),
        ("smaller", words.smaller), ("larger", words.larger), ("lookSystem", words.lookSystem),
        ("lookLight", words.lookLight), ("lookDark", words.lookDark), ("noContents", words.noContents),
        ("qr", words.qr), ("mail", words.mail),
      ] { json.field(key, word) }
    }
    json.literal("\n")
    add("words.js", json.bytes)
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
        json.array("ignore") { json in
          json.object { json in
            json.field("type", "file")
            json.field("value", Manifest.fileName)
          }
        }
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
      if !subpackagePages.isEmpty || searchPackageCount > 0 { subpackages(&json) }
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
              json.field("text", words.title(tab))
              json.field("iconPath", "@icon-\(tab.rawValue)")
              json.field("selectedIconPath", "@icon-\(tab.rawValue)-on")
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
      for number in 0..<searchPackageCount {
        json.object { json in
          json.field("root", SearchPackages.root(number))
          json.array("pages") { json in json.string("index") }
        }
      }
    }
    json.object("preloadRule") { json in
      for rule in PreloadRules.make(preloadWishes, sizes: sizes) {
        json.object(rule.page) { json in
          json.field("network", "all")
          json.array("packages") { json in for package in rule.packages { json.string(PagePath.root(package)) } }
        }
      }
    }
  }
}
