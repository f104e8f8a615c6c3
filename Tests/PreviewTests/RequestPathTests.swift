import Testing

@testable import Preview

@Suite struct RequestPathTests {
  @Test(arguments: [
    ("/", "", true, ""), ("/a", "a", false, ""), ("/a/", "a", true, ""),
    ("/a/b.html?x=1&y", "a/b.html", false, "?x=1&y"),
    ("/%E4%BD%A0/%e5%a5%bd", "你/好", false, ""), ("/你好", "你好", false, ""), ("/a%20b", "a b", false, ""),
    ("/a%252e%252e/b", "a%2e%2e/b", false, ""), ("/.well-known/acme", ".well-known/acme", false, ""),
    ("/.offprint/events", ".offprint/events", false, ""), ("/a?b/../c", "a", false, "?b/../c"),
    ("/a..b/...c..", "", false, "hidden"), ("/a+b", "a+b", false, ""), ("/a%3Fb", "a?b", false, ""),
  ])
  func whatIsHarmlessIsDecodedOnce(target: String, text: String, isFolder: Bool, query: String) throws {
    if query == "hidden" {
      #expect(throws: RequestPath.Refusal.self) { try RequestPath(target: target) }
      return
    }
    let path = try RequestPath(target: target)
    #expect(path.text == text)
    #expect(path.isFolder == isFolder)
    #expect(path.query == query)
  }

  @Test(arguments: [
    "", "a", "//", "//evil.example/a", "/a//b", "/..", "/../etc/passwd", "/a/../../etc/passwd", "/%2e%2e/etc",
    "/.%2e/etc",
    "/a/%2E%2E/%2e%2e/etc", "/a%2fb", "/a%2F..%2Fb", "/a%5cb", "/a\\b", "/a%00", "/a%0d%0aX: y", "/a%", "/a%4", "/a%zz",
    "/%c0%ae%c0%ae/etc", "/%ff", "/a#b", "/a b", "/a\u{7f}", "/./a", "/%2e/a", "*", "http://x/",
  ])
  func whatIsNoAddressIsRefused(target: String) {
    #expect(throws: RequestPath.Refusal.malformed) { try RequestPath(target: target) }
  }

  @Test(arguments: [
    "/.git/config", "/a/.env", "/%2egit/config", "/a/.well-known/x", "/a/.offprint/x", "/.htaccess", "/...",
    "/.offprintx",
    "/" + String(repeating: "a", count: 256),
  ])
  func hiddenNamesAreNotThere(target: String) {
    #expect(throws: RequestPath.Refusal.hidden) { try RequestPath(target: target) }
  }

  @Test func longPathsAreRefused() {
    let target = "/" + String(repeating: "a/", count: 3_000)
    #expect(throws: RequestPath.Refusal.tooLong) { try RequestPath(target: target) }
  }
}
