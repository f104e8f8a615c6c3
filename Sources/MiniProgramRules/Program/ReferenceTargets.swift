/// Where the references of all files lead, each found once: several rules ask for them.
struct ReferenceTargets {
  /// Per reference the position of a file, or `missing`; those of one file stand together.
  private var targets: [Int] = []
  /// Per file: where its references begin in `targets`.
  private var starts: [Int] = []
  private static let missing = -1

  init(_ files: [FileFindings], _ positions: [String: Int]) {
    starts.reserveCapacity(files.count)
    // Neighbours lie in one folder, and name the same files.
    var folder: Substring = ""
    var known: [String: (kind: FileReference.Kind, target: Int)] = [:]
    for index in files.indices {
      starts.append(targets.count)
      guard !files[index].facts.references.isEmpty else { continue }
      let own = FilePath.folder(files[index].path)
      if own != folder {
        folder = own
        known = [:]
      }
      for reference in files[index].facts.references {
        if let same = known[reference.target.name], same.kind == reference.kind {
          targets.append(same.target)
        } else {
          let target = Self.find(reference, from: files[index].path, positions) ?? Self.missing
          known[reference.target.name] = (reference.kind, target)
          targets.append(target)
        }
      }
    }
  }

  /// The position of the file that a reference of a file leads to; nil when there is none. Pages are no files.
  func target(ofFile file: Int, _ reference: Int) -> Int? {
    let target = targets[starts[file] + reference]
    return target == Self.missing ? nil : target
  }

  private static func find(_ reference: FileReference, from file: String, _ positions: [String: Int]) -> Int? {
    guard let path = FilePath.resolve(reference.target.name, from: file) else { return nil }
    if let position = positions[path] { return position }
    switch reference.kind {
    case .script: return positions[path + ".js"] ?? positions[path + "/index.js"]
    case .templates, .include: return positions[path + ".wxml"]
    case .file, .page: return nil
    }
  }
}
