import Testing

@testable import Preview

@Suite struct PageInsertTests {
  @Test(arguments: [
    ("<body>a</body></html>", "<body>a<i></body></html>"), ("</body></BODY >x", "</body><i></BODY >x"),
    ("plain", "plain<i>"),
    ("", "<i>"), ("<p>a", "<p>a<i>"), ("</bod", "</bod<i>"),
  ])
  func goesBeforeTheEndOfTheBody(page: String, expected: String) {
    let result = PageInsert(Array("<i>".utf8)).applied(to: Array(page.utf8))
    #expect(String(decoding: result, as: UTF8.self) == expected)
  }
}
