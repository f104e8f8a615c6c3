internal import ArgumentParser
internal import Diagnostics
internal import Manuscript
internal import Pressroom

/// `offprint init`: a source folder that builds at once.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: words("Create a source folder to begin with.", "新建一个可以马上使用的源文件夹。"),
    discussion: words(
      "The folder must be empty or not exist yet.", "文件夹必须是空的，或尚不存在。"))

  @Argument(help: .init(words("The folder.", "文件夹。"), valueName: "dir"), completion: .directory)
  var folder: String

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if Environment.now() == nil {
      throw ValidationError(
        words(
          "SOURCE_DATE_EPOCH must be a whole number of seconds since 1970.", "SOURCE_DATE_EPOCH 应是自 1970 年起的整秒数。"))
    }
  }

  func run() throws {
    var reporter = Reporter(output)
    let root = FilePlace.absolute(folder)
    do {
      if FilePlace.exists(root), FilePlace.isEmptyFolder(root) != true {
        throw PressError(Diagnostic(.alreadyExists, path: "", arguments: [root]))
      }
      let now = Environment.now() ?? 0
      let date = ArticleDate(seconds: now, offsetMinutes: Environment.offsetMinutes(at: now))
      for (path, text) in Starter(language: Tongue.current, date: date).files {
        let parts = path.split(separator: "/").dropLast()
        try FileCreation.folder(parts.isEmpty ? root : FilePlace.join(root, parts.joined(separator: "/")))
        try FileCreation.file(FilePlace.join(root, path), text)
        if !output.quiet { output.output.write("  + \(PrintableText.safe(path))\n") }
      }
    } catch {
      throw reporter.stop(error)
    }
    let shown = PrintableText.safe(folder)
    if !output.quiet {
      output.output.write(
        words("Ready. Now: cd \(shown) && offprint build\n", "好了。接下来：cd \(shown) && offprint build\n"))
    }
  }
}
