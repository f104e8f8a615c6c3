import Foundation
import Testing

@testable import Diagnostics
@testable import offprint

/// What the program says of itself, and with which status it leaves.
@Suite struct UsageTests {
  @Test func helpLeavesZeroInBothLanguages() throws {
    let program = try Program()
    defer { program.remove() }
    let english = try program.run("--help")
    #expect(english.status == 0 && english.errors.isEmpty)
    for word in [
      "build", "check", "report", "dump", "explain", "new", "init", "version", "USAGE:", "0  all is well", "3  trouble",
    ] {
      #expect(english.output.contains(word), "\(word)")
    }
    let chinese = try program.run("--help", environment: ["LANG": "zh_CN.UTF-8"])
    #expect(chinese.output.contains("用法：") && chinese.output.contains("退出码"))
    for command in ["build", "check", "report", "dump", "explain", "new", "init", "version"] {
      let screen = try program.run(command, "--help", "--language", "zh-Hans")
      #expect(screen.status == 0 && screen.output.contains("概述："), "\(command)")
      for english in ["USAGE", "OPTIONS", "OVERVIEW", "Show help", "default:", "values:"] {
        #expect(!screen.output.contains(english), "\(command) still says \(english)")
      }
    }
  }

  @Test(arguments: [
    ["--foo"], ["build", "x", "y"], ["--edition", "paper"], ["dump"], ["explain", "nope"], ["--jobs", "0"],
    ["--jobs", "many"],
    ["-q", "-v"], ["--format"], ["new"], ["new", "  "], ["init"], ["--language", "fr"], ["--color", "red"],
    ["serve", "--host", "192.168.1.5"], ["serve", "--host", "0.0.0.0"], ["serve", "--host", "::"],
    ["--output", "content"], ["--output", "assets/out"], ["--generate-completion-script", "tcsh"],
    ["serve", "--host", "fe80::1"], ["serve", "--port", "70000"], ["serve", "--key", "a.key"],
  ])
  func aWrongCallLeavesTwo(arguments: [String]) throws {
    let program = try Program()
    defer { program.remove() }
    let english = try program.run(arguments)
    #expect(english.status == 2)
    #expect(english.output.isEmpty && english.errors.hasPrefix("Error: "))
    let chinese = try program.run(arguments, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(chinese.status == 2)
    #expect(chinese.errors.hasPrefix("错误：") && !chinese.errors.contains("Usage:"))
  }

  @Test(arguments: [
    (["biuld"], "'biuld'. Did you mean 'build'?", "'biuld'。是不是想写 'build'？\n"),
    (
      ["--source", ".", "check"], "'check'. The command comes first: offprint check", "'check'。命令要写在最前面：offprint check"
    ),
  ])
  func aCommandThatIsMisspeltOrMisplacedIsNamed(arguments: [String], english: String, chinese: String) throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run(arguments).errors.contains(english))
    #expect(try program.run(arguments, environment: ["LANG": "zh_CN.UTF-8"]).errors.contains(chinese))
    // A word that is near to no command, or stands behind one, is none.
    #expect(try !program.run("zzzzzz").errors.contains("Did you mean"))
    #expect(try !program.run("build", "check").errors.contains("The command comes first"))
  }

  /// As make and ninja take it.
  @Test func theCountOfJobsMayStandAtItsOption() throws {
    let program = try Program()
    defer { program.remove() }
    try program.write("content/posts/2024-01-01-a.md", "A.\n")
    #expect(try program.run("check", "-j2").status == 0)
    #expect(try program.run("check", "-j0").status == 2)
  }

  private struct Explained: Decodable, Equatable {
    var kind: String
    var code: String
    var severity: String
    var message: String
    var detail: String
    var help: String
  }

  @Test func explanationsAreThereForPrograms() throws {
    let program = try Program()
    defer { program.remove() }
    let all = try program.run("explain", "--format", "json", "--language", "zh-Hans").output.split(separator: "\n").map
    {
      try JSONDecoder().decode(Explained.self, from: Data($0.utf8))
    }
    #expect(all.map(\.code) == Diagnostic.Code.allCases.map(\.rawValue))
    let one = try program.run("explain", "--format", "json", "--language", "zh-Hans", "broken-link").output
    #expect(try JSONDecoder().decode(Explained.self, from: Data(one.utf8)) == all.first { $0.code == "broken-link" })
  }

  @Test func aBadEpochIsAWrongCall() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("build", environment: ["SOURCE_DATE_EPOCH": "yesterday"]).status == 2)
  }

  @Test func versionIsTheSameEverywhere() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("version").output == "offprint \(Version.current)\n")
    #expect(try program.run("--version").output == "offprint \(Version.current)\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreThere(shell: String) throws {
    let program = try Program()
    defer { program.remove() }
    let result = try program.run("--generate-completion-script", shell)
    #expect(result.status == 0 && result.output.contains("broken-link") && result.output.contains("explain"))
  }

  @Test func optionsBeforeLocaleBeforeEnglish() {
    func language(_ arguments: [String], _ environment: [String: String]) -> Language {
      Tongue.language(arguments: arguments, environment: { environment[$0] })
    }
    #expect(language([], [:]) == .english)
    #expect(language([], ["LANG": "zh_CN.UTF-8"]) == .simplifiedChinese)
    #expect(language([], ["LANG": "zh_CN.UTF-8", "LC_ALL": "C"]) == .english)
    #expect(language([], ["LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "en_US"]) == .simplifiedChinese)
    #expect(language(["--language", "en"], ["LANG": "zh_CN"]) == .english)
    #expect(language(["--language=zh-Hans"], [:]) == .simplifiedChinese)
    #expect(language(["--language", "fr"], ["LANG": "zh_CN"]) == .simplifiedChinese)
    #expect(language(["--", "--language", "zh-Hans"], [:]) == .english)
  }
}
