/// Answers from a site's files: clean URLs, ranges, conditions, precompressed neighbours, the site's own 404 page.
///
/// Synchronous and safe to use from any thread.
package final class StaticResponder: Sendable {
  let site: any SiteSource
  let insert: PageInsert?
  let cache = FileCache()

  /// What is answered while there is no site at all.
  private let empty: Response?

  /// - Parameters:
  ///   - insert: goes into every HTML page up to `FileCache.largestFile`.
  ///   - empty: answers for every path while there is no site at all.
  package init(site: any SiteSource, insert: PageInsert? = nil, empty: Response? = nil) {
    self.site = site
    self.insert = insert
    self.empty = empty
  }

  /// The answer to a request for one of the site's files; `path` differs from the request's own where a route serves a
  /// folder below a prefix of its own.
  package func respond(to request: Request, at path: String? = nil) -> Response {
    switch request.method {
    case .get, .head: break
    case .options: return Response(status: 204, fields: [("allow", "GET, HEAD, OPTIONS")])
    case .post:
      return .text(405, "This address answers GET, HEAD and OPTIONS.", fields: [("allow", "GET, HEAD, OPTIONS")])
    }
    switch resolve(path ?? request.path.text, isFolder: request.path.isFolder) {
    case .file(let file, let name): return answer(request, file, name)
    case .redirect(let addsSlash): return Self.redirect(request.path, addsSlash: addsSlash)
    case .absent: return notFound()
    }
  }

  private enum Resolution {
    case file(SiteFile, name: String)
    case redirect(addsSlash: Bool)
    case absent
  }

  /// `/a` is the file `a`, else the file `a.html`, else leads to `/a/`; `/a/` is `a/index.html`, else leads to `/a` where
  /// that is a page.
  private func resolve(_ path: String, isFolder: Bool) -> Resolution {
    if isFolder {
      let index = path.isEmpty ? "index.html" : path + "/index.html"
      if case .file(let file) = site.look(up: index) { return .file(file, name: index) }
      guard !path.isEmpty else { return .absent }
      if case .file = site.look(up: path) { return .redirect(addsSlash: false) }
      if case .file = site.look(up: path + ".html") { return .redirect(addsSlash: false) }
      return .absent
    }
    switch site.look(up: path) {
    case .file(let file): return .file(file, name: path)
    case .folder:
      if case .file = site.look(up: path + "/index.html") { return .redirect(addsSlash: true) }
      return page(path)
    case .absent: return page(path)
    }
  }

  private func page(_ path: String) -> Resolution {
    if case .file(let file) = site.look(up: path + ".html") { return .file(file, name: path + ".html") }
    return .absent
  }

  /// To the same path with or without its last slash; the query stays. The path has no empty segment, so it cannot be
  /// read as the name of another host.
  private static func redirect(_ path: RequestPath, addsSlash: Bool) -> Response {
    let target = addsSlash ? path.encoded + "/" : String(path.encoded.dropLast())
    return Response(
      status: 301, fields: [("location", target + path.query), ("cache-control", "no-cache")])
  }

  /// The site's `404.html`, or a line of ours.
  private func notFound() -> Response {
    if let empty, !site.isThere { return empty }
    if case .file(let file) = site.look(up: "404.html"), file.size <= FileCache.largestFile,
      let entry = content(of: file, "404.html", MediaType.of("404.html"))
    {
      return Response(
        status: 404, fields: [("content-type", MediaType.of("404.html")), ("cache-control", "no-store")],
        body: .shared(entry.content))
    }
    return .text(404, "Not found.")
  }
}
