internal import ArgumentParser
internal import Diagnostics
internal import Manuscript

/// `offprint new`: a new post with its front matter.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: words("Begin a new post.", "新写一篇文章。"),
    discussion: words(
      "Creates content/posts/YYYY-MM-DD-title.md; a file that exists is never overwritten.",
      "新建 content/posts/YYYY-MM-DD-标题.md；绝不覆盖已有的文件。"))

  @Argument(help: .init(words("The title.", "标题。"), valueName: "title"))
  var title: String

  @Flag(help: .init(words("Mark it as a draft.", "标为草稿。")))
  var draft = false

  @OptionGroup var place: SourceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if title.allSatisfy(\.isWhitespace) { throw ValidationError(words("The title is empty.", "标题是空的。")) }
    if Environment.now() == nil {
      throw ValidationError(
        words(
          "SOURCE_DATE_EPOCH must be a whole number of seconds since 1970.", "SOURCE_DATE_EPOCH 应是自 1970 年起的整秒数。"))
    }
  }

  func run() throws {
    var reporter = Reporter(output)
    do {
      let source = FilePlace.absolute(place.source)
      try SourceFolder.require(source)
      let now = Environment.now() ?? 0
      let date = ArticleDate(seconds: now, offsetMinutes: Environment.offsetMinutes(at: now))
      let draft = NewArticle(title: title, date: date, isDraft: draft)
      let posts = FilePlace.join(source, "content/posts")
      try FileCreation.folder(posts)
      try FileCreation.file(FilePlace.join(posts, draft.fileName), draft.text)
      let shown = FilePlace.prefix(forSource: place.source) + "content/posts/" + draft.fileName
      if !output.quiet { output.output.write(PrintableText.safe(shown) + "\n") }
    } catch {
      throw reporter.stop(error)
    }
  }
}
