internal import Diagnostics
internal import Manuscript
internal import Pressroom

extension PreviewRoutes {
  /// What the page that shows both editions needs: without a question all articles; for one (`path`, its `address` on the
  /// site, or a `route` of the mini-program) where its blocks stand in both, and what is said in another way.
  func article(_ request: Request) -> Response {
    guard let build = session.edition else { return .text(404, "Nothing has been printed yet.") }
    let question = QueryText(request.path.query)
    let maps = build.sourceMaps
    let path: String?
    if let wanted = question["path"] {
      path = wanted
    } else if let address = question["address"] {
      path = maps.path(ofPage: Self.file(of: address, below: basePath), in: .site)
    } else if let route = question["route"] {
      path = maps.path(ofPage: route, in: .miniProgram)
    } else {
      return Self.answer { object in
        object.key("articles")
        object.array { array in
          for path in maps.paths { array.object { $0.field("path", path) } }
        }
      }
    }
    guard let path, let map = maps.article(path) else { return .text(404, "No article of that name is printed.") }
    return Self.answer { write(map, build.adaptations.filter { $0.path == path }, to: &$0) }
  }

  private func write(_ map: ArticleSourceMap, _ adaptations: [Adaptation], to object: inout JSONText) {
    object.field("path", map.path)
    let site = map[.site]?.entries ?? []
    object.field("address", site.first.map { Self.address(of: $0.page, below: basePath) } ?? "")
    for (name, entries) in [("site", site), ("mini", map[.miniProgram]?.entries ?? [])] {
      object.key(name)
      object.array { array in
        for entry in entries {
          array.object { object in
            object.field("start", Int(entry.range.start))
            object.field("end", Int(entry.range.end))
            object.field("page", entry.page)
            object.field("position", entry.position)
          }
        }
      }
    }
    let lines = session.press.source(map.path).map { LineIndex($0.bytes) }
    object.key("differences")
    object.array { array in
      for one in adaptations {
        array.object { object in
          object.field("start", Int(one.range.start))
          object.field("end", Int(one.range.end))
          object.field("line", lines?.position(of: Int(one.range.start)).line ?? 0)
          object.field("construct", one.construct)
          object.field("outcome", one.outcome.rawValue)
          object.field("replacement", Vocabulary.word(one.replacement, in: session.language))
          object.field("edition", Vocabulary.word(one.edition.rawValue, in: session.language))
        }
      }
    }
  }

  private static func answer(_ body: (inout JSONText) -> Void) -> Response {
    var json = JSONText()
    json.object(body)
    return Response(
      status: 200, fields: [("content-type", "application/json; charset=utf-8"), ("cache-control", "no-store")],
      body: .bytes(Array(json.text.utf8)))
  }

  /// `/posts/hello/` is the file `posts/hello/index.html`, and so is `/blog/posts/hello/` of a site below `blog`.
  static func file(of address: String, below base: String = "") -> String {
    var path = address.drop { $0 == "/" }
    if !base.isEmpty, path == base || path.hasPrefix(base + "/") {
      path = path.dropFirst(base.count).drop { $0 == "/" }
    }
    if path.hasSuffix(".html") { return String(path) }
    while path.hasSuffix("/") { path = path.dropLast() }
    return path.isEmpty ? "index.html" : path + "/index.html"
  }

  static func address(of file: String, below base: String = "") -> String {
    (base.isEmpty ? "/" : "/\(base)/")
      + (file.hasSuffix("index.html") ? String(file.dropLast("index.html".count)) : file)
  }
}

/// The fields of a query, decoded; of a field that is named twice the first.
struct QueryText {
  private var fields: [String: String] = [:]

  init(_ query: String) {
    for pair in query.drop(while: { $0 == "?" }).split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.decoded(parts[0])
      if fields[name] == nil { fields[name] = parts.count > 1 ? Self.decoded(parts[1]) : "" }
    }
  }

  subscript(name: String) -> String? { fields[name] }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        bytes.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
