/// The two ways an article is printed.
package enum Edition: String, Hashable, Sendable, CaseIterable {
  case site
  case miniProgram = "miniprogram"

  /// The folder below the output folder that holds it.
  package var folder: String {
    switch self {
    case .site: "web"
    case .miniProgram: "miniprogram"
    }
  }
}
