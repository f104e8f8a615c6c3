internal import Diagnostics
internal import Manuscript

/// What the last build read and wrote, kept in the output folder: why the next one can do nothing, or little.
struct Ledger {
  /// One input as it was read.
  struct Input: Hashable {
    var path: String
    var stamp: FileSystem.Stamp
    /// Hash of its bytes.
    var hash: UInt64
    /// For images: what their header said.
    var kind: Asset.Kind?
    var size: PixelSize?
    var traits: Asset.Traits = []
  }

  /// One delivered file.
  struct Output: Hashable {
    /// Hash of its bytes.
    var hash: UInt64
    var byteCount: Int64
    var modified: Int64
  }

  /// False between the beginning and the end of a delivery: then `outputs` names every file that may be there, but says
  /// nothing of their bytes.
  var isSettled = true
  /// Program, options and tools that the build depended on.
  var environment = ""
  var inputs: [Input] = []
  /// By output path (`web/index.html`).
  var outputs: [String: Output] = [:]
  /// When the scan of the inputs began; see `Workspace.scannedAt`.
  var scannedAt: Int64 = 0
  /// The moment, in seconds since 1970, that decided what was in the future.
  var builtAt: Int64 = 0
  /// Seconds since 1970 when an article of the future becomes due; `Int64.max` when none does.
  var nextDue = Int64.max
  var diagnostics: [Diagnostic] = []
  var adaptations: [Adaptation] = []
  var statistics = Build.Statistics()
  /// Checksum of the source maps that belong to the outputs; 0 when they could not be kept.
  var sourceMaps: UInt64 = 0
}
