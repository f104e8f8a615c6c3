/// The fixed words that reporters pass as arguments, in the languages of people.
package enum Vocabulary {
  /// The words for a fixed word; an argument that is none (a name, a tool's own words) stays as it is.
  package static func word(_ word: String, in language: Language) -> String {
    guard let pair = words[word] else { return word }
    switch language {
    case .english: return pair.english
    case .simplifiedChinese: return pair.chinese
    }
  }

  /// What a note says when its code has no words of its own.
  static func seeAlso(in language: Language) -> String {
    switch language {
    case .english: "see also here"
    case .simplifiedChinese: "另见此处"
    }
  }

  private static let words: [String: (english: String, chinese: String)] = [
    // Certificates, keys and hosts of a server.
    "no-certificate": ("there is no PEM certificate in it", "里面没有 PEM 证书"),
    "damaged-certificate": ("the certificate in it is damaged", "里面的证书已损坏"),
    "binary-certificate": ("it is in the binary form (DER)", "它是二进制形式（DER）"),
    "no-key": ("there is no PEM private key in it", "里面没有 PEM 私钥"),
    "damaged-key": ("the key in it is damaged or of an unknown kind", "里面的私钥已损坏，或种类不认识"),
    "no-pass-phrase": ("no pass phrase was given", "没有给出口令"),
    "wrong-pass-phrase": ("the pass phrase does not fit", "口令不对"),
    "local-host": ("it is no name on the internet", "它不是互联网上的域名"),
    "address-host": ("an address is no domain name", "IP 地址不是域名"),
    "private-authority": ("phones do not know this authority", "手机不认识这个证书机构"),
    "unlisted-port": ("a port other than 443 must be entered in the console", "443 以外的端口必须在后台登记"),
    "unfiled-domain": ("the domain must be entered in the console and filed (ICP)", "域名必须在后台登记，并且备案过"),
    "incomplete-chain": ("phones do not fetch missing certificates", "手机不会自己补上缺的证书"),
    "unusable-certificate": ("the certificate is not valid for it now", "证书此刻对它无效"),
    // Why a server cannot listen.
    "not-our-address": ("this machine has no such address", "这台机器没有这个地址"),
    "privileged-port": ("this port needs a privilege", "这个端口需要特权"),
    // What the parser of Markdown has too much of (`CostlyMarkup`).
    "table-columns": ("more than 512 columns", "超过 512 列"),
    "table-cells": ("rows with far fewer cells than the head", "各行的格子远少于表头"),
    "table-heads": ("too many lines that could begin a table", "太多可能是表头的行"),
    "open-images": ("too many images that are not closed", "太多没有闭合的图片"),
    // Editions.
    "site": ("website", "网站"),
    "miniprogram": ("mini-program", "小程序"),
    // What a reader gets instead (`Adaptation.replacement`).
    "card": ("a card with the address", "带网址的卡片"),
    "source": ("its source text", "源文本"),
    "text": ("its text", "纯文字"),
    "nothing": ("nothing", "空白"),
    "words": ("its words", "其中的文字"),
    "image": ("an image", "图片"),
    "table": ("a plain table", "普通表格"),
    "link": ("a link", "链接"),
    // What is wrong with a diagram.
    "no-graph": ("there is no graph in it", "里面没有图"),
    "open-string": ("this string is never closed", "这个字符串没有结束"),
    "open-graph": ("it ends before its last “}”", "还没到最后的“}”就结束了"),
    // Where there was no room (`Packer.Limit`).
    "all-packages": ("all packages together", "全部分包合计"),
    "package-count": ("the packages that there may be", "允许的分包数"),
    "main-package": ("the main package, which lists them all", "列出全部文章的主包"),
    // What became of a large image.
    "carried": ("it is carried as it is", "已原样收入"),
    "left-out": ("it is left out, its address is shown instead", "没有收入，改为显示网址"),
    // Why git's dates are not used.
    "no-git": ("git is not installed", "没有安装 git"),
    "no-repository": ("this folder is in no git repository", "这个文件夹不在 git 仓库里"),
    "shallow-clone": ("this is a shallow clone, which lacks the dates", "这是浅克隆，里面没有这些日期"),
    "git-failed": ("git ended with an error", "git 出错了"),
    // What became of a link to elsewhere.
    "unreachable": ("no connection", "连接不上"),
    "no-answer": ("no answer in time", "没有及时回应"),
    "no-name": ("there is no such host", "没有这个主机"),
    "bad-certificate": ("its certificate is not valid", "证书无效"),
    "name-encoding": ("its name is not UTF-8", "文件名不是 UTF-8"),
    // What the system says of a file that it refuses: glibc's words, which are English in this program's locale.
    "No such file or directory": ("No such file or directory", "没有这个文件或文件夹"),
    "Permission denied": ("Permission denied", "没有权限"),
    "Operation not permitted": ("Operation not permitted", "不允许这样做"),
    "Is a directory": ("Is a directory", "这是文件夹"),
    "Not a directory": ("Not a directory", "路径里有一段不是文件夹"),
    "File exists": ("File exists", "已有同名的文件或文件夹"),
    "Directory not empty": ("Directory not empty", "文件夹不是空的"),
    "File too large": ("File too large", "文件太大"),
    "File name too long": ("File name too long", "文件名太长"),
    "No space left on device": ("No space left on device", "磁盘已满"),
    "Disk quota exceeded": ("Disk quota exceeded", "超出了磁盘配额"),
    "Read-only file system": ("Read-only file system", "文件系统是只读的"),
    "Too many levels of symbolic links": ("Too many levels of symbolic links", "符号链接绕成了圈"),
    "Too many open files": ("Too many open files", "打开的文件太多"),
    "Input/output error": ("Input/output error", "磁盘读写出错"),
    // What a value should have been.
    "string": ("a text", "一段文字"),
    "boolean": ("`true` or `false`", "`true` 或 `false`"),
    "integer": ("a whole number", "整数"),
    "positive-integer": ("a whole number above zero", "大于零的整数"),
    "list": ("a list", "列表"),
    "string-list": ("a text or a list of texts", "一段文字或文字列表"),
    "mapping": ("keys with values", "若干“键: 值”"),
    "date": ("a date such as `2024-05-01 08:30:00 +0800`", "形如 `2024-05-01 08:30:00 +0800` 的日期"),
    "url": ("an address such as `https://example.com`", "形如 `https://example.com` 的网址"),
    "path": ("a path such as `/about/`", "形如 `/about/` 的路径"),
    "short-path": (
      "a path whose parts have at most 255 bytes each (85 Chinese characters)", "每一段都不超过 255 字节（85 个汉字）的路径"
    ),
    "email": ("an e-mail address", "电子邮件地址"),
    "color": ("a colour such as `#16181d`", "形如 `#16181d` 的颜色"),
    "language-tag": ("a language tag such as `zh-CN`", "形如 `zh-CN` 的语言标签"),
    "time-zone": ("a time zone such as `Asia/Shanghai` or `+08:00`", "形如 `Asia/Shanghai` 或 `+08:00` 的时区"),
    // What is wrong with front matter or the configuration.
    "yaml-colon": ("a text that holds a colon must stand in quotation marks", "含冒号的文字要放在引号里"),
    "yaml-full-width-colon": (
      "the colon after a key must be the ASCII one, followed by a space", "键后面的冒号要用半角冒号，再加一个空格"
    ),
    "yaml-tab": ("a tab cannot indent; use spaces", "不能用制表符缩进，请用空格"),
    "yaml-reserved-character": (
      "a text that begins with this sign must stand in quotation marks", "以这个符号开头的文字要放在引号里"
    ),
    "yaml-unclosed-quote": ("the quotation mark that opens here is never closed", "此处的引号没有闭合"),
    "yaml-unclosed-bracket": ("a comma or a closing bracket is missing", "缺少逗号或右括号"),
    "yaml-indentation": (
      "a key was expected; look at the indentation, and for a missing colon or quotation mark above",
      "这里应当是一个键：请检查缩进，以及上文是否缺少冒号或引号"
    ),
    "yaml-escape": (
      "this is no escape of YAML; a backslash in double quotation marks is written twice",
      "这不是 YAML 的转义；双引号里的反斜杠要写两次"
    ),
    "yaml-alias": ("the alias names nothing that was anchored before", "别名所指的锚点此前没有定义"),
    "yaml-documents": ("there is more than one document in this file", "文件里有不止一个文档"),
    "yaml-complex-key": ("a key must be a text", "键必须是文字"),
    "control-character": ("there is a control character", "含有控制字符"),
    "not-a-mapping": ("there are no keys with values", "没有“键: 值”"),
    "data-too-deep": ("values are nested too deeply", "值嵌套过深"),
    "data-too-large": ("there are too many values", "值过多"),
    "json-key": ("a key in double quotation marks was expected", "这里应当是双引号中的键"),
    "json-colon": ("a colon was expected", "这里应当是冒号"),
    "json-comma": ("a comma or a closing bracket was expected", "这里应当是逗号或右括号"),
    "json-value": ("a value was expected", "这里应当是一个值"),
    "json-string": ("the text is not closed on its line or holds a bad escape", "文字没有在本行闭合，或含有错误的转义"),
    "json-trailing": ("nothing may follow the closing brace on its line", "右花括号之后本行不能再有内容"),
    "toml-key": ("a key was expected", "这里应当是一个键"),
    "toml-equals": ("a `=` was expected after the key", "键后面应当是 `=`"),
    "toml-value": (
      "a value was expected; texts must stand in quotation marks", "这里应当是一个值；文字要放在引号里"
    ),
    "toml-string": (
      "the text is not closed, or holds a bad escape or a control character",
      "文字没有闭合，或含有错误的转义、控制字符"
    ),
    "toml-header": ("the brackets of the table's name are not closed", "表名的方括号没有闭合"),
    "toml-bracket": ("a comma or a closing bracket is missing", "缺少逗号或右括号"),
    "toml-line-end": ("nothing but a comment may follow the value on its line", "值之后本行只能有注释"),
    // What a value should have been, in front matter.
    "author": ("a name, or `name` and `url`", "一个名字，或 `name` 与 `url`"),
    "cover": ("a path, or `path` and `alt`", "一个路径，或 `path` 与 `alt`"),
    "address-word": ("a word without slashes", "不含斜杠的词"),
    "tabs": (
      "two to five of `home`, `categories`, `tags`, `archives`, `documents`, `more`, none twice",
      "`home`、`categories`、`tags`、`archives`、`documents`、`more` 中的两到五个，不重复"
    ),
    "origin": (
      "scheme and host alone, such as `https://example.com`; a path goes into `base-path`",
      "只有协议和主机，形如 `https://example.com`；路径请写在 `base-path`"
    ),
    "permalink": (
      "a path with `:title`, such as `/posts/:title/`; also `:year`, `:month`, `:day`, `:categories`",
      "含 `:title` 的路径，形如 `/posts/:title/`；还可用 `:year`、`:month`、`:day`、`:categories`"
    ),
    "local-copy": ("`address` and `file`", "`address` 与 `file`"),
    "menu-item": ("`title` and `target`", "`title` 与 `target`"),
    "appid": ("an AppID: `wx` and sixteen letters or digits", "AppID：`wx` 加十六位字母或数字"),
    "size": ("a size such as `20MB`", "形如 `20MB` 的大小"),
    // What is wrong with a formula.
    "tex-argument": ("something must follow here", "后面缺少内容"),
    "tex-open-brace": ("this brace is not closed", "这个花括号没有闭合"),
    "tex-close-brace": ("this brace closes nothing", "这个花括号没有对应的开头"),
    "tex-alignment": (
      "`&` belongs into a matrix or an alignment; a plain sign is `\\&`", "`&` 只能写在矩阵或对齐环境里；符号本身写 `\\&`"
    ),
    "tex-left": ("`\\left` has no `\\right`", "`\\left` 没有对应的 `\\right`"),
    "tex-right": ("`\\right` has no `\\left`", "`\\right` 没有对应的 `\\left`"),
    "tex-begin": ("the environment that begins here is not ended by the same name", "此处开始的环境没有以同一个名字结束"),
    "tex-end": ("`\\end` without `\\begin`", "`\\end` 没有对应的 `\\begin`"),
    "tex-double-script": ("a second script on the same side; put the first into braces", "同一侧有两个上标或下标，请用花括号分组"),
    "tex-delimiter": ("a delimiter was expected, such as `(`, `\\{` or `.`", "这里应当是定界符，如 `(`、`\\{` 或 `.`"),
    "tex-bad-argument": ("this cannot stand here", "这里不能这样写"),
    "tex-too-deep": ("it is nested too deeply", "嵌套过深"),
    "tex-too-long": ("its macros never come to an end", "宏的展开没有尽头"),
    // What is wrong with a template.
    "unclosed-tag": ("a tag is not closed", "标签没有闭合"),
    "unclosed-section": ("a section is not closed", "区段没有闭合"),
    "mismatched-section": ("a section is closed by another name", "区段的开头与结尾名字不同"),
    "unopened-section": ("a section is closed that was never opened", "关闭了从未打开的区段"),
    "empty-tag": ("a tag has no name", "标签里没有名字"),
    "bad-name": ("a name holds blanks", "名字里有空格"),
    "not-text": (
      "a list or an object cannot be printed; open a section with `#`", "列表或对象不能直接输出，请用 `#` 打开区段"
    ),
    "bad-delimiters": ("the delimiters are not two words", "分隔符写法不对"),
    "too-deep": ("sections or partials are nested too deeply", "区段或片段嵌套过深"),
    // Why an image was not converted.
    "too-many-pixels": ("it has too many pixels", "像素太多"),
    "timeout": ("the tool took too long", "工具超时"),
    "damaged": ("the file is damaged", "文件已损坏"),
    "unsupported": ("the format is not supported", "不支持这种格式"),
    // What breaks a rule of the mini-program platform.
    "unclosed-comment": ("a comment is not closed", "注释没有闭合"),
    "bare-angle": ("a < that begins no tag", "< 后面不是标签"),
    "bad-attribute": ("a name was expected", "这里应当是一个名字"),
    "no-blank": ("a blank is missing before this attribute", "这个属性前面缺少空格"),
    "unquoted-value": ("the value must stand in quotation marks", "值要放在引号里"),
    "unclosed-value": ("the quotation mark is not closed", "引号没有闭合"),
    "unclosed-string": ("a text is not closed, or holds what it may not", "文字没有闭合，或含有不能写的内容"),
    "call": ("it calls a method", "调用了方法"),
    "empty": ("it is empty", "里面是空的"),
    "bracket": ("a bracket has no partner", "括号不成对"),
    "unclosed": ("the closing braces are missing", "缺少结尾的花括号"),
    "template-literal": ("text in backquotes", "反引号里的文字"),
    "keyword": ("a word that belongs to scripts only", "只能写在脚本里的词"),
    "operator": ("an operator is missing or unknown here", "这里缺少运算符，或运算符不认识"),
    "arrow": ("an arrow function", "箭头函数"),
    "optional-chaining": ("?. is not known", "不认识 ?."),
    "nullish": ("?? is not known", "不认识 ??"),
    "literal-member": ("a member of a literal", "取字面量的成员"),
    "assignment": ("an assignment", "赋值"),
    "not-utf8": ("it is not UTF-8", "不是 UTF-8"),
    "byte-order-mark": ("it begins with a byte order mark", "以 BOM 开头"),
    "json-comment": ("JSON has no comments", "JSON 里没有注释"),
    "style-element": ("it has a <style> element", "含有 <style> 元素"),
    "percentage": ("it has a percentage", "含有百分比"),
    "unfinished": ("it ends within a rule", "到文件末尾规则还没有写完"),
    "no-selector": ("there is no selector", "没有选择器"),
    "declaration": ("this is no declaration", "这不是一条声明"),
    "root-name": ("it is empty or reserved", "为空，或是保留的名字"),
    "root-twice": ("another subpackage has it", "与另一个分包相同"),
    "root-nested": ("it lies in another subpackage, or another in it", "与另一个分包互相包含"),
    "icon-format": ("only PNG and JPEG are taken", "只接受 PNG 和 JPEG"),
    "icon-bytes": ("it has more than 40 KB", "超过 40 KB"),
    "icon-top": ("a tab bar at the top shows no icons", "标签栏在顶部时不显示图标"),
    "id-digit": ("an id must not begin with a digit", "id 不能以数字开头"),
    "id-twice": ("another element of the page has it", "页面里另一个元素也用了它"),
    "icon-size": ("it is not 81 by 81 pixels", "不是 81×81 像素"),
  ]
}
