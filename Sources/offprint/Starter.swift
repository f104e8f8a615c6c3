internal import Diagnostics
internal import Manuscript

/// The files of a new source folder.
struct Starter {
  var language: Language
  var date: ArticleDate

  /// Paths and contents, in the order in which they are made.
  var files: [(path: String, text: String)] {
    let post = NewArticle(title: words("Hello, Offprint", "你好，Offprint", in: language), date: date, isDraft: false)
    return [
      (Configuration.fileName, configuration), (Self.schemaName, ConfigurationSchema.text), ("content/about.md", about),
      ("content/posts/" + post.fileName, hello(post)),
      (".gitignore", "/_site/\n/.offprint/\n"),
    ]
  }

  private var configuration: String {
    let offset = abs(date.offsetMinutes)
    let (hours, minutes) = (offset / 60, offset % 60)
    let zone =
      "\(date.offsetMinutes < 0 ? "-" : "+")\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    return words(
      """
      # yaml-language-server: $schema=\(Self.schemaName)
      title: My journal
      tagline: Written once, printed twice
      # The address of the published website; feeds and the sitemap need it.
      url: ""
      language: en
      timezone: "\(zone)"
      author:
        name: ""

      """,
      """
      # yaml-language-server: $schema=\(Self.schemaName)
      title: 我的手记
      tagline: 写一次，印两份
      # 网站发布后的网址；订阅源和站点地图要用到它。
      url: ""
      language: zh-CN
      timezone: "\(zone)"
      author:
        name: ""

      """, in: language)
  }

  /// Editors with a YAML language server read the schema from beside the configuration: no network, no other version.
  static let schemaName = "offprint.schema.json"

  private var about: String {
    words(
      """
      ---
      title: About
      ---

      Say who you are. This file is `content/about.md`.

      """,
      """
      ---
      title: 关于
      ---

      介绍一下自己吧。这个文件是 `content/about.md`。

      """, in: language)
  }

  private func hello(_ post: NewArticle) -> String {
    post.text.trimmingEnd
      + words(
        """


        This is a post. Write in **Markdown**, then run `offprint build`: the website is in `_site/web/`, the mini-program in
        `_site/miniprogram/`.

        > [!TIP]
        > `offprint new "Title"` begins the next one.

        ```swift
        print("Hello")
        ```

        Read [about me](../about.md), or look at the table:

        | Edition | Folder |
        |---|---|
        | Website | `_site/web/` |
        | Mini-program | `_site/miniprogram/` |

        """,
        """


        这是一篇文章。用 **Markdown** 写作，然后运行 `offprint build`：网站在 `_site/web/`，小程序在 `_site/miniprogram/`。

        > [!TIP]
        > 用 `offprint new "标题"` 写下一篇。

        ```swift
        print("你好")
        ```

        还可以看看[关于我](../about.md)，或者这张表：

        | 版本 | 文件夹 |
        |---|---|
        | 网站 | `_site/web/` |
        | 小程序 | `_site/miniprogram/` |

        """, in: language)
  }
}

extension String {
  /// Without blank lines at the end.
  fileprivate var trimmingEnd: String {
    var text = Substring(self)
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
