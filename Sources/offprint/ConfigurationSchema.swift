internal import Manuscript

/// The JSON Schema (draft 2020-12) of `offprint.yml`, by which editors complete and check it.
///
/// Made from `ConfigurationKey`; `schema/offprint.schema.json` is its printed form, and a test holds the two equal.
enum ConfigurationSchema {
  /// The whole file.
  static var text: String {
    JSONTree.object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text(Configuration.fileName)),
      ("description", .text("Configuration of an Offprint source folder. 源文件夹的配置。")),
      ("type", .text("object")),
      ("additionalProperties", .boolean(false)),
      ("properties", properties(below: "")),
    ])
    .printed() + "\n"
  }

  private static func properties(below parent: String) -> JSONTree {
    .object(ConfigurationKey.allCases.filter { $0.parent == parent }.map { ($0.name, schema(of: $0)) })
  }

  private static func schema(of key: ConfigurationKey) -> JSONTree {
    var pairs: [(String, JSONTree)] = [
      ("description", .text(key.description(english: true) + " " + key.description(english: false)))
    ]
    switch key.value {
    case .text: pairs.append(("type", .text("string")))
    case .boolean: pairs.append(("type", .text("boolean")))
    case .integer(let minimum): pairs += [("type", .text("integer")), ("minimum", .integer(minimum))]
    case .range(let range):
      pairs += [
        ("type", .text("integer")), ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound)),
      ]
    case .bytes(let maximum):
      pairs += [
        ("type", .list([.text("integer"), .text("string")])), ("minimum", .integer(1)), ("maximum", .integer(maximum)),
        ("pattern", .text("^[0-9]+(\\.[0-9]+)? ?([KMG]?B)?$")),
      ]
    case .address: pairs += [("type", .text("string")), ("pattern", .text("^([A-Za-z][A-Za-z0-9+.-]*:.+)?$"))]
    case .color: pairs += [("type", .text("string")), ("pattern", .text("^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"))]
    case .words(let words, let count):
      pairs += [
        ("type", .text("array")), ("minItems", .integer(count.lowerBound)), ("maxItems", .integer(count.upperBound)),
        ("uniqueItems", .boolean(true)), ("items", .object([("enum", .list(words.map { .text($0) }))])),
      ]
    case .word(let words): pairs.append(("enum", .list(words.map { .text($0) })))
    case .mapping:
      pairs += [
        ("type", .text("object")), ("additionalProperties", .boolean(false)),
        ("properties", properties(below: key.rawValue)),
      ]
    case .textOrMapping:
      pairs += [
        ("type", .list([.text("string"), .text("object")])), ("additionalProperties", .boolean(false)),
        ("properties", properties(below: key.rawValue)),
      ]
    case .frontMatter: pairs.append(("type", .text("object")))
    case .texts:
      pairs += [
        ("type", .text("object")), ("additionalProperties", .object([("type", .text("string"))])),
      ]
    case .list:
      let items: JSONTree = .object([
        ("type", .text("object")), ("additionalProperties", .boolean(false)),
        ("properties", properties(below: key.rawValue + "[]")),
      ])
      pairs += [("type", .text("array")), ("items", items)]
    }
    return .object(pairs)
  }
}

extension ConfigurationKey {
  /// One sentence for editors.
  func description(english: Bool) -> String {
    let pair: (String, String) =
      switch self {
      case .title: ("Title of the site and the mini-program.", "网站与小程序的标题。")
      case .tagline: ("One line under the title.", "标题下面的一行字。")
      case .description: ("One or two sentences for search engines and feeds.", "给搜索引擎和订阅源看的一两句介绍。")
      case .url: ("Scheme and host of the published site: https://example.com", "网站发布后的网址，不带路径。")
      case .basePath: ("Path under which the site is served: /blog", "网站所在的路径，如 /blog；在根目录则不写。")
      case .language: ("Language of articles that name none: zh-CN", "没有写 lang 的文章用什么语言。")
      case .timezone: ("Time zone of dates without an offset: Asia/Shanghai or +08:00", "没有写时区的日期用哪个时区。")
      case .author: ("Who writes, unless an article says otherwise.", "作者；文章可以另写。")
      case .authorName: ("Name.", "姓名。")
      case .authorEmail: ("E-mail address.", "电子邮件地址。")
      case .authorURL: ("Home page.", "主页。")
      case .authors: ("The authors that articles may name by their ids.", "作者表：文章里写作者的代号。")
      case .authorsID: ("What front matter writes; the name unless given.", "前言里写的代号，不写就是名字。")
      case .authorsName: ("Name.", "姓名。")
      case .authorsURL: ("Home page.", "主页。")
      case .pageSize: ("Posts on each page of the home list.", "首页每页多少篇。")
      case .permalink:
        ("Address of posts; :title :year :month :day :categories", "文章网址的样式，可用 :title :year :month :day :categories。")
      case .drafts: ("Print drafts.", "印出草稿。")
      case .future: ("Print articles dated in the future.", "印出日期在未来的文章。")
      case .lastModified:
        (
          "Where the date of the last change comes from when an article does not say: nowhere, or git's last commit.",
          "文章没写更新日期时从哪里来：front-matter 就是没有，git 是最后一次提交。"
        )
      case .defaults: ("Front matter of whole folders.", "整个文件夹共同的前言。")
      case .defaultsScope: ("Which articles.", "哪些文章。")
      case .defaultsPath:
        ("A folder below the source folder: content/posts/travel", "源文件夹里的文件夹，如 content/posts/travel。")
      case .defaultsType: ("Only posts, only docs, or only pages.", "只给文章、文档或页面。")
      case .defaultsValues: ("The keys of their front matter.", "它们的前言。")
      case .lineNumbers: ("Line numbers beside code.", "代码显示行号。")
      case .keepLocation:
        ("Keep the place where a photograph was taken in JPEG files.", "JPEG 照片里留着拍摄地点。")
      case .feedSize: ("Articles in the Atom feed.", "订阅源里有多少篇。")
      case .math: ("Take $…$ as formulas in articles that say nothing of it.", "没有写 math 的文章也把 $…$ 当作公式。")
      case .mathMacros: ("Macros for formulas: a name and its TeX, with #1 to #9.", "公式里可用的宏：名字与它的 TeX，参数写 #1 到 #9。")
      case .search:
        ("What search finds: off, titles (with tags), or full (the text too).", "搜索找什么：off 不要搜索，titles 标题和标签，full 连正文。")
      case .menu:
        ("Menu of both editions; without it: home, categories, tags, archives, pages.", "菜单；不写则是首页、分类、标签、归档和各单页。")
      case .menuTitle: ("What the entry says.", "菜单项的文字。")
      case .menuTarget: ("A site path (/about/) or an address.", "站内路径（/about/）或网址。")
      case .localCopies:
        (
          "Files that stand for images and recordings on other servers; nothing is ever downloaded.",
          "用哪些本地文件代替别的服务器上的图片和音视频；从不下载。"
        )
      case .localCopyAddress:
        ("An address, or the beginning of addresses when it ends in a slash.", "网址；以斜杠结尾时，是一批网址的开头。")
      case .localCopyFile:
        ("A file of this folder, or a folder for the beginning of addresses.", "本地的文件；网址是开头时，写文件夹。")
      case .site: ("The website alone.", "只关系到网站的设置。")
      case .avif: ("Offer pictures as AVIF too: smaller, slow to make.", "图片另存一份 AVIF：更小，但制作很慢。")
      case .icpFiling: ("ICP filing number for the footer.", "页脚的 ICP 备案号。")
      case .policeFiling: ("Public-security filing number for the footer.", "页脚的公安备案号。")
      case .license: ("License named below articles: CC BY 4.0", "文章下面写明的许可协议。")
      case .licenseURL: ("Address of the license.", "许可协议的网址。")
      case .editLink: ("Address of an article's source; :path is replaced.", "文章源文件的网址，其中 :path 会被替换。")
      case .contentsDepth:
        ("Lowest level of headings in the contents beside an article.", "文章旁边的目录列到几级标题。")
      case .miniProgramLink:
        (
          "Address that opens the mini-program, shown in the footer: https://wxaurl.cn/…",
          "打开小程序的网址，显示在页脚，如 https://wxaurl.cn/…。"
        )
      case .miniProgramCode:
        (
          "Image file of the mini-program's code, shown in the footer: assets/code.png",
          "小程序码的图片文件，显示在页脚，如 assets/code.png。"
        )
      case .logo: ("A picture of the source folder for the site's icons, best an SVG.", "做网站图标的图片，最好是 SVG。")
      case .shareCards:
        ("Draw a picture with the title of each post, for links that are shared.", "给每篇文章画一张带标题的分享图。")
      case .feedContent: ("Whole articles in the feeds, or their summaries.", "订阅源里放全文（full）还是摘要（summary）。")
      case .termFeeds: ("A feed for each tag and category.", "每个标签和分类也有订阅源。")
      case .markdownCopies: ("Publish each article's source beside its page.", "把文章的源文件也放到网站上。")
      case .serviceWorker:
        (
          "Keep visited pages for reading offline (on), or take an earlier service worker away again (retire).",
          "离线也能看读过的页面（on）；retire 收回以前的。"
        )
      case .miniProgram: ("The mini-program alone.", "只关系到小程序的设置。")
      case .appID: ("AppID of the mini-program; without it a visitor's one.", "小程序的 AppID；不写则用游客身份。")
      case .miniProgramName: ("Name of the mini-program; without it the title.", "小程序的名字；不写则用标题。")
      case .navigationColor: ("Colours of the navigation bar.", "导航栏的颜色。")
      case .navigationColorLight: ("By day: #ffffff", "浅色模式，如 #ffffff。")
      case .navigationColorDark: ("By night: #16181d", "深色模式，如 #16181d。")
      case .accentColor: ("Colours of links, marks and the tab in use.", "链接、标记和当前标签的颜色。")
      case .accentColorLight: ("By day: #a8321c", "浅色模式，如 #a8321c。")
      case .accentColorDark: ("By night: #f2907a", "深色模式，如 #f2907a。")
      case .tabBar: ("The tabs, two to five, in their order.", "底部标签栏的各项，两到五个，按顺序。")
      case .totalBudget:
        ("Bytes of all packages: 30MB, or 20MB for apps of service providers.", "全部分包合计的上限，服务商小程序是 20MB。")
      case .packageBudget: ("Bytes of one package: 2MB by the platform's rule.", "每个分包的上限，平台规定 2MB。")
      case .packageLimit: ("Greatest number of subpackages: 100 by the platform's rule.", "分包数的上限，平台规定 100。")
      case .overflow:
        (
          "What to do with articles beyond the budget: keep the newest, fail, or write them all to measure.",
          "放不下的文章怎么办：留下最新的、报错，或全部印出来量一量。"
        )
      case .nodesPerPage:
        ("Nodes of text on one page; longer articles are split into parts.", "一页正文最多多少个节点，更长的文章分成几部分。")
      }
    return english ? pair.0 : pair.1
  }
}
