internal import Diagnostics

extension DiagramDrawer {
  /// What is wrong with a graph, and where. Graphviz tells the line alone: where its words stand there several times, it
  /// is asked again with every token on a line of its own.
  func complaint(
    _ answer: ChildProcess.Outcome, _ text: [UInt8], _ tokens: [DotScanner.Token]
  ) async -> Outcome {
    guard answer.status != nil else { return .refused(.toolFailed, [GraphvizWords(answer.errors).reason], nil) }
    let words = GraphvizWords(answer.errors)
    guard !tokens.isEmpty, !answer.errors.isEmpty else { return .refused(.diagramSyntax, ["", "no-graph"], nil) }
    guard let line = words.line else {
      // Of a label in HTML it tells a line of the label alone.
      let labels = tokens.filter { $0.kind == .html }
      return .refused(.diagramSyntax, ["", words.reason], labels.count == 1 ? labels[0].range : nil)
    }
    if words.near.isEmpty {
      // A string that never ends, or a graph: where it begins, or the last word.
      let open = tokens.first { $0.kind == .string && Self.isOpen($0, text) } ?? tokens[tokens.count - 1]
      return .refused(.diagramSyntax, ["", open.kind == .string ? "open-string" : "open-graph"], open.range)
    }
    let lines = LineIndex(text)
    var suspects = tokens.filter { token in
      text[token.range].elementsEqual(words.near.utf8) && lines.position(of: token.range.lowerBound).line == line
    }
    if suspects.count > 1, let exact = await exactToken(text, tokens) { suspects = [exact] }
    return .refused(.diagramSyntax, [words.near], suspects.first?.range)
  }

  private static func isOpen(_ token: DotScanner.Token, _ text: [UInt8]) -> Bool {
    token.range.count < 2 || text[token.range.upperBound - 1] != UInt8(ascii: "\"")
  }

  private func exactToken(_ text: [UInt8], _ tokens: [DotScanner.Token]) async -> DotScanner.Token? {
    var spread: [UInt8] = []
    var lineOf: [Int] = []
    var line = 1
    for token in tokens {
      lineOf.append(line)
      spread += text[token.range]
      spread.append(10)
      line += text[token.range].reduce(into: 1) { if $1 == 10 { $0 += 1 } }
    }
    guard let answer = await run(spread), let found = GraphvizWords(answer.errors).line,
      let index = lineOf.firstIndex(of: found)
    else { return nil }
    return tokens[index]
  }

  /// The place in the article of a place in a graph: lines of the graph are ends of the article's, behind what quotes and
  /// lists put before them.
  func place(
    _ range: Range<Int>, of text: [UInt8], in article: (path: String, range: SourceRange)
  ) -> SourceRange {
    guard let bytes = FileSystem.read(source + "/" + article.path) else { return article.range }
    let (start, end) = (Int(article.range.start), min(Int(article.range.end), bytes.count))
    guard start < end else { return article.range }
    let before = text[..<range.lowerBound]
    var lineStart = start
    // The fence, and the lines of the graph before this one.
    for _ in 0...before.count(where: { $0 == 10 }) {
      guard let feed = bytes[lineStart..<end].firstIndex(of: 10) else { return article.range }
      lineStart = feed + 1
    }
    var lineEnd = bytes[lineStart...].firstIndex(of: 10) ?? bytes.count
    if lineEnd > lineStart, bytes[lineEnd - 1] == 13 { lineEnd -= 1 }
    let graphStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    let graphEnd = text[range.lowerBound...].firstIndex(of: 10) ?? text.count
    let found = lineEnd - (graphEnd - range.lowerBound)
    guard found >= lineStart, graphStart <= range.lowerBound else { return article.range }
    return SourceRange(found..<min(found + min(range.count, graphEnd - range.lowerBound), lineEnd))
  }
}
