extension Diagnostic.Code {
  /// Chinese words; `Diagnostic.Code` says what each argument is.
  var simplifiedChinese: Explanation {
    switch self {
    case .frontMatterSyntax:
      Explanation(
        "文首信息不是合法的 {0}：{1:word}",
        help: "请改正所示的一行。含有冒号、# 或引号的文字要用引号括起来。")
    case .frontMatterUnclosed:
      Explanation(
        "文首信息没有结束标记",
        help: "请在最后一个键之后加上只含“{0}”的一行，正文从它下面开始。",
        note: "文首信息从这里开始")
    case .unknownKey:
      Explanation(
        "不认识的键“{0}”[[，是不是想写“{1}”？]]",
        help: "这个键没有生效。请改正拼写，或删去它。")
    case .duplicateKey:
      Explanation(
        "键“{0}”出现了两次",
        help: "已采用最后一次的值。请只留一个。",
        note: "第一次出现在这里")
    case .badValue:
      Explanation(
        "[[“{0}”的值“{2}”不对：]]应为{1:word}",
        help: "“{0}”没有生效。请改为{1:word}。")
    case .badDate:
      Explanation(
        "“{0}”的值“{1}”不是日期",
        help: "请写成 2024-05-01、2024-05-01 08:30 或 2024-05-01 08:30:00 +0800。")
    case .invalidEncoding:
      Explanation(
        "文件不是合法的 UTF-8[[，有 {0} 处已换成“\u{FFFD}”]]",
        help: "请在编辑器里另存为 UTF-8，或用命令转换：iconv -f GB18030 -t UTF-8 old.md > new.md")
    case .configurationSyntax:
      Explanation(
        "配置文件不是合法的 YAML：{0:word}",
        help: "请改正所示的一行。缩进用空格，不用制表符；冒号后面要有空格。")

    case .unknownCodeLanguage:
      Explanation(
        "“{0}”代码没有语法着色[[，是不是想写“{1}”？]]",
        help: "代码照原样印出。请换一个语言名；写“text”可以不再提示。")
    case .diagramSyntax:
      Explanation(
        "Graphviz 读不懂这张图[[，停在“{0}”]][[：{1:word}]]",
        help: "改好之前，读者看到的是图的源码。")
    case .diagramFile:
      Explanation(
        "这张图用“{0}”要读文件",
        help: "画图时不能读任何文件。请去掉它；在那之前，读者看到的是图的源码。")
    case .diagramLanguage:
      Explanation(
        "“{0}”图以源码显示",
        help: "它要靠浏览器里的脚本来画。“dot”代码块由 Graphviz 在构建时画出；写“{0} draw=false”可以不再提示。")
    case .diagramNotDrawn:
      Explanation(
        "图以源码显示：没有安装程序“{0}”",
        help: "要画出来，请安装：apt install {1}", note: "以源码显示")
    case .formulaSyntax:
      Explanation(
        "公式有误：{0:word}",
        help: "改好之前，读者看到的是公式的源文本。")
    case .unknownFormulaCommand:
      Explanation(
        "公式里没有“{0}”[[，是不是想写“{1}”？]]",
        help: "请换一个命令，或在前面的公式里用 `\\newcommand` 定义它，也可以写在 `math-macros` 里。")
    case .undefinedFootnote:
      Explanation(
        "没有名为“{0}”的脚注",
        help: "请在文中加上一行“[^{0}]: ……”；如果就是要写这几个符号，请写 \\[^{0}]。")
    case .unusedFootnote:
      Explanation(
        "脚注“{0}”没有被引用",
        help: "这条脚注没有印出。请在正文相应处写 [^{0}]，或删去它。")
    case .duplicateAnchor:
      Explanation(
        "本文里 id“{0}”用了两次",
        help: "链接会指向第一处。请给这里另起一个 id。",
        note: "第一次用在这里")
    case .unclosedElement:
      Explanation(
        "<{0}> 没有闭合",
        help: "已在外层结束处替你闭合。请在应当结束的地方写上 </{0}>。")
    case .strayEndTag:
      Explanation(
        "</{0}> 没有对应的开始标签",
        help: "这个标签没有生效。请删去它，或在应当开始的地方写上 <{0}>。")
    case .nestingTooDeep:
      Explanation(
        "列表、引用或标签嵌套超过了 {0} 层",
        help: "文字都会保留，只是更深的内容没有层次。请减少层数。")
    case .costlyMarkup:
      Explanation(
        "这个段落或表格会拖住整个构建：{0:word}",
        help: "这篇文章没有读。请用空行把它分开，或者放进代码块，那里它只是文字。")

    case .brokenLink:
      Explanation(
        "链接“{0}”没有去处[[，是不是想写“{1}”？]]",
        help: "请写源文件的路径（../posts/hello.md）、站内路径（/about/）或完整网址。")
    case .brokenAnchor:
      Explanation(
        "[[{1} 里]]没有“#{0}”[[，是不是想写“#{2}”？]]",
        help: "链接会指向页首。请用标题的 id，或给标题写上 id：## 标题 {#{0}}")
    case .missingAsset:
      Explanation(
        "找不到文件“{0}”[[，是不是想写“{1}”？]]",
        help: "请把文件放在文章旁边或 assets/ 下。区分大小写：IMG.JPG 与 img.jpg 是两个文件。")
    case .unsafePath:
      Explanation(
        "“{0}”指到了文件夹之外",
        help: "源文件夹与输出文件夹之外的东西一概不读不写。请去掉“..”与绝对路径。")
    case .twinAddress:
      Explanation(
        "这篇文章的网址已被占用：{0}",
        help: "请在其中一篇的文首信息里改 slug 或 permalink。[[另一篇是 {1}]]",
        note: "另一篇在这里")
    case .twinTerm:
      Explanation(
        "“{0}”与“{1}”只有大小写不同",
        help: "它们合在一页，用最新一篇文章的写法。请统一写法。",
        note: "这里写作“{1}”")
    case .duplicateAlias:
      Explanation(
        "旧网址 {0} 已经另有所属[[：{1}]]",
        help: "一个网址只能通向一篇文章。请从其中一处删去它。",
        note: "已用在这里")
    case .unreadableImage:
      Explanation(
        "{0} 不是能读的图片",
        help: "不知道它的尺寸，网页加载时会跳动。请用图片软件打开后重新保存。")
    case .remoteImage:
      Explanation(
        "图片在别的服务器上：{0}",
        help: "小程序完全离线，无法显示它。请下载后放到 assets/ 下。")
    case .futureArticle:
      Explanation(
        "文章的日期在未来（{0}），这次没有印出",
        help: "到了那天，再构建就会印出。现在就想看，请加 --future。")
    case .expiredArticle:
      Explanation("文章已经过期（{0}），这次没有印出", help: "还要印，就修改或删去 `expires`。")
    case .unknownAuthor:
      Explanation(
        "作者表里没有“{0}”",
        help: "[[是不是“{1}”？]]请在 offprint.yml 的 `authors` 里补上；这里先照原样显示名字。")
    case .deadLink:
      Explanation("{0} 没有正常回应：{1:word}", help: "用浏览器打开看看；改正链接，或者删去。")
    case .gitUnavailable:
      Explanation(
        "没有从 git 取得更新日期：{0:word}", help: "在完整的克隆里构建，或者从 offprint.yml 删去 `last-modified: git`。")

    case .templateSyntax:
      Explanation(
        "模板无法解析：{0:word}[[（{1}）]]",
        help: "每个 {{#name}} 都要有 {{/name}}，每个 {{ 都要有 }}，并且层次分明。",
        note: "在这里打开")
    case .templateUnknownName:
      Explanation(
        "模板用了名字“{0}”，但这一页没有它[[，是不是想写“{1}”？]]",
        help: "请改正名字。手册列出了每个模板可用的名字。")
    case .templateUnknownPartial:
      Explanation(
        "没有可以引入的模板“{0}”[[，是不是想写“{1}”？]]",
        help: "请改正名字，或把这个文件放到 assets/theme/ 下。")
    case .unknownThemeFile:
      Explanation(
        "主题里没有名为“{0}”的文件，这个文件不会生效[[，是不是想写“{1}”？]]",
        help: "assets/theme/ 下只有与主题文件同名的才生效。请改名或删去。")

    case .adapted:
      Explanation(
        "{0}：{2:word}里改用{1:word}",
        help: "不必修改：读者会以这个版本能显示的方式看到内容。")
    case .droppedContent:
      Explanation(
        "{0}：{1:word}略去了它[[，{2:word}会丢失]]",
        help: "请换一种写法，或在文首信息里用 editions 让这篇文章不进入该版本。")
    case .needsNetwork:
      Explanation(
        "{0}：有网络才能用，{1:word}里显示它的网址",
        help: "如果这正合你意，就不必修改。离线版的读者可以复制网址。")
    case .imageNotConverted:
      Explanation(
        "{0} 没有转换[[：{1:word}]]",
        help: "已使用原图。请用常见的格式和尺寸重新保存。")
    case .imageTooLarge:
      Explanation(
        "{0} 在小程序里占 {1:bytes}，最多宜为 {2:bytes}：{3:word}",
        help: "请把它缩小，或换成静止的图片。")
    case .packageBudget:
      Explanation(
        "小程序容量不够，有 {0} 篇文章没有收入（需要 {1:bytes}，[[{3:word}]]上限 {2:bytes}）",
        help: "没有收入的是最旧的几篇，置顶的最后才略去。请缩小图片，在文首信息里用 editions 挑选文章，或设置 miniprogram 下的 overflow。",
        note: "这一篇没有收入[[：{0:bytes}]]")
    case .searchReduced:
      Explanation(
        "小程序里只能搜索标题和标签：正文的搜索需要 {0:bytes}，只剩 {1:bytes}",
        help: "网站仍然搜索全文。要腾出地方，请缩小图片或用 editions 挑选文章；写上 search: titles 则不再提示。")
    case .pageTooLarge:
      Explanation(
        "{0} 太大：{1:bytes}，上限 {2:bytes}",
        help: "请缩小图片，或把文章分成两篇，否则小程序装不下它。",
        note: "{0} 占 {1:bytes}")

    case .sourceMissing:
      Explanation(
        "这里没有源文件夹：{0} 不存在",
        help: "请到放着 offprint.yml 和 content/ 的文件夹里运行，或用 --source 指明。新建一个：offprint init 文件夹")
    case .unreadableFile:
      Explanation(
        "文件无法读取[[：{0:word}]]",
        help: "请检查它是否存在、你有没有读取权限（ls -l）。")
    case .unwritableOutput:
      Explanation(
        "无法写入 {0}[[：{1:word}]]",
        help: "请检查权限和剩余空间（df -h），或用 --output 换一个文件夹。")
    case .outputInUse:
      Explanation(
        "另一次构建正在写入 {0}[[（进程 {1}）]]",
        help: "请等它结束，或用 --output 换一个文件夹。")
    case .outputNotOurs:
      Explanation(
        "{0} 里有不是 Offprint 写的文件",
        help: "什么都没有动。请用 --output 选一个空文件夹，或自己清空它。")
    case .symbolicLinkRefused:
      Explanation(
        "{0} 是符号链接，不会跟随",
        help: "链接可能指到文件夹之外。请把文件本身放在这里。")
    case .alreadyExists:
      Explanation(
        "{0} 已经存在",
        help: "什么都没有动。请换一个名字或空文件夹，或自己先把它移走。")
    case .toolMissing:
      Explanation(
        "没有安装程序“{0}”",
        help: "没有它也能构建，只是使用原图。安装：apt install {1}",
        note: "没有缩小或转换")
    case .toolFailed:
      Explanation(
        "“{0}”处理 {1} 时失败[[：{2}]]",
        help: "已使用原文件。自己运行这个程序可以看到详情。")

    case .packageOverLimit, .programOverLimit, .heavyMainPackage, .tooManyPackages, .unuploadableFile, .unportablePath,
      .textEncoding, .imageContent, .vectorImage, .jsonSyntax, .jsonDoubledKey, .unknownSetting, .settingValue,
      .missingSetting, .missingPageFile, .doubledPage, .misplacedPage, .unlistedPage, .tabPage, .tabIcon,
      .subpackageRoot, .preloadQuota, .preloadUnknown, .themeVariable, .crossingPackages, .missingFile, .wxmlSyntax,
      .wxmlUnclosedTag, .wxmlStrayEndTag, .wxmlExpression, .unknownComponent, .unknownAttribute, .doubledAttribute,
      .unknownEvent, .attributeValue, .booleanAsText, .unknownDirective, .strayElse, .loopKey, .unknownHandler,
      .undefinedTemplate, .unknownPage, .wrongOpenType, .restrictedComponent, .networkAddress, .textNesting,
      .undecodedEntity, .richTextElement, .tooManyNodes, .tooDeepPage, .tooManyChildren, .styleSyntax,
      .styleSelector, .styleAtRule, .styleLocalFile, .scriptSyntax, .forbiddenCode, .browserName, .unknownInterface,
      .networkInterface, .undeclaredInterface, .dynamicRequire, .missingRegistration, .timelineWithoutShare,
      .portTaken, .addressUnavailable,
      .certificateSyntax, .keySyntax, .keyEncrypted, .keyMismatch, .keyReadableByOthers, .certificateExpired,
      .certificateNotYetValid, .certificateWithoutNames, .certificateWrongName, .chainOutOfOrder, .chainIncomplete,
      .weChatHost,
      .heavyMedia, .misplacedScript, .heavyDataAddress, .advisedSetting, .unusedComponent,
      .richTextAttribute, .unusableID, .componentStyle, .unhandledRefusal:
      ruleWords.simplifiedChinese
    }
  }
}
