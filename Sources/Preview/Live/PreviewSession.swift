package import Diagnostics
internal import Manuscript
package import Pressroom
internal import Synchronization

/// A source folder under preview: built at the start, built again when a file changes, the last good edition kept when a
/// build fails. Builds follow one another; what changes meanwhile is one further build.
package final class PreviewSession: Sendable {
  package let press: Press
  package let hub = EventHub()
  package let editor: EditorCommand?
  let source: String
  let output: String
  let language: Language
  private let state: Mutex<PreviewState>
  private let lastGood = Mutex<Build?>(nil)
  private let files: EditionSite

  /// - Parameters:
  ///   - press: of that source and output, both absolute.
  ///   - language: of diagnostics.
  ///   - editor: opens places of the source; nil leaves that to the browser.
  package init(press: Press, source: String, output: String, language: Language, editor: EditorCommand? = nil) {
    self.press = press
    self.source = source
    self.output = output
    self.language = language
    self.editor = editor
    files = EditionSite(path: output + "/" + Edition.site.folder)
    let boot = String(UInt64.random(in: .min ... .max), radix: 36)
    state = Mutex(
      PreviewState(
        boot: boot, source: source, basePath: press.basePath.split(separator: "/").joined(separator: "/"),
        hasEditor: editor != nil))
  }

  /// The website as it was last delivered, with the script of live reload in every page.
  package var site: StaticResponder {
    StaticResponder(site: files, insert: PreviewRoutes.insert, empty: PreviewRoutes.empty)
  }

  /// Whether there is an edition, of this run or an earlier one.
  var isPrinted: Bool { files.isThere }

  /// The last build that was delivered.
  package var edition: Build? { lastGood.withLock { $0 } }

  /// Builds once and tells the browsers.
  ///
  /// - Returns: nil when the machine stopped the build; `trouble` was told why.
  @discardableResult
  package func build(trouble: (any Error) -> Void = { _ in }) async -> Build? {
    let printer = DiagnosticObject(language: language) { [press] in press.source($0) }
    do {
      let build = try await press.build()
      if build.isDelivered {
        lastGood.withLock { $0 = build }
        files.reopen()
      }
      let change = build.isDelivered ? EditionChange(build) : nil
      let (event, edition) = state.withLock { state in
        if let change, !change.isEmpty { state.edition += 1 }
        state.take(build, printer)
        return (state.event, state.edition)
      }
      // The edition first: a page that is told both does the quick thing before it draws an overlay.
      if let change, !change.isEmpty { hub.send(change.event(edition: edition)) }
      hub.send(event)
      return build
    } catch {
      trouble(error)
      if let error = error as? PressError {
        let event = state.withLock { state in
          state.take([error.diagnostic], printer)
          return state.event
        }
        hub.send(event)
      }
      return nil
    }
  }

  /// Builds whenever something changes, until the watcher is stopped.
  ///
  /// - Parameter report: told what came of each build.
  package func follow(
    _ watcher: any FileWatcher, report: @Sendable (Build) -> Void = { _ in },
    trouble: @Sendable (any Error) -> Void = { _ in }
  ) async {
    for await _ in watcher.batches {
      if let build = await build(trouble: trouble) { report(build) }
    }
  }

  /// A watcher of the source folder: inotify, or looking twice a second where the system has no more watches.
  package func makeWatcher() -> any FileWatcher {
    let scope = WatchScope(source: source, output: output)
    return InotifyWatcher(root: source, scope: scope) ?? PollingWatcher(root: source, scope: scope)
  }

  /// What a browser is told when it comes.
  var greeting: ServerEvent { state.withLock { $0.event } }

  /// Ends every event stream.
  package func stop() { hub.close() }
}
