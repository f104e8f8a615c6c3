extension Diagnostic.Code {
  /// Rules of scripts.
  static let scriptRules: [(Diagnostic.Code, RuleWords)] = [
    (
      .scriptSyntax,
      RuleWords(
        english: Explanation(
          "the script cannot be read: {0:word}",
          help: "Mend the place shown."),
        englishDetail: "A string, a comment or a bracket is not closed. The whole page would fail to load.",
        simplifiedChinese: Explanation(
          "脚本读不懂：{0:word}",
          help: "请改正所示的地方。"),
        simplifiedChineseDetail: "字符串、注释或括号没有闭合，整个页面都会打不开。")
    ),
    (
      .forbiddenCode,
      RuleWords(
        english: Explanation(
          "the platform does not run code made from texts: {0}",
          help: "Write the code as a function."),
        englishDetail: """
          eval and Function do not exist in mini-programs, and review refuses code that comes from elsewhere.
          """,
        simplifiedChinese: Explanation(
          "平台不运行由文字生成的代码：{0}",
          help: "请把代码写成函数。"),
        simplifiedChineseDetail: "小程序里没有 eval 和 Function，审核也不允许运行外来的代码。")
    ),
    (
      .browserName,
      RuleWords(
        english: Explanation(
          "the platform has no “{0}”",
          help: "Use the interfaces of wx instead."),
        englishDetail: "A mini-program is no browser: there are no pages of HTML, no window and no such storage.",
        simplifiedChinese: Explanation(
          "平台没有“{0}”",
          help: "请改用 wx 的接口。"),
        simplifiedChineseDetail: "小程序不是浏览器：没有 HTML 文档、窗口和这类存储。")
    ),
    (
      .unknownInterface,
      RuleWords(
        english: Explanation(
          "there is no wx.{0}[[; did you mean wx.{1}?]]",
          help: "Correct its spelling."),
        englishDetail: "The documentation has no such interface; calling it throws.",
        simplifiedChinese: Explanation(
          "没有 wx.{0}[[，是不是想写 wx.{1}？]]",
          help: "请改正拼写。"),
        simplifiedChineseDetail: "文档里没有这个接口，调用它会抛出异常。")
    ),
    (
      .networkInterface,
      RuleWords(
        english: Explanation(
          "wx.{0} needs a network",
          help: "Leave it out: this mini-program works offline."),
        englishDetail: """
          The mini-program promises to work without a network, and requests need domains that are registered \
          and filed.
          """,
        simplifiedChinese: Explanation(
          "wx.{0} 需要联网",
          help: "请不要用它：这个小程序是离线的。"),
        simplifiedChineseDetail: "小程序承诺不联网也能用；网络请求还需要登记并备案的域名。")
    ),
    (
      .undeclaredInterface,
      RuleWords(
        english: Explanation(
          "wx.{0} works only when app.json declares it",
          help: "Name it in “requiredPrivateInfos”, or leave it out."),
        englishDetail: """
          Interfaces of location must be named in app.json and be open to the account; undeclared ones fail.
          """,
        simplifiedChinese: Explanation(
          "app.json 没有声明，wx.{0} 不能用",
          help: "请写进“requiredPrivateInfos”，或不要用它。"),
        simplifiedChineseDetail: "位置类接口要写进 app.json，账号也要有权限；没有声明的调用会失败。")
    ),
    (
      .dynamicRequire,
      RuleWords(
        english: Explanation(
          "require takes a literal path only",
          help: "Write the path as a string."),
        englishDetail: """
          Tools decide from the literal paths which files are needed; another one is not found on the phone.
          """,
        simplifiedChinese: Explanation(
          "require 只接受写死的路径",
          help: "请把路径写成字符串。"),
        simplifiedChineseDetail: "工具根据写死的路径决定需要哪些文件，别的在手机上找不到。")
    ),
    (
      .missingRegistration,
      RuleWords(
        english: Explanation(
          "the script never calls {0}()",
          help: "Call {0}({…}) in it."),
        englishDetail: "Without this call the page, or the program, stays blank.",
        simplifiedChinese: Explanation(
          "脚本里没有调用 {0}()",
          help: "请在里面调用 {0}({…})。"),
        simplifiedChineseDetail: "没有这个调用，页面或整个小程序是空白的。")
    ),
    (
      .timelineWithoutShare,
      RuleWords(
        english: Explanation(
          "the page offers sharing to moments, but not to friends",
          help: "Add onShareAppMessage: without it the entry to moments stays closed."),
        englishDetail: "Sharing to moments is offered only on pages that can be shared to friends.",
        simplifiedChinese: Explanation(
          "页面能分享到朋友圈，却不能分享给朋友",
          help: "请加上 onShareAppMessage：没有它，朋友圈的入口也不会打开。"),
        simplifiedChineseDetail: "只有能分享给朋友的页面，才能分享到朋友圈。")
    ),
  ]
}
