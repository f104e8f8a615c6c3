internal import Diagnostics

/// ArgumentParser's own words in the language of this run.
///
/// The library speaks English only and builds whole screens; what it says has few shapes, which are replaced here. What
/// is not known stays English rather than wrong.
enum UsageText {
  static func translated(_ text: String, to language: Language) -> String {
    switch language {
    case .english: text
    case .simplifiedChinese:
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
    }
  }

  private static func line(_ line: String) -> String {
    var line = line
    for (english, chinese) in beginnings where line.hasPrefix(english) {
      line = chinese + phrases(String(line.dropFirst(english.count)))
      // The end of a sentence that closes with a name in quotation marks.
      for (english, chinese) in [("'.", "'。"), ("'?", "'？")] where line.hasSuffix(english) {
        line = line.dropLast(english.count) + chinese
      }
      return line
    }
    return phrases(line)
  }

  private static func phrases(_ line: String) -> String {
    var line = line
    for (english, chinese) in phrases {
      while let place = range(of: english, in: line) { line.replaceSubrange(place, with: chinese) }
    }
    return line
  }

  private static func range(of needle: String, in text: String) -> Range<String.Index>? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(needle) { return index..<text.index(index, offsetBy: needle.count) }
      index = text.index(after: index)
    }
    return nil
  }

  private static let beginnings = [
    ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
    ("SUBCOMMANDS:", "命令："), ("Error: ", "错误："), ("Help:  ", "说明：  "),
    ("  See '", "  请看 '"),
  ]

  private static let phrases = [
    ("Show help information.", "显示帮助。"), ("Show subcommand help information.", "显示某个命令的帮助。"),
    ("Show the version.", "显示版本。"), (" (default)", "（默认）"), ("(default: ", "(默认："), ("(values: ", "(可取："),
    // At the end of a line that is wrapped there.
    ("(default:", "(默认："), ("(values:", "(可取："),
    ("; default: ", "；默认："), ("default: ", "默认："), ("; default:", "；默认："),
    ("'. Did you mean '", "'。是不是想写 '"), (" unexpected arguments: '", " 个多余的参数：'"),
    ("'. Please provide one of ", "'。请从这些当中选一个："),
    (" for more information.", "。"), (" for detailed help.", "。"), ("Unknown option '", "不认识的选项 '"),
    ("Did you mean '", "是不是想写 '"), ("'. The command comes first: offprint ", "'。命令要写在最前面：offprint "),
    ("Unexpected argument '", "多余的参数 '"), ("Missing expected argument '", "缺少参数 '"),
    ("Missing value for '", "缺少选项的值 '"), ("The value '", "值 '"), ("' is invalid for '", "' 不适用于 '"),
    ("Please provide one of ", "请从这些当中选一个："), ("' and '", "'、'"), ("' or '", "' 或 '"), ("', '", "'、'"),
    ("Can't generate completion scripts for '", "没有这种外壳的补全脚本：'"),
    ("Please use --generate-completion-script=<shell> with one of:", "可以用 --generate-completion-script=<外壳>，外壳是："),
  ]
}
