/// The fixed words that reporters pass as arguments, in the languages of people.
package enum Vocabulary {
  /// The words for a fixed word; an argument that is none (a name, a tool's own words) stays as it is.
  package static func word(_ word: String, in language: Language) -> String {
    guard let pair = words[word] else { return word }
    switch language {
    case .english: return pair.english
    case .simplifiedChinese: return pair.chinese
    }
  }

  /// What a note says when its code has no words of its own.
  static func seeAlso(in language: Language) -> String {
    switch language {
    case .english: "see also here"
    case .simplifiedChinese: "另见此处"
    }
  }

  private static let words: [String: (english: String, chinese: String)] = [
    // Editions.
    "site": ("website", "网站"),
    "miniprogram": ("mini-program", "小程序"),
    // What a reader gets instead (`Adaptation.replacement`).
    "card": ("a card with the address", "带网址的卡片"),
    "source": ("its source text", "源文本"),
    "text": ("its text", "纯文字"),
    "nothing": ("nothing", "空白"),
    "image": ("an image", "图片"),
    "table": ("a plain table", "普通表格"),
    "link": ("a link", "链接"),
    // What a value should have been.
    "string": ("a text", "一段文字"),
    "boolean": ("`true` or `false`", "`true` 或 `false`"),
    "integer": ("a whole number", "整数"),
    "positive-integer": ("a whole number above zero", "大于零的整数"),
    "list": ("a list", "列表"),
    "string-list": ("a text or a list of texts", "一段文字或文字列表"),
    "mapping": ("keys with values", "若干“键: 值”"),
    "date": ("a date such as `2024-05-01 08:30:00 +0800`", "形如 `2024-05-01 08:30:00 +0800` 的日期"),
    "url": ("an address such as `https://example.com`", "形如 `https://example.com` 的网址"),
    "path": ("a path such as `/about/`", "形如 `/about/` 的路径"),
    "email": ("an e-mail address", "电子邮件地址"),
    "color": ("a colour such as `#16181d`", "形如 `#16181d` 的颜色"),
    "language-tag": ("a language tag such as `zh-CN`", "形如 `zh-CN` 的语言标签"),
    "time-zone": ("a time zone such as `Asia/Shanghai` or `+08:00`", "形如 `Asia/Shanghai` 或 `+08:00` 的时区"),
    // What is wrong with a template.
    "unclosed-tag": ("a tag is not closed", "标签没有闭合"),
    "unclosed-section": ("a section is not closed", "区段没有闭合"),
    "mismatched-section": ("a section is closed by another name", "区段的开头与结尾名字不同"),
    "unopened-section": ("a section is closed that was never opened", "关闭了从未打开的区段"),
    "empty-tag": ("a tag has no name", "标签里没有名字"),
    "bad-delimiters": ("the delimiters are not two words", "分隔符写法不对"),
    "too-deep": ("sections or partials are nested too deeply", "区段或片段嵌套过深"),
    // Why an image was not converted.
    "too-many-pixels": ("it has too many pixels", "像素太多"),
    "timeout": ("the tool took too long", "工具超时"),
    "damaged": ("the file is damaged", "文件已损坏"),
    "unsupported": ("the format is not supported", "不支持这种格式"),
  ]
}
