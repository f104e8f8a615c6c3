import Diagnostics
import Manuscript

/// The bytes of one file in the form in which they are parsed: valid UTF-8 without U+0000, so that offsets found in
/// the parsed tree are offsets here. Where bytes had to be replaced, `repairs` leads back to those of the file.
struct MarkdownSource {
  /// From this offset in `bytes` on, file offsets are `delta` less.
  struct Repair {
    var offset: Int
    var delta: Int
  }

  /// Front matter and body.
  private(set) var bytes: [UInt8]
  let bodyStart: Int
  /// Ascending; empty for nearly every file.
  let repairs: [Repair]
  /// Whether `LiquidAddress` has changed bytes.
  let hasConcealedAddresses: Bool

  /// Reports `invalid-encoding` at the first bytes that it replaces by U+FFFD, with the number of places.
  init(_ file: SourceFile, bodyStart: Int, context: ReadingContext) {
    self.bodyStart = min(max(bodyStart, 0), file.bytes.count)
    let body = self.bodyStart..<file.bytes.count
    var bytes = file.bytes
    var repairs: [Repair] = []
    if let first = bytes.withUnsafeBufferPointer({ UTF8Check.firstFault($0, in: body) }) {
      var repairer = SourceRepairer(bytes: file.bytes, context: context)
      repairer.run(from: first)
      bytes = repairer.output
      repairs = repairer.repairs
    }
    hasConcealedAddresses =
      context.options.dialect == .offprint && LiquidAddress.conceal(&bytes, from: self.bodyStart)
    self.bytes = bytes
    self.repairs = repairs
  }

  /// The same without anything to parse.
  var withoutBody: MarkdownSource {
    var copy = self
    copy.bytes.removeSubrange(bodyStart...)
    return copy
  }

  /// The file's bytes that a range of `bytes` was made from.
  func fileRange(_ range: Range<Int>) -> SourceRange {
    if repairs.isEmpty { return SourceRange(range) }
    let start = fileOffset(range.lowerBound)
    return SourceRange(start..<max(start, fileOffset(range.upperBound)))
  }

  private func fileOffset(_ offset: Int) -> Int {
    var low = 0
    var high = repairs.count
    while low < high {
      let middle = (low + high) / 2
      if repairs[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? offset : offset - repairs[low - 1].delta
  }
}

/// Replaces what is no UTF-8.
private struct SourceRepairer {
  let bytes: [UInt8]
  let context: ReadingContext
  var output: [UInt8] = []
  var repairs: [MarkdownSource.Repair] = []
  private var lastFaultEnd = -1
  private var firstPlace: Range<Int>?
  private var places = 0

  init(bytes: [UInt8], context: ReadingContext) {
    self.bytes = bytes
    self.context = context
  }

  mutating func run(from first: Int) {
    output.reserveCapacity(bytes.count + 64)
    var copied = 0
    var fault: Int? = first
    while let position = fault {
      output += bytes[copied..<position]
      let count = bytes.withUnsafeBufferPointer { UTF8Check.faultLength($0, at: position) }
      output += [0xEF, 0xBF, 0xBD]
      note(position..<position + count)
      copied = position + count
      repairs.append(MarkdownSource.Repair(offset: output.count, delta: output.count - copied))
      fault = bytes.withUnsafeBufferPointer { UTF8Check.firstFault($0, in: copied..<bytes.count) }
    }
    output += bytes[copied...]
    report()
  }

  // Faults that touch are one place; the first of them stands for all.
  private mutating func note(_ range: Range<Int>) {
    if range.lowerBound != lastFaultEnd { places += 1 }
    if firstPlace == nil || (places == 1) {
      firstPlace = (firstPlace?.lowerBound ?? range.lowerBound)..<range.upperBound
    }
    lastFaultEnd = range.upperBound
  }

  private func report() {
    guard let firstPlace else { return }
    context.report(.invalidEncoding, at: SourceRange(firstPlace), [String(places)])
  }
}
