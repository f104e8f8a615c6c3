internal import Pressroom

/// The addresses of a session, all below `/.offprint/`.
package struct PreviewRoutes: Sendable {
  let session: PreviewSession
  let miniProgram: MiniProgramFiles
  /// The path under which the site will be published, without slashes at its ends; mostly empty.
  let basePath: String

  private let invitation: PhoneInvitation

  /// - Parameter invitation: what the home page tells of phones.
  package init(_ session: PreviewSession, invitation: PhoneInvitation = PhoneInvitation()) {
    self.session = session
    self.invitation = invitation
    miniProgram = MiniProgramFiles(folder: session.output + "/miniprogram")
    basePath = session.press.basePath.split(separator: "/").joined(separator: "/")
  }

  /// What goes into every page of the site on its way out.
  package static let insert = PageInsert(Array("<script src=\"/.offprint/assets/site.js\" async></script>\n".utf8))

  package var routes: [Route] {
    [
      Route(".offprint") { _ in Self.page(.home) },
      Route(".offprint/mini") { _ in session.isPrinted ? Self.page(.mini) : Self.empty },
      Route(".offprint/pair") { _ in session.isPrinted ? Self.page(.pair) : Self.empty },
      Route(".offprint/frame") { _ in .page(PreviewFiles.frame, policy: Self.framePolicy) },
      Route(".offprint/assets", isPrefix: true) { request in Self.asset(request) },
      Route(".offprint/events") { _ in events },
      Route(".offprint/article") { request in article(request) },
      Route(".offprint/phone") { _ in invitation.facts },
      Route(".offprint/phone.svg") { _ in invitation.picture },
      Route(".offprint/open", methods: [.post]) { request in open(request) },
      Route(".offprint/mini/bundle") { _ in miniProgram.bundle },
      Route(".offprint/mini/files", isPrefix: true) { request in miniProgram.file(request) },
      // It would answer with pages that it kept. Where one is installed, browsers take this answer for its end.
      Route(basePath.isEmpty ? "service-worker.js" : basePath + "/service-worker.js") { _ in
        .text(404, "A preview has no service worker.")
      },
    ] + published
  }

  /// A site that is published below a path is found there too, as its links say; the root leads to it.
  private var published: [Route] {
    guard !basePath.isEmpty else { return [] }
    let (site, prefix) = (session.site, basePath)
    return [
      Route(prefix, isPrefix: true) { request in
        let rest = request.path.text.dropFirst(prefix.count)
        return site.respond(to: request, at: String(rest.drop { $0 == "/" }))
      },
      Route("") { _ in Response(status: 302, fields: [("location", "/\(prefix)/"), ("cache-control", "no-store")]) },
    ]
  }

  private static func page(_ page: PreviewFiles.Page) -> Response {
    .page(PreviewFiles.document(page), policy: policy)
  }

  /// Answers for every page of a website that was never printed, and says so to programs; what is wrong with the sources
  /// is on it.
  static var empty: Response {
    .page(PreviewFiles.document(.empty), status: 503, policy: policy)
  }

  /// As `PagePolicy.strict`, and frames of this server, and pictures made of bytes.
  private static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    + "frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

  /// No origin, no network: what the program needs comes in by messages. It is evaluated, as phones do with it; scripts
  /// and styles stand in the document itself.
  private static let framePolicy =
    "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; "
    + "media-src data: blob:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
    + "sandbox allow-scripts"

  private static func asset(_ request: Request) -> Response {
    let name = String(request.path.text.dropFirst(".offprint/assets/".count))
    guard !name.hasSuffix(".html"), let file = PreviewFiles.embedded[name] else { return .text(404, "Not found.") }
    let fields = [("content-type", MediaType.of(name)), ("cache-control", "no-cache"), ("etag", file.tag)]
    if request.field("if-none-match") == file.tag { return Response(status: 304, fields: fields) }
    return Response(status: 200, fields: fields, body: .bytes(file.bytes))
  }

  /// The event stream: what is true now, then what happens.
  private var events: Response {
    let session = session
    return Response(
      status: 200, fields: [("content-type", "text/event-stream; charset=utf-8"), ("cache-control", "no-store")],
      body: .stream { stream in
        let (number, messages) = session.hub.listen(first: session.greeting)
        defer { session.hub.leave(number) }
        let pulse = Task {
          while !Task.isCancelled {
            try await Task.sleep(for: .seconds(10))
            session.hub.send(.heartbeat, to: number)
          }
        }
        defer { pulse.cancel() }
        try await stream.send(ServerEvent.comeBack.bytes)
        for await message in messages { try await stream.send(message) }
      })
  }

  /// Opens a place of the source in the editor: only for pages of this server, with a field that no form can send, from
  /// this machine, and only files of the source folder.
  private func open(_ request: Request) -> Response {
    guard request.field("x-offprint") == "open" else {
      return .text(403, "Only the preview's own pages may ask for this.")
    }
    guard request.peer == "::1" || request.peer.hasPrefix("127.") || request.peer == "::ffff:127.0.0.1" else {
      return .text(403, "Only this machine may ask for this.")
    }
    guard let editor = session.editor else { return .text(404, "No editor is set: offprint serve --editor.") }
    guard let place = SourcePlace(query: request.path.query), session.press.source(place.file) != nil else {
      return .text(400, "There is no such file in the source folder.")
    }
    let isOpen = editor.open(file: session.source + "/" + place.file, line: place.line, column: place.column)
    return isOpen ? Response(status: 204) : .text(502, "The editor could not be started.")
  }
}
