import Foundation
import Manuscript
import Testing

@testable import SiteEdition

@Suite struct RelativeTests {
  private func rewrite(_ page: String, at sitePath: String = "/posts/a/", base: String = "") -> String {
    String(
      decoding: RelativeAddresses(base: Array(base.utf8), sitePath: sitePath).rewrite(Array(page.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("<a href=\"/\">", "<a href=\"../../index.html\">"),
    ("<a href=\"/posts/b/#x\">", "<a href=\"../b/index.html#x\">"),
    ("<a href=\"/posts/a/\">", "<a href=\"index.html\">"),
    ("<link href='/theme/style.css?v=1'>", "<link href='../../theme/style.css?v=1'>"),
    ("<img src=/a.png alt=x>", "<img src=../../a.png alt=x>"),
    ("<img srcset=\"/a.png 1w, /b.png 2w\">", "<img srcset=\"../../a.png 1w, ../../b.png 2w\">"),
    ("<meta content=\"0; url=/posts/b/\">", "<meta content=\"0; url=../b/index.html\">"),
    ("<A HREF = \"/x/\" hidden>", "<A HREF = \"../../x/index.html\" hidden>"),
    ("<a href=\"/posts\">", "<a href=\"../../posts\">"),
    (
      "<p style=\"color:red;background:URL( '/a.png' ) 0/1px\">",
      "<p style=\"color:red;background:URL( '../../a.png' ) 0/1px\">"
    ),
    ("<p style='a:url(&quot;/a.png&quot;)'>", "<p style='a:url(&quot;../../a.png&quot;)'>"),
    (
      "<style>a{b:url(/a.png),url(x),url(data:,/x)}</style>",
      "<style>a{b:url(../../a.png),url(x),url(data:,/x)}</style>"
    ),
    ("<style>a{b:url(\"/a b.png?c\")}</style>", "<style>a{b:url(\"../../a b.png?c\")}</style>"),
    ("<style>url(", "<style>url("), ("<p style=\"url(/\">", "<p style=\"url(../../index.html\">"),
  ])
  func addressesBecomeRelative(_ before: String, _ after: String) {
    #expect(rewrite(before) == after)
  }

  @Test(arguments: [
    "<a href=\"//example.com/\">", "<a href=\"https://example.com/\">", "<a href=\"#x\">", "<a title=\"/x/\">",
    "<script>if (a < b) x = '<a href=\"/x/\">'</script>", "<!-- <a href=\"/x/\"> -->", "text href=\"/x/\"",
    "<a href=\"/x", "<", "<a", "<a href", "<a href=", "<!--", "<script>",
    "<meta content=\"/x/\">", "<a =\"/x/\" b>",
  ])
  func everythingElseStays(_ text: String) { #expect(rewrite(text).hasPrefix(text.prefix(9))) }

  @Test func scriptsCommentsAndTextStayWhole() {
    for text in [
      "<script>x = '<a href=\"/x/\">'</script>", "<!-- <a href=\"/x/\"> -->", "text href=\"/x/\" text",
      "<STYLE>a{b:url(x)}</sTyle>", "<a title=\"/x/\">", "<p style=\"url (/x)\">",
    ] {
      #expect(rewrite(text) == text)
    }
  }

  @Test func basePathsAndRootPages() {
    #expect(rewrite("<a href=\"/b/x/\">", at: "/", base: "/b") == "<a href=\"x/index.html\">")
    #expect(rewrite("<a href=\"/bx/\">", at: "/", base: "/b") == "<a href=\"/bx/\">")
    #expect(rewrite("<a href=\"/x/\">", at: "/404.html") == "<a href=\"x/index.html\">")
    #expect(
      rewrite("<a href=\"/%E4%B8%AD/x/\">", at: "/中/y/") == "<a href=\"../x/index.html\">")
  }

  @Test func aWholeSiteHasNoAddressFromTheRoot() throws {
    var press = SamplePress.blog()
    press.configuration.site.isRelative = true
    let site = try press.print()
    var checked = 0
    for path in site.paths where path.hasSuffix(".html") {
      for match in site[path].matches(of: /(?:href|src)="(\/[^"]*)"/) {
        Issue.record("\(path): \(match.output.1)")
      }
      let folders = path.split(separator: "/").dropLast()
      for match in site[path].matches(of: /href="([^"#:?]+)["#?]/) {
        var parts = Array(folders)
        for part in match.output.1.split(separator: "/") {
          if part == ".." { parts.removeLast() } else { parts.append(part) }
        }
        let file = parts.joined(separator: "/").removingPercentEncoding ?? ""
        #expect(site.paths.contains(file), "\(path): \(match.output.1)")
        checked += 1
      }
    }
    #expect(checked > 300)
    #expect(site["old/三/index.html"].contains("content=\"0; url=../../posts/post-3/index.html\""))
  }
}
