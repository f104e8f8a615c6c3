internal import Diagnostics
internal import Manuscript
internal import MiniProgramEdition
internal import Pressroom

/// The last words of a build.
struct BuildSummary {
  var build: Build
  var options: PressOptions
  var counts: DiagnosticCounts
  var language: Language
  var style: TerminalStyle
  var isVerbose: Bool
  /// How to write a path of the output folder so that users can open it.
  var outputPrefix: String

  var text: String {
    var result = headline + "\n"
    result += table
    if isVerbose { result += changedFiles }
    let report = AdaptationReport(build.adaptations).describe(in: language, style: style, isVerbose: isVerbose)
    if !report.isEmpty { result += "\n" + report }
    if isVerbose, options.editions.contains(.miniProgram) { result += "\n" + privacyGuide }
    return result
  }

  /// `✓ 12 articles printed in 0.42 s · 2 warnings`
  private var headline: String {
    let statistics = build.statistics
    let articles = words(
      statistics.articles == 1 ? "1 article" : "\(statistics.articles) articles", "\(statistics.articles) 篇文章",
      in: language)
    let time = Self.seconds(statistics.seconds, in: language)
    let outcome: String
    if build.hasErrors {
      outcome =
        options.delivers
        ? words("nothing delivered; what stood there stays", "没有交付，原有的输出保持不变", in: language)
        : words("errors found", "有错误", in: language)
    } else if options.delivers {
      outcome = words("\(articles) printed in \(time)", "\(articles)印好了，用时 \(time)", in: language)
    } else {
      outcome = words("\(articles) checked in \(time)", "\(articles)检查完毕，用时 \(time)", in: language)
    }
    let mark = build.hasErrors ? style.paint("✗", .error) : style.paint("✓", .good)
    let found = counts.describe(in: language)
    let role: TerminalStyle.Role = counts.errors > 0 ? .error : counts.warnings > 0 ? .warning : .faint
    return mark + " " + style.paint(outcome, .strong) + (found.isEmpty ? "" : " · " + style.paint(found, role))
  }

  private var table: String {
    let statistics = build.statistics
    var table = TextTable()
    if build.hasErrors { return "" }
    for edition in Edition.allCases where options.editions.contains(edition) {
      let pages = statistics.pages[edition, default: 0]
      var row = [
        Self.title(of: edition, in: language),
        words(pages == 1 ? "1 page" : "\(pages) pages", "\(pages) 页", in: language),
        statistics.bytes[edition].flatMap { $0 > 0 ? ByteCount.describe($0) : nil } ?? "",
      ]
      if build.isDelivered { row.append(style.paint(PrintableText.safe(outputPrefix + edition.folder), .faint)) }
      table.add(row)
      if edition == .miniProgram {
        for package in statistics.packages where statistics.packages.count > 1 {
          table.add(["", PrintableText.safe(package.name), ByteCount.describe(package.bytes)])
        }
      }
    }
    var result = table.lines(indent: 2)
    if options.delivers, build.isDelivered {
      let (written, unchanged, removed) = (
        statistics.filesWritten, statistics.filesUnchanged, statistics.filesRemoved
      )
      result +=
        "  "
        + words(
          "Files: \(written) written, \(unchanged) unchanged, \(removed) removed",
          "文件：写入 \(written)，未变 \(unchanged)，删除 \(removed)", in: language) + "\n"
    }
    return result
  }

  /// Under `--verbose`: what the platform's privacy guide must say, in the language of its form.
  private var privacyGuide: String {
    let heading = words(
      "For the mini-program's privacy guide (用户隐私保护指引), ready to paste:", "小程序「用户隐私保护指引」里要写的，可以直接粘贴：",
      in: language)
    let lines =
      build.statistics.privacyPurposes.map(PrivacyStatement.line) + PrivacyStatement.paragraphs(.simplifiedChinese)
    return style.paint(heading, .strong) + "\n" + lines.map { "  " + $0 + "\n" }.joined()
  }

  /// Under `--verbose`: what was written (`+`) and removed (`-`).
  private var changedFiles: String {
    let lines =
      build.written.map { "  " + style.paint("+", .good) + " " + PrintableText.safe($0) }
      + build.removed.map { "  " + style.paint("-", .error) + " " + PrintableText.safe($0) }
    return lines.isEmpty ? "" : "\n" + lines.joined(separator: "\n") + "\n"
  }

  static func title(of edition: Edition, in language: Language) -> String {
    switch edition {
    case .site: words("Website", "网站", in: language)
    case .miniProgram: words("Mini-program", "小程序", in: language)
    }
  }

  /// `0.42 s`, `12.3 s`, `2 min 5 s`.
  static func seconds(_ seconds: Double, in language: Language) -> String {
    let hundredths = Int((seconds * 100).rounded())
    if hundredths < 1000 {
      let fraction = hundredths % 100
      return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) " + words("s", "秒", in: language)
    }
    if seconds < 60 {
      let tenths = Int((seconds * 10).rounded())
      return "\(tenths / 10).\(tenths % 10) " + words("s", "秒", in: language)
    }
    let whole = Int(seconds.rounded())
    return words("\(whole / 60) min \(whole % 60) s", "\(whole / 60) 分 \(whole % 60) 秒", in: language)
  }
}
