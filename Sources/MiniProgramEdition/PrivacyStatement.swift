package import Diagnostics

/// What the emitted program does with personal information: shown on a page of its own, and ready to be pasted into the
/// platform's privacy guide. Which interfaces must be named there is read from the emitted files (`RulesChecker`); here
/// stands what for.
package enum PrivacyStatement {
  /// A line of the guide for something that its form names: what it is for, where that is known.
  package static func line(_ name: String) -> String {
    "\(name)：" + (name == clipboard ? purpose(.simplifiedChinese) : "（主题里你自己的脚本用到了它，请写明用途）")
  }

  /// What the form calls the clipboard.
  private static let clipboard = "读取你的剪切板"

  /// What the clipboard is for.
  package static func purpose(_ language: Language) -> String {
    switch language {
    case .english:
      "so that you can copy an address or a piece of code that you tap; only then, and it is only written, never read"
    case .simplifiedChinese: "在你点击「复制」时，把网址或代码写入剪切板；不会读取剪切板的内容"
    }
  }

  /// The page's text.
  package static func paragraphs(_ language: Language) -> [String] {
    switch language {
    case .english:
      [
        "This mini-program is a collection of articles. It needs no account, asks for no personal information, and sends nothing over the network: everything you read is part of the package.",
        "Clipboard: used \(purpose(.english)). If you refuse, everything else works; long-press the text to select it.",
        "Kept on this device alone: your favourites, the list of what you read and how far, the text size and the look. They are deleted with the mini-program; the list of what you read can be cleared at any time.",
        "Phone: a telephone number is dialled only when you tap it and confirm.",
      ]
    case .simplifiedChinese:
      [
        "本小程序是一份文章合集：不需要登录，不收集个人信息，也不发出任何网络请求，你读到的一切都在程序包里。",
        "剪切板：\(purpose(.simplifiedChinese))。你拒绝后，其他功能不受影响，可以长按文字选择。",
        "只保存在本机的内容：收藏、阅读记录与进度、文字大小与外观。删除小程序时一并删除；阅读记录可以随时清空。",
        "电话：只有在你点击电话号码并确认之后才会拨打。",
      ]
    }
  }
}
