import Diagnostics
import Manuscript

/// The fixed words of the mini-program in one language.
struct Words: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// The language of an article's fixed words: its own, else the publication's; Chinese when it is neither language.
  init(tag: String?, configuration: Configuration) {
    language =
      tag.flatMap(Language.init(tag:)) ?? Language(tag: configuration.contentLanguage) ?? .simplifiedChinese
  }

  private func say(_ english: String, _ chinese: String) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  var home: String { say("Home", "首页") }
  var categories: String { say("Categories", "分类") }
  var tags: String { say("Tags", "标签") }
  var archives: String { say("Archives", "归档") }
  var more: String { say("More", "更多") }
  var documents: String { say("Documents", "文档") }
  var pages: String { say("Pages", "页面") }
  var pinned: String { say("Pinned", "置顶") }
  var copy: String { say("Copy", "复制") }
  var copied: String { say("Copied", "已复制") }
  var copyFailed: String { say("Could not copy: long-press the text instead", "未能复制，请长按文字选择") }
  var close: String { say("Close", "关闭") }
  var code: String { say("Code", "代码") }
  var contents: String { say("Contents", "目录") }
  var footnotes: String { say("Notes", "注释") }
  var footnote: String { say("Note", "注释") }
  var back: String { say("Back to the text", "回到正文") }
  var diagram: String { say("Diagram", "图示") }
  var diagramSource: String { say("Source of the diagram", "图的源码") }
  var undrawn: String { say("This diagram is shown as its source.", "此图以源码显示。") }
  var image: String { say("Image", "图片") }
  var audio: String { say("Audio", "音频") }
  var video: String { say("Video", "视频") }
  var embed: String { say("Embedded page", "嵌入的网页") }
  var play: String { say("Play", "播放") }
  var playFailed: String { say("Could not play", "无法播放") }
  var imageFailed: String { say("Could not show the image", "无法显示图片") }
  var previous: String { say("Older", "上一篇") }
  var next: String { say("Newer", "下一篇") }
  var previousDocument: String { say("Previous", "上一页") }
  var nextDocument: String { say("Next", "下一页") }
  var series: String { say("Series", "系列") }
  var authors: String { say("Authors", "作者") }
  var author: String { say("Author", "作者") }
  var recentlyUpdated: String { say("Recently updated", "最近更新") }
  var seriesPrevious: String { say("Previous part of the series", "系列上一篇") }
  var seriesNext: String { say("Next part of the series", "系列下一篇") }
  func seriesPart(_ number: Int, of count: Int) -> String { "\(number) / \(count)" }
  var related: String { say("Related", "相关文章") }
  var webAddress: String { say("Web address", "网页地址") }
  var updated: String { say("Updated", "更新于") }
  var missing: String { say("This page is not in the mini-program. Its address:", "此页不在小程序中，网址：") }
  var nothing: String { say("Nothing here yet", "这里还没有内容") }
  var details: String { say("Details", "详情") }

  // The reader's own things.
  var reading: String { say("Reading", "阅读") }
  var favourites: String { say("Favourites", "收藏") }
  var history: String { say("Reading history", "阅读记录") }
  var kept: String { say("Added to favourites", "已收藏") }
  var unkept: String { say("Removed from favourites", "已取消收藏") }
  var forget: String { say("Clear the history", "清空阅读记录") }
  var forgetAll: String { say("Clear the reading history and positions?", "清空阅读记录和进度？") }
  var yes: String { say("Yes", "清空") }
  var no: String { say("No", "取消") }
  var read: String { say("read", "读到") }
  var resume: String { say("Continue from", "继续阅读") }
  var display: String { say("Text and look", "文字与外观") }
  var displayShort: String { say("Text", "外观") }
  var smaller: String { say("Smaller text", "缩小文字") }
  var larger: String { say("Larger text", "放大文字") }
  var lookSystem: String { say("System", "跟随系统") }
  var lookLight: String { say("Light", "浅色") }
  var lookDark: String { say("Dark", "深色") }
  var share: String { say("Share", "分享") }
  var noContents: String { say("This page has no sections", "本页没有小标题") }
  var qr: String { say("QR code", "二维码") }
  var mail: String { say("E-mail address", "邮件地址") }
  var privacy: String { say("Privacy", "隐私说明") }

  func alert(_ kind: Alert.Kind) -> String {
    switch kind {
    case .note: say("Note", "注意")
    case .tip: say("Tip", "提示")
    case .important: say("Important", "重要")
    case .warning: say("Warning", "警告")
    case .caution: say("Caution", "当心")
    }
  }

  func wordCount(_ count: Int) -> String { say(count == 1 ? "1 word" : "\(count) words", "\(count) 字") }
  func readingTime(_ minutes: Int) -> String { say("\(minutes)\u{A0}min read", "约\u{A0}\(minutes)\u{A0}分钟") }
  func posts(_ count: Int) -> String { say(count == 1 ? "1 post" : "\(count) posts", "\(count) 篇") }
  func year(_ year: Int) -> String { say("\(year)", "\(year) 年") }
  func part(_ number: Int, of count: Int) -> String { say("Part \(number) of \(count)", "第 \(number)/\(count) 部分") }
  var previousPart: String { say("Previous part", "上一部分") }
  var nextPart: String { say("Next part", "下一部分") }
}
