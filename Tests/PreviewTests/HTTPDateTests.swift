import Foundation
import Testing

@testable import Preview

@Suite struct HTTPDateTests {
  @Test func theExampleOfTheStandard() {
    #expect(HTTPDate.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.seconds("Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
  }

  /// The system's own calendar agrees, and what is written is read back.
  @Test func agreesWithTheSystemForEveryDay() {
    var moment = tm()
    for day in stride(from: 0, to: 80_000, by: 1) {
      var seconds = time_t(day * 86_400 + day % 86_400)
      gmtime_r(&seconds, &moment)
      var buffer = [CChar](repeating: 0, count: 40)
      strftime(&buffer, buffer.count, "%a, %d %b %Y %H:%M:%S GMT", &moment)
      let expected = buffer.withUnsafeBufferPointer { String(cString: $0.baseAddress.unsafelyUnwrapped) }
      guard HTTPDate.text(Int64(seconds)) == expected, HTTPDate.seconds(expected) == Int64(seconds) else {
        Issue.record("\(expected)")
        return
      }
    }
  }

  @Test(arguments: [
    "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, xx Nov 1994 08:49:37 GMT",
  ])
  func otherFormsAreNone(text: String) { #expect(HTTPDate.seconds(text) == nil) }
}
