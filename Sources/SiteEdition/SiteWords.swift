package import Diagnostics
import Manuscript

/// The fixed words of the site, in the language of a page.
package struct SiteWords: Sendable {
  let language: Language

  package init(_ language: Language) { self.language = language }

  /// - Parameter tag: BCP 47; what is neither Chinese nor English is spoken to in English.
  package init(tag: String) { self.init(Language(tag: tag) ?? .english) }

  private func say(_ english: String, _ chinese: String) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  // Around an article.
  var skip: String { say("Skip to the text", "跳到正文") }
  var menu: String { say("Menu", "菜单") }
  var home: String { say("Home", "首页") }
  var categories: String { say("Categories", "分类") }
  var tags: String { say("Tags", "标签") }
  var archives: String { say("Archives", "归档") }
  var documents: String { say("Documentation", "文档") }
  var breadcrumb: String { say("You are here", "当前位置") }
  var updated: String { say("updated", "更新于") }
  var related: String { say("Related", "相关文章") }
  var neighbours: String { say("Before and after", "前后文章") }
  var previous: String { say("Previous", "上一篇") }
  var next: String { say("Next", "下一篇") }
  var edit: String { say("Edit this page", "编辑此页") }
  var feed: String { say("Feed", "订阅") }
  var lightScheme: String { say("Colours: light", "配色：浅色") }
  var darkScheme: String { say("Colours: dark", "配色：深色") }
  var systemScheme: String { say("Colours: as the system", "配色：跟随系统") }
  var diagram: String { say("Diagram", "图示") }
  var diagramSource: String { say("Source of the diagram", "图的源码") }
  var undrawn: String { say("This diagram is shown as its source.", "此图以源码显示。") }
  // On lists.
  var pinned: String { say("Pinned", "置顶") }
  var empty: String { say("Nothing here yet.", "这里还没有文章。") }
  var pages: String { say("Pages", "分页") }
  var newer: String { say("Newer", "较新") }
  var older: String { say("Older", "较早") }
  var missing: String { say("Page not found", "页面不存在") }
  var missingText: String {
    say("There is no page at this address. It may have moved.", "这个地址没有页面，它可能已经搬家。")
  }
  var search: String { say("Search", "搜索") }
  var searchNeedsScript: String {
    say("The search needs JavaScript, which is off in this browser.", "搜索需要 JavaScript，这个浏览器没有开启它。")
  }
  var miniProgram: String { say("Read in WeChat", "在微信小程序里读") }
  var moved: String { say("This page has moved:", "此页已移至：") }

  var translations: String { say("Other languages", "其他语言") }
  var series: String { say("Series", "系列") }
  var seriesPrevious: String { say("Previous part", "上一篇") }
  var seriesNext: String { say("Next part", "下一篇") }
  var recentlyUpdated: String { say("Recently updated", "最近更新") }
  var trendingTags: String { say("Popular tags", "热门标签") }
  var homepage: String { say("Home page", "主页") }
  var authors: String { say("Authors", "作者") }
  var posts: String { say("Posts", "文章") }
  var pagesOfSite: String { say("Pages", "页面") }

  func part(_ number: Int, of count: Int) -> String {
    say("Part \(number) of \(count)", "第 \(number) 篇，共 \(count) 篇")
  }
  func page(_ number: Int) -> String { say("Page \(number)", "第 \(number) 页") }
  func position(_ page: Int, of count: Int) -> String { "\(page) / \(count)" }
  func posts(_ count: Int) -> String { say(count == 1 ? "1 post" : "\(count) posts", "\(count) 篇文章") }

  /// See `ArticleFacts.readingMinutes`.
  func readingTime(_ wordCount: Int, characterCount: Int) -> String {
    let minutes = ArticleFacts.readingMinutes(wordCount: wordCount, characterCount: characterCount)
    return say("\(minutes) min read", "约 \(minutes) 分钟")
  }

  var toTop: String { say("Back to top", "回到顶部") }
  var close: String { say("Close", "关闭") }
  /// Before the name of a licence.
  var license: String { say("Licensed under", "本文采用") }

  // In an article.
  var contents: String { say("Contents", "目录") }
  var footnotes: String { say("Footnotes", "脚注") }
  var backToText: String { say("Back to the text", "返回正文") }
  var linkToSection: String { say("Link to this section", "本节链接") }
  /// Of the box before an item of a task list.
  var done: String { say("Done", "已完成") }
  var open: String { say("To do", "未完成") }
  var details: String { say("Details", "详情") }
  var download: String { say("Download", "下载") }
  var embed: String { say("Embedded page", "嵌入的网页") }

  func footnote(_ number: Int) -> String { say("Footnote \(number)", "脚注 \(number)") }

  func title(of alert: Alert.Kind) -> String {
    switch alert {
    case .note: say("Note", "注意")
    case .tip: say("Tip", "提示")
    case .important: say("Important", "重要")
    case .warning: say("Warning", "警告")
    case .caution: say("Caution", "当心")
    }
  }
}
