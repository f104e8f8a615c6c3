import Manuscript
import Templating
import Typesetting

/// The theme's colours outside style sheets: bars, icons, what the reader's own choice of a look needs.
extension Assembly {
  /// One of the two looks.
  private struct Look {
    var name: String
    var isDark: Bool
    var tokens: ThemeTokens
    var bar: String

    func color(_ token: String) -> String {
      guard case .color(let light, let dark) = tokens[token] else { return isDark ? "#000000" : "#ffffff" }
      return isDark ? dark : light
    }

    /// Beside `@name` in settings, the path of an icon.
    func icon(_ tab: Configuration.MiniProgram.Tab, isOn: Bool) -> String {
      "icons/\(tab.rawValue)\(isOn ? "-on" : "")\(isDark ? "-dark" : "").png"
    }
  }

  /// The tokens with the author's accent.
  var miniProgramTokens: ThemeTokens {
    var tokens = ThemeTokens.parse(writer.theme[ThemeTokens.fileName]?.bytes ?? []).tokens
    let accent = configuration.accentColor
    if case .color(let light, let dark) = tokens["accent"] {
      tokens.setColor("accent", light: accent.light ?? light, dark: accent.dark ?? dark)
    }
    return tokens
  }

  mutating func writeColors(_ tokens: ThemeTokens) {
    let bars = configuration.navigationColor
    let looks = [
      Look(name: "light", isDark: false, tokens: tokens, bar: bars.light),
      Look(name: "dark", isDark: true, tokens: tokens, bar: bars.dark),
    ]
    writeThemeSettings(looks)
    writePalette(looks)
    for look in looks {
      for tab in tabs {
        add(
          look.icon(tab, isOn: false),
          Drawing.icon(tab.rawValue, tab.icon, color: look.color("ink-soft"), isBold: false))
        add(look.icon(tab, isOn: true), Drawing.icon(tab.rawValue, tab.icon, color: look.color("accent"), isBold: true))
      }
    }
    let day = looks[0]
    for (name, width) in [("share", 500), ("moment", 400)] {
      add(
        "icons/\(name).png",
        Drawing.share(
          width: width, height: 400, paper: day.color("paper"), accent: day.color("accent"),
          onAccent: day.color("on-accent")))
    }
  }

  /// What `app.json` names by `@`: followed by the bars while the reader leaves the look to the system.
  private mutating func writeThemeSettings(_ looks: [Look]) {
    var json = JSONPrinter()
    json.object { json in
      for look in looks {
        json.object(look.name) { json in
          json.field("navBackground", look.bar)
          json.field("navText", HexadecimalColor.isDark(look.bar) ? "white" : "black")
          json.field("background", look.color("paper"))
          json.field("loading", look.isDark ? "light" : "dark")
          json.field("tabText", look.color("ink-soft"))
          json.field("tabSelected", look.color("accent"))
          json.field("tabBackground", look.color("sheet"))
          json.field("tabBorder", look.isDark ? "white" : "black")
          for tab in tabs {
            json.field("icon-\(tab.rawValue)", look.icon(tab, isOn: false))
            json.field("icon-\(tab.rawValue)-on", look.icon(tab, isOn: true))
          }
        }
      }
    }
    add("theme.json", json.bytes)
  }

  /// `palette.js`: each look as declarations for the page's root and as the colours of the bars, and the text sizes in
  /// pixels; read only when the reader chooses.
  private mutating func writePalette(_ looks: [Look]) {
    var json = JSONPrinter()
    json.literal("'use strict';\n\nmodule.exports = ")
    json.object { json in
      for look in looks {
        json.object(look.name) { json in
          // Pictures of the other look go: see `PictureClasses`.
          let pictures = look.isDark ? "--day:none;--night:initial;" : "--day:initial;--night:none;"
          json.field("style", look.tokens.colorDeclarations(isDark: look.isDark) + pictures)
          // The platform takes these two alone.
          json.field("front", HexadecimalColor.isDark(look.bar) ? "#ffffff" : "#000000")
          json.field("bar", look.bar)
          json.field("paper", look.color("paper"))
          json.field("loading", look.isDark ? "light" : "dark")
          json.object("tabs") { json in
            json.field("color", look.color("ink-soft"))
            json.field("selectedColor", look.color("accent"))
            json.field("backgroundColor", look.color("sheet"))
            json.field("borderStyle", look.isDark ? "white" : "black")
          }
          json.array("icons") { json in
            for tab in tabs {
              json.array { json in
                json.string("/" + look.icon(tab, isOn: false))
                json.string("/" + look.icon(tab, isOn: true))
              }
            }
          }
        }
      }
      json.object("sizes") { json in
        for token in looks[0].tokens.tokens where token.name.hasPrefix("text-") {
          if case .length(let pixels) = token.value { json.field(token.name, Int(pixels.rounded())) }
        }
      }
    }
    json.literal(";\n")
    add("palette.js", json.bytes)
  }
}

extension Configuration.MiniProgram.Tab {
  var page: String {
    switch self {
    case .home: PagePath.home
    case .categories: PagePath.categories
    case .tags: PagePath.tags
    case .archives: PagePath.archives
    case .documents: PagePath.documents
    case .more: PagePath.more
    }
  }
}

extension Words {
  func title(_ tab: Configuration.MiniProgram.Tab) -> String {
    switch tab {
    case .home: home
    case .categories: categories
    case .tags: tags
    case .archives: archives
    case .documents: documents
    case .more: more
    }
  }
}
