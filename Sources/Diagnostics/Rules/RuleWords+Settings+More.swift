extension Diagnostic.Code {
  /// Rules of settings and pages.
  static let moreSettingRules: [(Diagnostic.Code, RuleWords)] = [
    (
      .unlistedPage,
      RuleWords(
        english: Explanation(
          "nothing leads to the page {0}: app.json does not name it",
          help: "Name it in app.json, or remove its files."),
        englishDetail: "The files of a page that app.json does not name are dead weight in the package.",
        simplifiedChinese: Explanation(
          "没有办法到达页面 {0}：app.json 里没有它",
          help: "请写进 app.json，或删去它的文件。"),
        simplifiedChineseDetail: "app.json 里没有的页面，它的文件只是白占地方。")
    ),
    (
      .tabPage,
      RuleWords(
        english: Explanation(
          "the tab bar names {0}, which is no page of the main package",
          help: "Name a page of “pages”, without a query."),
        englishDetail: "Pages of the tab bar must lie in the main package.",
        simplifiedChinese: Explanation(
          "标签栏里的 {0} 不是主包的页面",
          help: "请写“pages”里的页面，不带参数。"),
        simplifiedChineseDetail: "标签栏的页面必须在主包里。")
    ),
    (
      .tabIcon,
      RuleWords(
        english: Explanation(
          "the tab bar cannot use the icon {0}: {1:word}",
          help: "Give it a PNG of 81 by 81 pixels and at most 40 KB."),
        englishDetail: "Icons of the tab bar are local PNG or JPEG files of at most 40 KB, 81 by 81 pixels.",
        simplifiedChinese: Explanation(
          "标签栏不能用图标 {0}：{1:word}",
          help: "请换成 81×81 像素、不超过 40 KB 的 PNG。"),
        simplifiedChineseDetail: "标签栏的图标是本地的 PNG 或 JPEG，不超过 40 KB，81×81 像素。")
    ),
    (
      .subpackageRoot,
      RuleWords(
        english: Explanation(
          "a subpackage cannot have the root “{0}”: {1:word}",
          help: "Give each subpackage a folder of its own."),
        englishDetail: """
          Roots of subpackages must differ, must not lie in each other, and must not be empty or __APP__.
          """,
        simplifiedChinese: Explanation(
          "分包不能用“{0}”作根目录：{1:word}",
          help: "请给每个分包一个自己的文件夹。"),
        simplifiedChineseDetail: "分包的根目录要互不相同、互不包含，也不能为空或写成 __APP__。")
    ),
    (
      .preloadQuota,
      RuleWords(
        english: Explanation(
          "{0} preloads too much: {1:bytes}, {2:bytes} allowed",
          help: "Name fewer packages for this page."),
        englishDetail: """
          All packages that the pages of one package preload share 2 MB; what goes beyond is not preloaded.
          """,
        simplifiedChinese: Explanation(
          "{0} 预下载太多：{1:bytes}，最多 {2:bytes}",
          help: "请让这个页面少预下载几个包。"),
        simplifiedChineseDetail: "同一个包里的页面预下载的分包合计最多 2 MB，超出的不会预下载。")
    ),
    (
      .preloadUnknown,
      RuleWords(
        english: Explanation(
          "preloadRule names “{0}”, which app.json does not have",
          help: "Correct the name of the page or of the package."),
        englishDetail: "A rule for an unknown page or package never takes effect.",
        simplifiedChinese: Explanation(
          "preloadRule 里的“{0}”在 app.json 里没有",
          help: "请改正页面或分包的名字。"),
        simplifiedChineseDetail: "写着不存在的页面或分包的规则永远不会生效。")
    ),
    (
      .themeVariable,
      RuleWords(
        english: Explanation(
          "theme.json does not define “@{0}” for both light and dark",
          help: "Define it in both objects."),
        englishDetail: "A variable that one of the two modes lacks leaves the bar without a colour there.",
        simplifiedChinese: Explanation(
          "theme.json 没有在 light 和 dark 里都定义“@{0}”",
          help: "请在两个对象里都定义它。"),
        simplifiedChineseDetail: "少了其中一边的变量，那一种模式下的栏就没有颜色。")
    ),
    (
      .crossingPackages,
      RuleWords(
        english: Explanation(
          "{0} lies in the package “{1}”, which this file cannot use",
          help: "Move the file into the main package, or into this one."),
        englishDetail: """
          A subpackage may use files of the main package but none of another subpackage; an independent one \
          not even those.
          """,
        simplifiedChinese: Explanation(
          "{0} 在包“{1}”里，这个文件用不到",
          help: "请把它移进主包或同一个包。"),
        simplifiedChineseDetail: "分包可以用主包的文件，不能用别的分包的；独立分包连主包的也不能用。")
    ),
    (
      .missingFile,
      RuleWords(
        english: Explanation(
          "there is no file {0} in the mini-program",
          help: "Correct the path, or add the file."),
        englishDetail: """
          A file names another one that is not there: an image, a template, a script, a style sheet. Official \
          tools let many of these pass, and readers see a hole.
          """,
        simplifiedChinese: Explanation(
          "小程序里没有文件 {0}",
          help: "请改正路径，或补上文件。"),
        simplifiedChineseDetail: "这里引用的图片、模板、脚本或样式文件并不存在。官方工具常常不报，读者看到的是空白。")
    ),
  ]
}
