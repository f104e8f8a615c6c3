extension Diagnostic.Code {
  /// Rules of WXSS.
  static let styleRules: [(Diagnostic.Code, RuleWords)] = [
    (
      .styleSyntax,
      RuleWords(
        english: Explanation(
          "the WXSS cannot be read: {0:word}",
          help: "Mend the place shown."),
        englishDetail: "The official compiler refuses unbalanced braces; other slips lose a rule without a word.",
        simplifiedChinese: Explanation(
          "WXSS 读不懂：{0:word}",
          help: "请改正所示的地方。"),
        simplifiedChineseDetail: "花括号不成对，官方编译器会拒绝；别的笔误会悄悄丢掉一条规则。")
    ),
    (
      .styleSelector,
      RuleWords(
        english: Explanation(
          "the compiler refuses the selector “{0}”",
          help: "Use classes, ids, elements, descendants and children; write lists out."),
        englishDetail: "WXSS takes no *, no nesting and no list inside a pseudo-class.",
        simplifiedChinese: Explanation(
          "编译器不接受选择器“{0}”",
          help: "请用类、id、元素、后代和子元素选择器，列表要拆开写。"),
        simplifiedChineseDetail: "WXSS 不接受 *、嵌套和伪类里的列表。")
    ),
    (
      .styleAtRule,
      RuleWords(
        english: Explanation(
          "the compiler refuses “{0}”",
          help: "Use @media, @supports, @keyframes, @font-face or @import."),
        englishDetail: "Newer rules of CSS, such as @layer and @container, stop the compiler.",
        simplifiedChinese: Explanation(
          "编译器不接受“{0}”",
          help: "可用的有 @media、@supports、@keyframes、@font-face、@import。"),
        simplifiedChineseDetail: "@layer、@container 这类较新的规则会让编译停下。")
    ),
    (
      .styleLocalFile,
      RuleWords(
        english: Explanation(
          "WXSS cannot load the local file {0}",
          help: "Use an image component, or a data: address."),
        englishDetail: "A local path in url() compiles to a dead one; fonts in the package cannot be named at all.",
        simplifiedChinese: Explanation(
          "WXSS 不能加载本地文件 {0}",
          help: "请用 image 组件，或 data: 地址。"),
        simplifiedChineseDetail: "url() 里的本地路径编译后失效；包里的字体根本无法引用。")
    ),
  ]
}
