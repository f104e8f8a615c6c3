internal import Diagnostics
internal import Pressroom
internal import Preview

extension ServedContent {
  /// What the source folder prints, printed again whenever something in it changes. A source with errors is previewed too:
  /// pages show what is wrong, and the last good edition where there is one.
  ///
  /// - Parameter editor: a template for `EditorCommand`; nil leaves opening to the browser.
  static func source(
    arguments: PressArguments, editor: String?, output: OutputOptions, invitation: PhoneInvitation
  ) async throws -> ServedContent {
    let options = arguments.options(delivers: true)
    let press = Press(options: options)
    let report = RebuildReport(
      press: press, output: output, prefix: FilePlace.prefix(forSource: arguments.place.source))
    do {
      try SourceFolder.require(options.source)
    } catch {
      throw report.stop(error)
    }
    let session = PreviewSession(
      press: press, source: options.source, output: options.output, language: Tongue.current,
      editor: editor.flatMap(EditorCommand.init))
    // Watched from before the first build: what is saved meanwhile is not missed.
    let watcher = session.makeWatcher()
    var trouble: (any Error)?
    if let build = await session.build(trouble: { trouble = $0 }) {
      report.first(build)
    } else if let trouble {
      watcher.stop()
      throw report.stop(trouble)
    }
    let work = Task {
      await session.follow(watcher, report: { report.again($0) }, trouble: { _ = report.stop($0) })
    }
    let routes = PreviewRoutes(session, invitation: invitation)
    return ServedContent(site: session.site, routes: routes.routes) {
      watcher.stop()
      session.stop()
      await work.value
    }
  }
}
