/// The words of a piece of an article, without markup: for search, summaries, titles and counting.
///
/// Blocks are separated by one line feed, table cells by one blank; a line end inside a paragraph is one blank, or
/// nothing between two Chinese characters (`EastAsianText`). Footnote marks are left out, code and TeX are kept as
/// they are, a ruby reading stands in parentheses after its base.
package struct PlainText {
  package struct Options: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// An image is its alternative text; without this it is nothing.
    package static let imageAlternatives = Options(rawValue: 1)
  }

  /// What stands between the text so far and the next piece, if one comes.
  enum Separator { case none, softBreak, blank, line }

  let options: Options
  var output: [UInt8]
  /// Where this text begins in `output`: nothing separates it from what was there before.
  let start: Int
  var pending = Separator.none

  private init(_ options: Options, after output: [UInt8]) {
    self.options = options
    self.output = output
    start = output.count
  }

  /// Appends the text of blocks; what `output` held before is not separated from it.
  package static func append(_ blocks: [Block], to output: inout [UInt8], options: Options = []) {
    extend(&output, options) { $0.write(blocks) }
  }

  /// Appends the text of a block; what `output` held before is not separated from it.
  package static func append(_ block: Block, to output: inout [UInt8], options: Options = []) {
    extend(&output, options) { $0.write(block.kind) }
  }

  /// Appends the text of inlines; what `output` held before is not separated from it.
  package static func append(_ inlines: [Inline], to output: inout [UInt8], options: Options = []) {
    extend(&output, options) { $0.write(inlines) }
  }

  package static func text(of blocks: [Block], options: Options = []) -> Text {
    var bytes: [UInt8] = []
    append(blocks, to: &bytes, options: options)
    return Text(bytes: bytes)
  }

  package static func text(of inlines: [Inline], options: Options = []) -> Text {
    var bytes: [UInt8] = []
    append(inlines, to: &bytes, options: options)
    return Text(bytes: bytes)
  }

  // Moves the buffer in and out, so that it is never copied.
  private static func extend(_ output: inout [UInt8], _ options: Options, _ body: (inout PlainText) -> Void) {
    var buffer: [UInt8] = []
    swap(&buffer, &output)
    var text = PlainText(options, after: buffer)
    buffer = []
    body(&text)
    swap(&text.output, &output)
  }

  mutating func separate(_ separator: Separator) {
    switch (pending, separator) {
    case (_, .none), (.line, _), (.blank, .softBreak): break
    case (_, .line), (_, .blank), (_, .softBreak): pending = separator
    }
  }

  mutating func write(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    if pending != .none, output.count > start {
      switch pending {
      case .none: break
      case .line: output.append(0x0A)
      case .blank: if output.last != 0x20, first != 0x20 { output.append(0x20) }
      case .softBreak:
        let left = EastAsianText.last(output)
        if left != 0x20, first != 0x20, EastAsianText.needsBlank(after: left, before: EastAsianText.first(bytes)) {
          output.append(0x20)
        }
      }
    }
    pending = .none
    bytes.withUnsafeBufferPointer { output.append(contentsOf: $0) }
  }
}
