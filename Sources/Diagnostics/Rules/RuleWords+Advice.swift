extension Diagnostic.Code {
  /// Rules of what the platform advises, and of what it drops without a word.
  static let adviceRules: [(Diagnostic.Code, RuleWords)] = [
    (
      .heavyMedia,
      RuleWords(
        english: Explanation(
          "images and recordings of the main package weigh {0:bytes}, {1:bytes} advised",
          help: "Make them smaller, or move them into the packages of the pages that show them."),
        englishDetail: """
          The code-quality check of the developer tool advises 200 KB for images and recordings. What lies in \
          the main package is loaded before anything is shown; what lies in subpackages comes with the pages that show it.
          """,
        simplifiedChinese: Explanation(
          "主包里的图片和音频共 {0:bytes}，建议不超过 {1:bytes}",
          help: "请缩小它们，或移进用到它们的分包。"),
        simplifiedChineseDetail: "开发者工具的代码质量检查建议图片和音频不超过 200 KB。主包里的在首屏之前就要下载，分包里的随用到它们的页面下载。")
    ),
    (
      .misplacedScript,
      RuleWords(
        english: Explanation(
          "{1:bytes} of scripts in the main package serve “{0}” alone",
          help: "Move them into that subpackage."),
        englishDetail: """
          The code-quality check of the developer tool warns of any script in the main package that only a subpackage uses: \
          it is loaded before anything is shown. Less than 64 KB is not worth a word here.
          """,
        simplifiedChinese: Explanation(
          "主包里有 {1:bytes} 的脚本只有分包“{0}”用到",
          help: "请把它们移进那个分包。"),
        simplifiedChineseDetail: "主包里只有一个分包用到的脚本，在首屏之前就要下载，开发者工具的代码质量检查会警告。不到 64 KB 的，这里不提。")
    ),
    (
      .heavyDataAddress,
      RuleWords(
        english: Explanation(
          "the file holds {0:bytes} of images as base64 text",
          help: "Put them into files of their own."),
        englishDetail: """
          Text of an image is a third larger than its file, cannot be shown by the picture viewer, and is read with the page. \
          The documentation advises against many and large ones without a number; less than 64 KB a file is let pass here.
          """,
        simplifiedChinese: Explanation(
          "文件里有 {0:bytes} 的 base64 图片",
          help: "请存成单独的图片文件。"),
        simplifiedChineseDetail: "base64 比图片文件大三分之一，不能点开放大，还要随页面一起读。官方文档不建议用得又多又大，没有给出数字；一个文件不到 64 KB 的，这里放过。")
    ),
    (
      .advisedSetting,
      RuleWords(
        english: Explanation(
          "“{0}” should be {1}",
          help: "Set it so: the code-quality check of the developer tool asks for it."),
        englishDetail: """
          With lazyCodeLoading only the code of the page that is visited is run; compression makes \
          packages smaller. The code-quality check warns without them.
          """,
        simplifiedChinese: Explanation(
          "“{0}”应当是 {1}",
          help: "请这样设置：开发者工具的代码质量检查要求它。"),
        simplifiedChineseDetail: "开启 lazyCodeLoading 后只注入所访问页面的代码；压缩让包更小。不开启，代码质量检查会警告。")
    ),
    (
      .unusedComponent,
      RuleWords(
        english: Explanation(
          "the component “{0}” is declared and not used",
          help: "Take it out of usingComponents."),
        englishDetail: """
          A declared component is loaded with the page although nothing shows it.
          """,
        simplifiedChinese: Explanation(
          "声明了组件“{0}”，却没有用到",
          help: "请把它从 usingComponents 里去掉。"),
        simplifiedChineseDetail: "声明了的组件会随页面一起加载，尽管没有显示它。")
    ),
    (
      .richTextAttribute,
      RuleWords(
        english: Explanation(
          "rich-text drops the attribute “{0}” of <{1}>",
          help: "Use class and style; put what is to be tapped beside the rich-text."),
        englishDetail: """
          Inside rich-text elements keep class and style, tables and lists a few more; ids, links and \
          events are dropped without a word.
          """,
        simplifiedChinese: Explanation(
          "rich-text 会丢掉 <{1}> 的属性“{0}”",
          help: "请用 class 和 style；要点按的内容放在 rich-text 外面。"),
        simplifiedChineseDetail: "rich-text 里的元素只保留 class 和 style，表格与列表另有几个；id、链接和事件会悄悄丢掉。")
    ),
    (
      .unusableID,
      RuleWords(
        english: Explanation(
          "the id “{0}” cannot be found: {1:word}",
          help: "Give the element an id of its own that begins with a letter."),
        englishDetail: """
          Scrolling to an id, and selectors, find the first element of that id, and none whose id \
          begins with a digit.
          """,
        simplifiedChinese: Explanation(
          "找不到 id“{0}”：{1:word}",
          help: "请给元素一个以字母开头、页面里唯一的 id。"),
        simplifiedChineseDetail: "滚动到某个 id、用选择器查找时，找到的是第一个同名元素；以数字开头的 id 找不到。")
    ),
    (
      .componentStyle,
      RuleWords(
        english: Explanation(
          "the style of a component may not select “{0}”",
          help: "Select by class."),
        englishDetail: """
          In the WXSS of a component only classes select; ids, attributes and elements do not.
          """,
        simplifiedChinese: Explanation(
          "组件的样式不能用选择器“{0}”",
          help: "请用类选择器。"),
        simplifiedChineseDetail: "组件的 WXSS 里只有类选择器有效，id、属性和元素选择器无效。")
    ),
    (
      .unhandledRefusal,
      RuleWords(
        english: Explanation(
          "wx.{0} is called without fail",
          help:
            "Handle fail: the reader may refuse, and without a declaration in the privacy guide the call is disabled."),
        englishDetail: """
          The platform asks the reader before a privacy interface runs, and disables it where the \
          privacy guide does not name it. Without fail the tap seems dead.
          """,
        simplifiedChinese: Explanation(
          "调用 wx.{0} 时没有处理 fail",
          help: "请处理 fail：读者可能拒绝；隐私指引里没有声明时，接口会被禁用。"),
        simplifiedChineseDetail: "隐私接口执行前平台会询问读者；隐私指引里没有写的接口会被禁用。不处理 fail，点按就像没有反应。")
    ),
  ]
}
