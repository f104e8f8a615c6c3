extension Diagnostic.Code {
  /// What `offprint explain` says beyond message and help, in Chinese: what it means and what came of it.
  var simplifiedChineseDetail: String {
    switch self {
    case .frontMatterSyntax:
      """
      文章开头两行 --- 之间（或 +++ 之间、花括号之内）的文首信息读不懂。读不懂就不知道标题、日期和网址，所以这是错误：在改好之前不交付任何版本。
      """
    case .frontMatterUnclosed:
      """
      文件以 --- （或 +++）开头，却一直没有再出现同样的一行。无法分辨哪些是文首信息、哪些是正文。
      """
    case .unknownKey:
      """
      文首信息或 offprint.yml 里有一个 Offprint 不认识的键，它不会产生任何作用。多半是拼写错误，也可能是别的工具使用的键。
      """
    case .duplicateKey:
      """
      同一个键写了两次，后一次的值盖过了前一次。两次的值若不相同，结果很可能不是你想要的。
      """
    case .badValue:
      """
      这个键的值不是它能接受的那一类，例如该写 true 或 false 的地方写了别的。文章照常印出，只是这个键当作没写。
      """
    case .badDate:
      """
      日期读不懂，或者并不存在（例如 2 月 30 日）。文章照常印出，日期改从文件名开头取得；文件名里也没有，就按没有日期处理。
      """
    case .invalidEncoding:
      """
      文件里有不合 UTF-8 规则的字节，常见于以 GBK、GB18030 保存的旧文件。读不懂的地方换成了“�”，读者会看到乱码。
      """
    case .configurationSyntax:
      """
      offprint.yml 不是合法的 YAML。全站的标题、网址、时区都在里面，读不懂就不能继续，所以这是错误。
      """
    case .unknownCodeLanguage:
      """
      代码块标注的语言没有语法着色，代码照原样印出，没有颜色。内容不受影响。
      """
    case .diagramSyntax:
      """
      这个 dot 代码块不是 Graphviz 能读的图。页面上显示它的源码：内容没有丢，但不是图。
      """
    case .diagramFile:
      """
      这张图写了要读的文件。画图时不能读任何文件：别处来的文章也就无法窥探这台机器。这张图以源码显示。
      """
    case .diagramLanguage:
      """
      Mermaid 要靠浏览器里的脚本来画。网站不从别处加载任何东西，小程序里也没有这种脚本，所以两个版本都显示源码，并附一句说明。
      """
    case .diagramNotDrawn:
      """
      图由 Graphviz 来画，这台机器上没有。没有它也能构建：两个版本都显示每张图的源码，并附一句说明。
      """
    case .formulaSyntax:
      """
      公式的 TeX 在此处读不下去。页面上显示它的源文本：内容没有丢，但不好读。
      """
    case .unknownFormulaCommand:
      """
      公式用了不认识的命令或环境。页面上显示公式的源文本：内容没有丢，但不好读。
      """
    case .undefinedFootnote:
      """
      正文引用了一条脚注，但文中没有它的内容。这几个符号会原样印给读者看。
      """
    case .unusedFootnote:
      """
      定义了一条脚注，正文却没有引用它，所以没有印出。多半是引用处的标号写错了，或者正文改动后忘了删。
      """
    case .duplicateAnchor:
      """
      同一篇文章里有两处用了相同的 id。浏览器只认第一处，指向第二处的链接到不了那里。
      """
    case .unclosedElement:
      """
      写了一个 HTML 开始标签，却没有对应的结束标签。Offprint 在外层结束的地方替你闭合，范围可能比你想的大。
      """
    case .strayEndTag:
      """
      有一个 HTML 结束标签，前面却没有对应的开始标签。它被忽略了。常见于标签交错（<b><i></b></i>）或重复闭合。
      """
    case .nestingTooDeep:
      """
      列表、引用或 HTML 标签一层套一层，超过了上限。这样的内容没有屏幕放得下，通常是粘贴出错或程序生成的。文字都会保留，只是更深的内容没有层次。
      """
    case .costlyMarkup:
      """
      有几种 Markdown 写法，解析器用的时间或内存按长度的平方增长：几千字节就要几分钟。没有人会这样写，通常是程序生成或粘贴出错的文件。
      """
    case .brokenLink:
      """
      文中的链接既不是网址，也找不到对应的文章、页面或文件。两个版本仍会交付，但读者点了不会有结果。--strict 会把它变成错误。
      """
    case .brokenAnchor:
      """
      链接 # 后面的 id 在目标页面里不存在。点击后只会到页首。标题改动之后，它自动生成的 id 也会跟着变。
      """
    case .missingAsset:
      """
      文中用到的图片或其他文件不存在。Offprint 依次在文章旁边、文章的网址下、源文件夹根下寻找，都没有找到。
      """
    case .unsafePath:
      """
      路径里的“..”或绝对路径指到了源文件夹或输出文件夹之外。Offprint 绝不读写那里的东西，所以这是错误。
      """
    case .twinAddress:
      """
      两篇文章会印到同一个网址，其中一篇会被另一篇盖掉。为免丢失内容，这是错误。
      """
    case .twinTerm:
      """
      两个标签或分类只有大小写不同，例如 iOS 与 ios。它们合在一页，哪篇文章也不会丢，页面用最新一篇文章的写法。
      """
    case .duplicateAlias:
      """
      aliases（或 redirect_from）里的旧网址已经属于别的文章或页面。一个网址只能通向一处，所以这是错误。
      """
    case .unreadableImage:
      """
      文件的开头不像任何一种已知的图片，读不出宽和高。网页里不能预留位置，图片加载时文字会跳动。
      """
    case .remoteImage:
      """
      图片引用了别的网站。网站版照常显示，小程序完全离线，不能显示它，改为显示网址。那个网站一旦失效，两个版本都会缺图。
      """
    case .futureArticle:
      """
      文章的日期晚于现在，所以这次没有印出。这常用来预先写好文章，到时再构建即可；也可能是时区或年份写错了。
      """
    case .expiredArticle:
      """
      文章前言里的 expires 早于现在，所以它离开了两个版本。通知、优惠之类不必永远留着。
      """
    case .unknownAuthor:
      """
      offprint.yml 里有作者表，这篇文章写的作者却不在里面，因此不知道他的主页。名字照原样显示。
      """
    case .deadLink:
      """
      offprint check --external 访问了这个网址，没有回应，或者回应的是错误。也可能只是暂时的：服务器会休息，有的会拒绝程序访问。
      """
    case .gitUnavailable:
      """
      last-modified: git 用最后一次提交的时间作更新日期。没有 git、不在仓库里，或者是浅克隆，就没有这个日期；文章照样印，只是没有它。
      """
    case .templateSyntax:
      """
      assets/theme/ 下的模板读不懂。页面印不出来，所以这是错误。
      """
    case .templateUnknownName:
      """
      模板里的名字，这一页没有对应的内容。许多模板语言会悄悄印成空白，Offprint 视为错误，免得页面缺了东西而无人发现。
      """
    case .templateUnknownPartial:
      """
      {{> 名字}} 要引入的模板不存在，既不在自带主题里，也不在 assets/theme/ 下。
      """
    case .unknownThemeFile:
      """
      assets/theme/ 下的文件按名字替换自带主题里的同名文件。这个名字自带主题里没有，所以它不会生效。
      """
    case .adapted:
      """
      某个版本不能照原样显示这个内容，换了一种方式，读者仍能看到。例如小程序里的嵌入视频变成带网址的卡片。这只是告知；--verbose 逐条列出，平时只在结尾汇总。
      """
    case .droppedContent:
      """
      某个版本无法显示这个内容，只好略去。略去的只是脚本、样式表或装饰时，这是提示；读者会因此少看到文字时，这是错误，什么也不交付。
      """
    case .needsNetwork:
      """
      这个内容只有联网才能用（嵌入的网页、别处的视频）。小程序完全离线，只显示网址，读者可以复制后到浏览器打开。
      """
    case .imageNotConverted:
      """
      图片没能缩小或转换格式，两个版本使用原图。页面可能因此变大，小程序的容量也更容易用完。
      """
    case .imageTooLarge:
      """
      动图和矢量图原样收入，不会缩小。微信建议每张图片不超过 200 KB，一个分包最多只能装 2 MB。
      """
    case .packageBudget:
      """
      微信规定每个分包不超过 2 MB，全部分包合计不超过 30 MB（服务商 20 MB）。放不下的文章从最旧的开始略去，网站不受影响。
      """
    case .searchReduced:
      """
      全文搜索的索引和正文要占小程序的容量，和文章一起受总上限约束。文章优先：放不下时小程序只搜索标题、标签和分类，网站不受影响。
      """
    case .pageTooLarge:
      """
      一个页面超过了版本允许的大小，打开会很慢，甚至打不开。
      """
    case .sourceMissing:
      """
      要印的文章应当放在源文件夹的 content/ 里，可是这里没有。多半是在别的文件夹里运行了命令。
      """
    case .unreadableFile:
      """
      系统不让读这个文件：没有权限、构建途中被删去，或磁盘出了问题。
      """
    case .unwritableOutput:
      """
      输出文件夹里的某个文件写不进去：没有权限、磁盘满了，或路径太长。原有的输出保持不变。
      """
    case .outputInUse:
      """
      另一个 Offprint 正在写同一个输出文件夹。两个同时写会互相搅乱，所以后来的这个停下了。
      """
    case .outputNotOurs:
      """
      输出文件夹里有不是 Offprint 写的文件。它不会删除或覆盖别人的东西，所以停下了，什么都没有动。
      """
    case .symbolicLinkRefused:
      """
      路径上有符号链接。它可能指到文件夹之外，写过去就会动到别处的文件，所以不跟随。
      """
    case .alreadyExists:
      """
      要新建的文件或文件夹已经存在。new 和 init 绝不覆盖已有的东西。
      """
    case .toolMissing:
      """
      缩小和转换图片要用到另一个程序，这台机器上没有。没有它也能构建，只是使用原图。
      """
    case .toolFailed:
      """
      处理图片的程序没能完成工作。这张图片使用原图，其余不受影响。多半是图片文件已损坏。
      """

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
      ruleWords.simplifiedChineseDetail
    }
  }
}
