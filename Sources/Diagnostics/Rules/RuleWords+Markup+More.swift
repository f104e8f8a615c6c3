extension Diagnostic.Code {
  /// Rules of WXML.
  static let moreMarkupRules: [(Diagnostic.Code, RuleWords)] = [
    (
      .loopKey,
      RuleWords(
        english: Explanation(
          "the list has no usable wx:key",
          help: "Write wx:key=\"id\" (a property of the items) or wx:key=\"*this\", without braces."),
        englishDetail: "Without a key every change of the list makes all of it anew, and the console warns.",
        simplifiedChinese: Explanation(
          "列表没有可用的 wx:key",
          help: "请写 wx:key=\"id\"（条目的一个属性）或 wx:key=\"*this\"，不带花括号。"),
        simplifiedChineseDetail: "没有 key，列表一变就要全部重做，控制台也会警告。")
    ),
    (
      .unknownHandler,
      RuleWords(
        english: Explanation(
          "the page’s script has no handler “{0}”",
          help: "Add the function to the page’s options, or correct the name."),
        englishDetail: """
          The name in a bind or catch attribute must be a function of the page. Official tools say so only \
          when somebody taps.
          """,
        simplifiedChinese: Explanation(
          "页面的脚本里没有处理函数“{0}”",
          help: "请在页面里加上这个函数，或改正名字。"),
        simplifiedChineseDetail: "bind、catch 后面的名字必须是页面的函数。官方工具要等到有人点了才说。")
    ),
    (
      .undefinedTemplate,
      RuleWords(
        english: Explanation(
          "there is no template “{0}” in this file or in what it imports",
          help: "Import the file that defines it, or correct the name."),
        englishDetail: """
          The official compiler lets this pass, and nothing is shown. Imports do not hand on what they import \
          themselves.
          """,
        simplifiedChinese: Explanation(
          "本文件和它引入的文件里没有模板“{0}”",
          help: "请引入定义它的文件，或改正名字。"),
        simplifiedChineseDetail: "官方编译器不报这个错，页面上却什么也没有。被引入的文件自己引入的模板不算。")
    ),
    (
      .unknownPage,
      RuleWords(
        english: Explanation(
          "{0} is no page of this mini-program",
          help: "Correct the path, or name the page in app.json."),
        englishDetail: "A navigator to a page that app.json does not name does nothing when it is tapped.",
        simplifiedChinese: Explanation(
          "{0} 不是这个小程序的页面",
          help: "请改正路径，或在 app.json 里写上这个页面。"),
        simplifiedChineseDetail: "导航到 app.json 里没有的页面，点了没有反应。")
    ),
    (
      .wrongOpenType,
      RuleWords(
        english: Explanation(
          "{0} cannot be reached by “{1}”",
          help: "Pages of the tab bar need switchTab without a query; others need navigate or redirect."),
        englishDetail: "navigate and redirect cannot open a page of the tab bar, and switchTab opens nothing else.",
        simplifiedChinese: Explanation(
          "不能用“{1}”打开 {0}",
          help: "标签栏的页面用 switchTab，不带参数；其他页面用 navigate 或 redirect。"),
        simplifiedChineseDetail: "navigate 和 redirect 打不开标签栏的页面，switchTab 又只能打开它们。")
    ),
    (
      .restrictedComponent,
      RuleWords(
        english: Explanation(
          "“{0}” needs a network, a business account or a category of its own",
          help: "Leave it out: show the address as text that can be copied, for example."),
        englishDetail: """
          Personal accounts may not use it, or review asks for papers. An offline mini-program has no use for \
          it.
          """,
        simplifiedChinese: Explanation(
          "“{0}”需要联网、企业主体或专门的类目",
          help: "请不要用它；例如把网址显示成可以复制的文字。"),
        simplifiedChineseDetail: "个人主体不能用，或审核时要求资质。离线的小程序也用不上它。")
    ),
    (
      .networkAddress,
      RuleWords(
        english: Explanation(
          "this loads something from the network: {0}",
          help: "Put the file into the package and name it by its path."),
        englishDetail: """
          The mini-program works offline, and addresses outside the declared domains are refused on phones \
          anyway.
          """,
        simplifiedChinese: Explanation(
          "这里要从网络加载：{0}",
          help: "请把文件放进包里，用路径引用。"),
        simplifiedChineseDetail: "小程序要离线可用；没有登记的域名，手机上本来也会拒绝。")
    ),
    (
      .textNesting,
      RuleWords(
        english: Explanation(
          "<text> cannot hold <{0}>",
          help: "Use <view> around it, or <text> inside."),
        englishDetail: "Only <text> may stand in <text>; anything else is not shown.",
        simplifiedChinese: Explanation(
          "<text> 里不能放 <{0}>",
          help: "请在外面用 <view>，或在里面用 <text>。"),
        simplifiedChineseDetail: "<text> 里只能再放 <text>，别的不会显示。")
    ),
    (
      .undecodedEntity,
      RuleWords(
        english: Explanation(
          "{0} is shown as it is written",
          help: "Write the character itself, or an expression, or use <text decode>."),
        englishDetail: "WXML has no character references; readers see the letters.",
        simplifiedChinese: Explanation(
          "{0} 会原样显示出来",
          help: "请直接写那个字符，或写成表达式，或用 <text decode>。"),
        simplifiedChineseDetail: "WXML 不认字符引用，读者看到的是这几个字母。")
    ),
    (
      .richTextElement,
      RuleWords(
        english: Explanation(
          "rich-text drops <{0}> and all that is in it",
          help: "Use trusted elements only; put images beside the rich-text."),
        englishDetail: """
          rich-text shows some elements only and removes others with their content; its images come from the \
          network only.
          """,
        simplifiedChinese: Explanation(
          "rich-text 会丢掉 <{0}> 和里面的全部内容",
          help: "请只用受信任的元素；图片放在 rich-text 外面。"),
        simplifiedChineseDetail: "rich-text 只显示一部分元素，其余的连内容一起去掉；里面的图片只能来自网络。")
    ),
    (
      .tooManyNodes,
      RuleWords(
        english: Explanation(
          "the page has {0} nodes, at most {1} are advised",
          help: "Split the article at a heading."),
        englishDetail: """
          The performance audit wants fewer than 1000 nodes a page; more make it slow to open and to scroll.
          """,
        simplifiedChinese: Explanation(
          "页面有 {0} 个节点，建议不超过 {1} 个",
          help: "请在标题处把文章分成几页。"),
        simplifiedChineseDetail: "性能评分要求每页少于 1000 个节点，再多，打开和滚动都会变慢。")
    ),
    (
      .tooDeepPage,
      RuleWords(
        english: Explanation(
          "elements are nested {0} deep, at most {1} are advised",
          help: "Take levels of lists or quotes away."),
        englishDetail: "The performance audit wants a depth below 30.",
        simplifiedChinese: Explanation(
          "元素嵌套了 {0} 层，建议不超过 {1} 层",
          help: "请减少列表或引用的层数。"),
        simplifiedChineseDetail: "性能评分要求深度小于 30。")
    ),
    (
      .tooManyChildren,
      RuleWords(
        english: Explanation(
          "this <{0}> has more than {1} children",
          help: "Group them, for example by section."),
        englishDetail: "The performance audit wants at most 60 children of one node.",
        simplifiedChinese: Explanation(
          "这个 <{0}> 的子节点超过 {1} 个",
          help: "请分组，例如按小节。"),
        simplifiedChineseDetail: "性能评分要求一个节点最多有 60 个子节点。")
    ),
  ]
}
