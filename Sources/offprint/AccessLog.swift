internal import Diagnostics
internal import Preview

/// The access log: one line an answer.
struct AccessLog: Sendable {
  let console: Console
  let isQuiet: Bool

  func write(_ record: AccessRecord) {
    guard !isQuiet else { return }
    let milliseconds = Double(record.microseconds / 100) / 10
    let size = record.bytes > 0 ? " \(ByteCount.describe(record.bytes))" : ""
    console.write(
      PrintableText.safe("\(record.status) \(record.method) \(record.target)") + "\(size) \(milliseconds) ms\n")
  }
}
