internal import Diagnostics
internal import Pressroom
internal import Preview

/// What a preview shows: a folder as it is, or what a build printed.
struct ServedContent: Sendable {
  var site: StaticResponder
  var routes: [Route] = []
  /// Ends whatever works behind it.
  var stop: @Sendable () async -> Void = {}

  static func make(
    arguments: PressArguments, listening: ListeningOptions, output: OutputOptions, invitation: PhoneInvitation
  ) async throws -> ServedContent {
    if let directory = listening.directory { return try folder(directory, output) }
    return try await source(arguments: arguments, editor: listening.editor, output: output, invitation: invitation)
  }

  private static func folder(_ path: String, _ output: OutputOptions) throws -> ServedContent {
    guard let site = FolderSite(path: FilePlace.absolute(path)) else {
      var reporter = Reporter(output)
      throw reporter.stop(PressError(Diagnostic(.sourceMissing, path: "", arguments: [path])))
    }
    return ServedContent(site: StaticResponder(site: site))
  }
}
