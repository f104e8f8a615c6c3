extension Diagnostic.Code {
  /// Rules of WXML.
  static let markupRules: [(Diagnostic.Code, RuleWords)] =
    [
      (
        .wxmlSyntax,
        RuleWords(
          english: Explanation(
            "the WXML cannot be read: {0:word}",
            help: "Mend the place shown. A literal < belongs into data or into an expression."),
          englishDetail: """
            Tags must be complete and values stand in quotation marks. The compiler misreads anything else, or \
            drops it.
            """,
          simplifiedChinese: Explanation(
            "WXML 读不懂：{0:word}",
            help: "请改正所示的地方。文字里的 < 要放进数据或表达式。"),
          simplifiedChineseDetail: "标签要完整，值要放在引号里。别的写法会被编译器读错或丢掉。")
      ),
      (
        .wxmlUnclosedTag,
        RuleWords(
          english: Explanation(
            "<{0}> is never closed",
            help: "Write </{0}>, or close it at once: <{0}/>."),
          englishDetail: "WXML has no elements that close by themselves, image and input included.",
          simplifiedChinese: Explanation(
            "<{0}> 没有闭合",
            help: "请写上 </{0}>，或写成 <{0}/>。"),
          simplifiedChineseDetail: "WXML 里没有自动闭合的元素，image 和 input 也不例外。")
      ),
      (
        .wxmlStrayEndTag,
        RuleWords(
          english: Explanation(
            "</{0}> closes nothing",
            help: "Remove it, or write <{0}> before it."),
          englishDetail: "An end tag without its beginning closes the wrong element or stops the compiler.",
          simplifiedChinese: Explanation(
            "</{0}> 前面没有对应的开始标签",
            help: "请删去它，或在前面写上 <{0}>。"),
          simplifiedChineseDetail: "没有开头的结束标签会闭合错元素，或让编译停下。")
      ),
      (
        .wxmlExpression,
        RuleWords(
          english: Explanation(
            "the platform cannot evaluate this expression: {0:word}",
            help: "Compute it in the script or in WXS, and name the result here."),
          englishDetail: """
            Between double braces stand names, members, arithmetic, conditions, arrays and objects. Calls of \
            methods compile and show nothing; newer syntax is refused.
            """,
          simplifiedChinese: Explanation(
            "平台算不了这个表达式：{0:word}",
            help: "请在脚本或 WXS 里算好，这里只写结果的名字。"),
          simplifiedChineseDetail: "双花括号里可以写名字、成员、运算、条件、数组和对象。方法调用能通过编译，却什么也不显示；较新的语法会被拒绝。")
      ),
      (
        .unknownComponent,
        RuleWords(
          english: Explanation(
            "there is no component <{0}>[[; did you mean <{1}>?]]",
            help: "Use a built-in component, or declare yours in “usingComponents”."),
          englishDetail: """
            The official compiler lets unknown elements pass, and the page shows nothing in their place. \
            Elements of HTML are no components.
            """,
          simplifiedChinese: Explanation(
            "没有组件 <{0}>[[，是不是想写 <{1}>？]]",
            help: "请用内置组件，或在“usingComponents”里声明自己的组件。"),
          simplifiedChineseDetail: "官方编译器不管不认识的元素，页面上却什么也不显示。HTML 的元素不是小程序的组件。")
      ),
      (
        .unknownAttribute,
        RuleWords(
          english: Explanation(
            "<{1}> has no attribute “{0}”[[; did you mean “{2}”?]]",
            help: "Correct its spelling, remove it, or write data-{0} to carry a value."),
          englishDetail: "Unknown attributes are ignored without a word, so what was meant does not happen.",
          simplifiedChinese: Explanation(
            "<{1}> 没有属性“{0}”[[，是不是想写“{2}”？]]",
            help: "请改正拼写或删去它；只为带一个值，就写成 data-{0}。"),
          simplifiedChineseDetail: "不认识的属性会被悄悄忽略，想要的效果不会出现。")
      ),
      (
        .doubledAttribute,
        RuleWords(
          english: Explanation(
            "the attribute “{0}” occurs twice in one tag",
            help: "Keep one of them."),
          englishDetail: "The official compiler takes one of the two without a word.",
          simplifiedChinese: Explanation(
            "同一个标签里属性“{0}”出现了两次",
            help: "请只留一个。"),
          simplifiedChineseDetail: "官方编译器不声不响地只采用其中一个。")
      ),
      (
        .unknownEvent,
        RuleWords(
          english: Explanation(
            "<{1}> has no event “{0}”[[; did you mean “{2}”?]]",
            help: "Correct the name of the event: bindtap, bindscroll…"),
          englishDetail: "The handler of an event that does not exist is never called.",
          simplifiedChinese: Explanation(
            "<{1}> 没有事件“{0}”[[，是不是想写“{2}”？]]",
            help: "请改正事件名，例如 bindtap、bindscroll。"),
          simplifiedChineseDetail: "不存在的事件永远不会触发，处理函数也就不会被调用。")
      ),
      (
        .attributeValue,
        RuleWords(
          english: Explanation(
            "“{2}” is no value for “{0}”",
            help: "Write one of: {1}."),
          englishDetail: "The documentation names the values that this attribute takes; another one has no effect.",
          simplifiedChinese: Explanation(
            "“{0}”不能是“{2}”",
            help: "请写其中之一：{1}。"),
          simplifiedChineseDetail: "文档列出了这个属性可用的值，写别的不起作用。")
      ),
      (
        .booleanAsText,
        RuleWords(
          english: Explanation(
            "“{0}” would be true here: “{1}” is a text",
            help: "Write {0}=\"{{false}}\", with no blank before the braces, or leave the attribute out."),
          englishDetail: """
            A value without braces is a text, and any text counts as true. A blank before the braces makes a \
            text of the value too.
            """,
          simplifiedChinese: Explanation(
            "“{0}”在这里会是 true：“{1}”是一段文字",
            help: "请写 {0}=\"{{false}}\"，花括号前不留空格；或不写这个属性。"),
          simplifiedChineseDetail: "不带花括号的值是文字，而文字都算 true。花括号前多一个空格，值也会变成文字。")
      ),
      (
        .unknownDirective,
        RuleWords(
          english: Explanation(
            "there is no “{0}”[[; did you mean “{1}”?]]",
            help: "Use wx:if, wx:elif, wx:else, wx:for, wx:for-item, wx:for-index or wx:key."),
          englishDetail: "Only these attributes begin with wx:. Others are ignored.",
          simplifiedChinese: Explanation(
            "没有“{0}”这种写法[[，是不是想写“{1}”？]]",
            help: "可用的有 wx:if、wx:elif、wx:else、wx:for、wx:for-item、wx:for-index、wx:key。"),
          simplifiedChineseDetail: "以 wx: 开头的属性只有这几个，别的会被忽略。")
      ),
      (
        .strayElse,
        RuleWords(
          english: Explanation(
            "{0} has no wx:if right before it",
            help: "Put it on the element that follows the one with wx:if."),
          englishDetail: "The compiler refuses wx:else and wx:elif without a condition on the element before.",
          simplifiedChinese: Explanation(
            "{0} 的前面没有紧挨着的 wx:if",
            help: "请把它写在带 wx:if 的元素的下一个元素上。"),
          simplifiedChineseDetail: "前一个元素没有条件，编译器就拒绝 wx:else 和 wx:elif。")
      ),
    ] + moreMarkupRules
}
