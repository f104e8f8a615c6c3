import Glibc
import Testing

@testable import Preview

@Suite struct SessionTests {
  @Test func `An editor is told file, line and column as words of their own`() throws {
    let code = try #require(EditorCommand("code --goto {file}:{line}:{column}"))
    #expect(code.words(file: "/a b/{line}.md", line: 3, column: 2) == ["code", "--goto", "/a b/{line}.md:3:2"])
    #expect(EditorCommand("vim +{line}")?.words(file: "/a.md", line: 3, column: 2) == ["vim", "+3", "/a.md"])
    #expect(EditorCommand("x {y} {file")?.words(file: "/a", line: 1, column: 1) == ["x", "{y}", "{file", "/a"])
    #expect(EditorCommand("  ") == nil)
  }

  @Test(arguments: [
    "?file=../a", "?file=/etc/passwd", "?file=content/%2e%2e/%2e%2e/a", "?file=content//a", "?file=content/./a",
    "?file=",
    "?line=3", "", "?file=a%00b",
  ])
  func `A place outside of the source folder is none`(query: String) {
    #expect(SourcePlace(query: query) == nil)
  }

  @Test func `A place is read from a query`() throws {
    let place = try #require(SourcePlace(query: "?file=content%2Fposts%2F%E7%94%B2+1.md&line=3&column=x&file=b"))
    #expect(place.file == "content/posts/甲 1.md")
    #expect(place.line == 3)
    #expect(place.column == 1)
  }

  @Test func `Addresses and files of the site name each other`() {
    for (address, file) in [
      ("/", "index.html"), ("/posts/a/", "posts/a/index.html"), ("/posts/a", "posts/a/index.html"),
      ("/404.html", "404.html"),
    ] {
      #expect(PreviewRoutes.file(of: address) == file)
    }
    #expect(PreviewRoutes.file(of: "/blog/posts/a/", below: "blog") == "posts/a/index.html")
    #expect(PreviewRoutes.file(of: "/blog/", below: "blog") == "index.html")
    #expect(PreviewRoutes.file(of: "/blogs/", below: "blog") == "blogs/index.html")
    #expect(PreviewRoutes.address(of: "posts/a/index.html", below: "blog") == "/blog/posts/a/")
    #expect(PreviewRoutes.address(of: "posts/a/index.html") == "/posts/a/")
    #expect(PreviewRoutes.address(of: "index.html") == "/")
    #expect(PreviewRoutes.address(of: "404.html") == "/404.html")
  }

  @Test func `Everybody hears everything in order, and who does not read is let go`() async {
    let hub = EventHub()
    let (_, first) = hub.listen(first: ServerEvent("state", "1"))
    let (number, second) = hub.listen(first: ServerEvent("state", "1"))
    for count in 0..<3 { hub.send(ServerEvent("edition", "\(count)")) }
    hub.leave(number)
    hub.send(ServerEvent("edition", "3"))
    #expect(hub.count == 1)
    for count in 0..<200 { hub.send(ServerEvent("edition", "\(count)")) }
    #expect(hub.count == 0)
    var heard: [String] = []
    for await message in second { heard.append(String(decoding: message, as: UTF8.self)) }
    #expect(
      heard
        == ["state\ndata: 1", "edition\ndata: 0", "edition\ndata: 1", "edition\ndata: 2"].map { "event: \($0)\n\n" })
    var count = 0
    for await _ in first { count += 1 }
    #expect(count == 64)
    hub.close()
    let (_, late) = hub.listen(first: ServerEvent("state", "2"))
    var last = 0
    for await _ in late { last += 1 }
    #expect(last == 1)
  }

  /// A script that holds the end of a script element would end the frame's document in the middle.
  @Test func `Every page and script is embedded, and the frame can hold its scripts`() {
    let files = PreviewFiles.embedded
    for name in PreviewFiles.frameScripts + [
      "site.js", "page.html", "preview.css", "icon.svg",
    ] {
      #expect(files[name]?.bytes.isEmpty == false, "\(name) is not embedded")
    }
    for name in PreviewFiles.frameScripts {
      let text = String(decoding: files[name]?.bytes ?? [], as: UTF8.self)
      #expect(!text.contains("</script") && !text.contains("<script"), "\(name)")
    }
    for page in PreviewFiles.Page.allCases {
      let parts = String(decoding: PreviewFiles.document(page), as: UTF8.self).components(after: "/.offprint/assets/")
      #expect(parts.count > 6, "\(page)")
      for part in parts {
        #expect(files[part] != nil, "\(page) asks for \(part)")
      }
    }
  }
}

extension String {
  /// What stands behind each mention of a text, up to the next quotation mark.
  fileprivate func components(after mark: String) -> [String] {
    var result: [String] = []
    var rest = Substring(self)
    while let place = rest.firstRange(of: mark) {
      rest = rest[place.upperBound...]
      result.append(String(rest.prefix { $0 != "\"" }))
    }
    return result
  }
}
