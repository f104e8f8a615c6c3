extension Diagnostic.Code {
  /// Rules of packages and files.
  static let packageRules: [(Diagnostic.Code, RuleWords)] = [
    (
      .packageOverLimit,
      RuleWords(
        english: Explanation(
          "the package “{0}” is too large: {1:bytes}, {2:bytes} allowed",
          help: "Take files out of it, make its images smaller, or let fewer articles share it."),
        englishDetail: """
          Each package of a mini-program, the main one too, may hold 2 MB. The upload refuses a larger one, \
          though the developer tool opens it without a word.
          """,
        simplifiedChinese: Explanation(
          "分包“{0}”太大：{1:bytes}，最多 {2:bytes}",
          help: "请移走一些文件，缩小图片，或让更少的文章放在同一个包里。"),
        simplifiedChineseDetail: "小程序的每个包（主包也算）最多 2 MB。超出的包在开发者工具里照样能打开，上传时才被拒绝。")
    ),
    (
      .programOverLimit,
      RuleWords(
        english: Explanation(
          "all packages together are too large: {0:bytes}, {1:bytes} allowed",
          help: "Leave older articles or large images out of the mini-program."),
        englishDetail: """
          All packages together may hold 30 MB, 20 MB when a service provider develops the program. The server \
          refuses more.
          """,
        simplifiedChinese: Explanation(
          "所有包合计太大：{0:bytes}，最多 {1:bytes}",
          help: "请让较早的文章或较大的图片不进小程序。"),
        simplifiedChineseDetail: "所有包加起来最多 30 MB（由服务商代开发的是 20 MB）。再多，服务器会拒绝。")
    ),
    (
      .heavyMainPackage,
      RuleWords(
        english: Explanation(
          "the main package is heavy: {0:bytes}, {1:bytes} advised",
          help: "Move what only articles need into subpackages."),
        englishDetail: """
          The main package is downloaded before anything is shown. The code-quality check of the developer \
          tool warns above 1.5 MB; it is no reason to refuse an upload.
          """,
        simplifiedChinese: Explanation(
          "主包偏大：{0:bytes}，建议不超过 {1:bytes}",
          help: "请把只有文章才用的东西移进分包。"),
        simplifiedChineseDetail: "主包下载完之前什么也看不到。开发者工具的代码质量检查在超过 1.5 MB 时警告；它不妨碍上传。")
    ),
    (
      .tooManyPackages,
      RuleWords(
        english: Explanation(
          "there are {0} subpackages, {1} are allowed",
          help: "Put more pages into each of them."),
        englishDetail: "The upload tool refuses more than 100 subpackages.",
        simplifiedChinese: Explanation(
          "分包有 {0} 个，最多 {1} 个",
          help: "请让每个分包多放一些页面。"),
        simplifiedChineseDetail: "上传工具最多接受 100 个分包。")
    ),
    (
      .unuploadableFile,
      RuleWords(
        english: Explanation(
          "files of this kind are not uploaded: {0}",
          help: "Convert it to a kind that is (PNG, JPEG, JSON, BR…), or leave it out."),
        englishDetail: """
          The platform uploads files with certain suffixes only. Others show in the developer tool and are \
          gone on the phone: WebP, fonts, Markdown, text.
          """,
        simplifiedChinese: Explanation(
          "这种文件不会上传：{0}",
          help: "请改用能上传的格式（PNG、JPEG、JSON、BR 等），或去掉它。"),
        simplifiedChineseDetail: "平台只上传若干后缀的文件。其他文件在开发者工具里看得到，到手机上就没有了，例如 WebP、字体、Markdown 和纯文本。")
    ),
    (
      .unportablePath,
      RuleWords(
        english: Explanation(
          "this path is not safe everywhere: {0}",
          help: """
            Use ASCII letters, digits, “-”, “_” and “.” alone, and no two names that differ in letter case \
            only.
            """),
        englishDetail: """
          Page paths become addresses, and the developer tools run on Windows and macOS, where letter case \
          does not count. Names outside ASCII, blanks and twins break in one of these places.
          """,
        simplifiedChinese: Explanation(
          "这个路径不是到处都能用：{0}",
          help: "请只用 ASCII 字母、数字和“-”“_”“.”，也不要有只差大小写的两个名字。"),
        simplifiedChineseDetail: "页面路径会变成地址，而开发者工具运行在不分大小写的 Windows 和 macOS 上。非 ASCII 的名字、空格、只差大小写的名字，总会在其中一处出问题。")
    ),
    (
      .textEncoding,
      RuleWords(
        english: Explanation(
          "the file cannot be read as text: {0:word}",
          help: "Save it as UTF-8 without a byte order mark."),
        englishDetail: """
          All text of a mini-program must be UTF-8; the upload tool stops with error 10031. A byte order mark \
          makes JSON unreadable.
          """,
        simplifiedChinese: Explanation(
          "文件不能当作文字读取：{0:word}",
          help: "请保存为不带 BOM 的 UTF-8。"),
        simplifiedChineseDetail: "小程序的文字文件都必须是 UTF-8，否则上传工具以错误 10031 停下。BOM 会让 JSON 读不出来。")
    ),
    (
      .imageContent,
      RuleWords(
        english: Explanation(
          "the file is no image of the kind that its name says: {0}",
          help: "Save the image again in that format, or give it the right suffix."),
        englishDetail: "The bytes do not begin as a PNG, JPEG or GIF does. Phones show an empty place.",
        simplifiedChinese: Explanation(
          "文件内容不是它的后缀所说的图片：{0}",
          help: "请按这个格式重新保存图片，或改成正确的后缀。"),
        simplifiedChineseDetail: "文件开头不是 PNG、JPEG 或 GIF 的样子。手机上只会显示一块空白。")
    ),
    (
      .vectorImage,
      RuleWords(
        english: Explanation(
          "the platform cannot show this SVG: {0:word}",
          help: "Write the styles as attributes and the sizes as plain numbers."),
        englishDetail: "The image component takes SVG without <style> elements and without percentages only.",
        simplifiedChinese: Explanation(
          "平台不能显示这个 SVG：{0:word}",
          help: "请把样式写成属性，把尺寸写成数字。"),
        simplifiedChineseDetail: "图片组件不支持 SVG 里的 <style> 元素和百分比。")
    ),
  ]
}
