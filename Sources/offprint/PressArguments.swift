internal import ArgumentParser
internal import Manuscript
internal import Pressroom

/// `--edition`.
enum EditionChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
  case site, miniprogram, all

  var editions: Set<Edition> {
    switch self {
    case .site: [.site]
    case .miniprogram: [.miniProgram]
    case .all: Set(Edition.allCases)
    }
  }
}

/// Where the source folder is.
struct SourceOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: .init(
      words("The folder that holds offprint.yml and content/.", "放着 offprint.yml 和 content/ 的文件夹。"), valueName: "dir"),
    completion: .directory)
  var source = "."
}

/// What a build is asked to do.
struct PressArguments: ParsableArguments {
  @OptionGroup var place: SourceOptions

  @Option(
    name: .shortAndLong,
    help: .init(
      words("The folder for web/ and miniprogram/ (_site in the source).", "输出文件夹（默认是源文件夹里的 _site）。"), valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(name: .shortAndLong, help: .init(words("What to print.", "印哪个版本。")))
  var edition = EditionChoice.all

  @Flag(help: .init(words("With drafts.", "包括草稿。")))
  var drafts = false

  @Flag(help: .init(words("With articles dated in the future.", "包括日期在未来的文章。")))
  var future = false

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: .init(words("Threads (as many as there are cores).", "线程数（默认等于核数）。"), valueName: "n"))
  var jobs: Int?

  @Flag(help: .init(words("Every warning is an error.", "警告一律算错误。")))
  var strict = false

  @Flag(
    help: .init(words("Relative addresses, for reading the site from a disk.", "网站用相对网址，可以直接从硬盘打开。")))
  var relative = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError(words("--jobs must be between 1 and 1024.", "--jobs 应在 1 与 1024 之间。"))
    }
    let source = FilePlace.absolute(place.source)
    for folder in ["content", "assets"].map({ FilePlace.join(source, $0) }) {
      if let output = output.map(FilePlace.absolute), output == folder || FilePlace.relative(output, to: folder) != nil
      {
        throw ValidationError(
          words(
            "--output must not be in content/ or assets/: the next build would take its files for yours.",
            "--output 不能在 content/ 或 assets/ 里面：下次构建会把输出当成你的文件。"))
      }
    }
    if Environment.now() == nil {
      throw ValidationError(
        words(
          "SOURCE_DATE_EPOCH must be a whole number of seconds since 1970.", "SOURCE_DATE_EPOCH 应是自 1970 年起的整秒数。"))
    }
  }

  /// The same as the press wants it.
  ///
  /// - Parameter external: whether pages elsewhere are asked if they still answer.
  func options(delivers: Bool, external: Bool = false) -> PressOptions {
    let source = FilePlace.absolute(place.source)
    return PressOptions(
      source: source, output: output.map(FilePlace.absolute) ?? FilePlace.join(source, "_site"),
      editions: edition.editions, showsDrafts: drafts ? true : nil, showsFuture: future ? true : nil, jobs: jobs,
      isStrict: strict, delivers: delivers, isRelative: relative, checksExternalLinks: external,
      now: Environment.now() ?? 0, toolVersion: Version.current)
  }
}
