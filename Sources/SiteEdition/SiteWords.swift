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

  // In an article.
  var contents: String { say("Contents", "目录") }
  var footnotes: String { say("Footnotes", "脚注") }
  var backToText: String { say("Back to the text", "返回正文") }
  var linkToSection: String { say("Link to this section", "本节链接") }
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
