extension Diagnostic.Code {
  /// Rules of settings and pages.
  static let settingRules: [(Diagnostic.Code, RuleWords)] =
    [
      (
        .jsonSyntax,
        RuleWords(
          english: Explanation(
            "the file is not strict JSON: {0:word}",
            help: "Mend the place shown: no comments, no trailing commas, double quotation marks only."),
          englishDetail: "The platform reads strict JSON only; the upload tool stops with error 10006.",
          simplifiedChinese: Explanation(
            "文件不是严格的 JSON：{0:word}",
            help: "请改正所示的地方：不要注释和多余的逗号，只用双引号。"),
          simplifiedChineseDetail: "平台只认严格的 JSON，否则上传工具以错误 10006 停下。")
      ),
      (
        .jsonDoubledKey,
        RuleWords(
          english: Explanation(
            "the key “{0}” occurs twice in one object",
            help: "Keep one of them."),
          englishDetail: "Tools take the last of the two without a word, so one of them has no effect.",
          simplifiedChinese: Explanation(
            "同一个对象里键“{0}”出现了两次",
            help: "请只留一个。"),
          simplifiedChineseDetail: "工具会不声不响地采用最后一个，另一个就没有作用。")
      ),
      (
        .unknownSetting,
        RuleWords(
          english: Explanation(
            "the platform knows no setting “{0}”[[; did you mean “{1}”?]]",
            help: "Correct its spelling, or remove it."),
          englishDetail: "Settings that are not documented have no effect; the upload tool only warns of them.",
          simplifiedChinese: Explanation(
            "平台没有“{0}”这项设置[[，是不是想写“{1}”？]]",
            help: "请改正拼写，或删去它。"),
          simplifiedChineseDetail: "文档里没有的设置不起作用；上传工具只给一个警告。")
      ),
      (
        .settingValue,
        RuleWords(
          english: Explanation(
            "[[“{2}” is not allowed for “{0}”: ]]expected {1:word}",
            help: "Give “{0}” one of these values: {1:word}."),
          englishDetail: """
            The upload tool stops with error 10009 when a setting has a value that the documentation does not \
            allow.
            """,
          simplifiedChinese: Explanation(
            "[[“{0}”不能是“{2}”：]]应为 {1:word}",
            help: "请给“{0}”写一个允许的值：{1:word}。"),
          simplifiedChineseDetail: "设置的值不在文档允许之列时，上传工具以错误 10009 停下。")
      ),
      (
        .missingSetting,
        RuleWords(
          english: Explanation(
            "the setting “{0}” is missing",
            help: "Add it where the place is shown."),
          englishDetail: "The documentation calls this setting required; tools refuse the file or show nothing.",
          simplifiedChinese: Explanation(
            "缺少设置“{0}”",
            help: "请在所示的地方补上。"),
          simplifiedChineseDetail: "文档说这项设置必填；缺了它，工具会拒绝，或什么也不显示。")
      ),
      (
        .missingPageFile,
        RuleWords(
          english: Explanation(
            "the page {0} has no file {1}",
            help: "Add the file, or remove the page from app.json."),
          englishDetail: """
            Each page that app.json names needs a .js and a .wxml; the upload tool stops with error 10005.
            """,
          simplifiedChinese: Explanation(
            "页面 {0} 没有文件 {1}",
            help: "请补上文件，或从 app.json 里删去这个页面。"),
          simplifiedChineseDetail: "app.json 里的每个页面都要有 .js 和 .wxml，否则上传工具以错误 10005 停下。")
      ),
      (
        .doubledPage,
        RuleWords(
          english: Explanation(
            "the page {0} is named twice",
            help: "Keep one of them."),
          englishDetail: """
            A page may be named once in app.json, and once in the tab bar; the upload tool stops with error \
            10009.
            """,
          simplifiedChinese: Explanation(
            "页面 {0} 出现了两次",
            help: "请只留一个。"),
          simplifiedChineseDetail: "一个页面在 app.json 里、在标签栏里都只能写一次，否则上传工具以错误 10009 停下。")
      ),
      (
        .misplacedPage,
        RuleWords(
          english: Explanation(
            "the page {0} of the main package lies in the subpackage {1}",
            help: "Name it in that subpackage, or move it."),
          englishDetail: """
            A page of the main package must not lie below the root of a subpackage: the upload tool refuses it.
            """,
          simplifiedChinese: Explanation(
            "主包的页面 {0} 放在了分包 {1} 里",
            help: "请把它写进那个分包，或移走。"),
          simplifiedChineseDetail: "主包的页面不能放在分包的根目录之下：上传工具会拒绝。")
      ),
    ] + moreSettingRules
}
