import Diagnostics
import Manuscript

extension Binder {
  /// Reports the files that settings name and that are not there, each at its name, with the nearest that is.
  mutating func findNamedFiles() {
    for file in configuration.namedFiles where !assets.contains(where: { $0.path == file.path }) {
      let meant = Suggestion.nearest(to: file.path, among: assets.map(\.path))
      diagnostics.append(
        Diagnostic(
          .missingAsset, path: Configuration.fileName, range: file.range,
          arguments: [file.path] + (meant.map { [$0] } ?? []),
          fixIts: meant.map { [Diagnostic.FixIt(range: file.range, replacement: $0)] } ?? []))
    }
  }
}
