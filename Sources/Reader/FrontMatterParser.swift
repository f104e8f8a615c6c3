import Diagnostics
import Manuscript

/// Reads what stands above an article: YAML between `---` and `---` or `...`, TOML between `+++`, or a JSON object.
///
/// Whatever is wrong with it is reported, and the article is read all the same with the fields that could be understood.
enum FrontMatterParser {
  /// - Returns: The fields, and the offset of the article's first byte (behind a byte order mark when there is no
  ///   front matter). In the plain dialect nothing is front matter.
  static func parse(_ context: ReadingContext) -> (FrontMatter, bodyStart: Int) {
    let file = context.file.bytes
    guard context.options.dialect != .plain else { return (FrontMatter(), 0) }
    guard var extent = FrontMatterExtent.find(in: file) else {
      return (FrontMatter(), FrontMatterExtent.textStart(file))
    }
    var document: DataDocument
    switch extent.format {
    case .yaml: document = YAMLReader.read(file, in: extent.content)
    case .toml: document = TOMLReader.read(file, in: extent.content)
    case .json: document = json(file, &extent)
    }
    if let root = document.root, root.entries == nil {
      // Two thematic breaks around a paragraph are no front matter.
      if extent.content.isEmpty || file[extent.content.lowerBound].isBlankOrLineEnd {
        return (FrontMatter(), FrontMatterExtent.textStart(file))
      }
      if !document.problems.contains(where: \.isSyntax) {
        document.problems.append(DataProblem(kind: .syntax("not-a-mapping"), range: root.range))
      }
    }
    reportEncoding(extent, context)
    report(document.problems, extent, context)
    if !extent.isClosed {
      let closing = extent.format.closing
      let end = SourceRange(extent.content.upperBound..<extent.content.upperBound)
      let isLineStart = file[extent.content.upperBound - 1] == UInt8(ascii: "\n")
      context.report(
        .frontMatterUnclosed, at: SourceRange(extent.opening), [closing],
        fixIts: [Diagnostic.FixIt(range: end, replacement: (isLineStart ? "" : "\n") + closing + "\n")])
    }
    guard let entries = document.root?.entries else { return (FrontMatter(), extent.bodyStart) }
    return (FrontMatterDecoder.decode(entries, context), extent.bodyStart)
  }

  /// Reads JSON and finds out where it ends: that is known only then.
  private static func json(_ file: [UInt8], _ extent: inout FrontMatterExtent) -> DataDocument {
    var (document, end) = JSONReader.read(file, in: extent.content)
    let start = extent.content.lowerBound
    if document.problems.contains(where: \.isSyntax) {
      // Go on behind the first line that begins with a brace; without one it is as if it were never closed.
      var line = file.nextLine(after: start)
      while line < file.count, file[line] != UInt8(ascii: "}") {
        if file[line] == 0x0A || file[line] == 0x0D { break }
        line = file.nextLine(after: line)
      }
      extent.isClosed = line < file.count && file[line] == UInt8(ascii: "}")
      extent.content = start..<line
      extent.bodyStart = extent.isClosed ? file.nextLine(after: line) : line
      if !extent.isClosed { document.problems.removeAll(where: \.isSyntax) }
      return document
    }
    extent.content = start..<end
    while end < file.count, file[end] != 0x0A {
      if !file[end].isBlankOrLineEnd {
        let rest = SourceRange(end..<end + 1)
        document.problems.append(DataProblem(kind: .syntax("json-trailing"), range: rest))
        end = file.nextLine(after: end)
        extent.bodyStart = end
        return document
      }
      end += 1
    }
    extent.bodyStart = min(end + 1, file.count)
    return document
  }

  /// All formats read ill-formed UTF-8 as U+FFFD.
  private static func reportEncoding(_ extent: FrontMatterExtent, _ context: ReadingContext) {
    let file = context.file.bytes
    let fault = file.withUnsafeBufferPointer { UTF8Check.firstFault($0, in: extent.content) }
    guard let fault, file[fault] != 0 else { return }
    let count = RepairedText(file[extent.content]).replacements
    context.report(.invalidEncoding, at: SourceRange(fault..<fault + 1), [String(count)])
  }

  private static func report(_ problems: [DataProblem], _ extent: FrontMatterExtent, _ context: ReadingContext) {
    for problem in problems {
      var problem = problem
      if extent.format == .yaml {
        problem = YAMLRepair(file: context.file.bytes, part: extent.content).refined(problem)
      }
      switch problem.kind {
      case .syntax(let word):
        context.report(
          .frontMatterSyntax, at: problem.range, [extent.format.rawValue, word], fixIts: problem.fixIts)
      case .duplicateKey(let key, let first):
        let note = Diagnostic.Note(code: .duplicateKey, arguments: [key], path: context.file.path, range: first)
        context.report(.duplicateKey, at: problem.range, [key], notes: [note])
      }
    }
  }
}
