import Testing

@testable import Pressroom

struct ChildProcessTests {
  /// A program that ends without reading its input ends neither this process nor what it said.
  @Test func inputThatNobodyReadsIsNoTrouble() async throws {
    let input = [UInt8](repeating: 0x61, count: 4 << 20)
    let outcome = try #require(
      await ChildProcess.run("sh", ["-c", "echo enough; echo why >&2; exit 3"], input: input, seconds: 20))
    #expect(outcome.status == 3 && outcome.output == Array("enough\n".utf8) && outcome.errors == "why\n")
  }

  @Test func inputIsReadToItsEnd() async throws {
    let input = [UInt8](repeating: 0x61, count: 1 << 20)
    let outcome = try #require(await ChildProcess.run("wc", ["-c"], input: input, seconds: 20))
    #expect(outcome.status == 0 && String(decoding: outcome.output, as: UTF8.self) == "1048576\n")
  }
}
