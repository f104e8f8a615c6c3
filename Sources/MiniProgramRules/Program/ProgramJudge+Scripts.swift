import Diagnostics

extension ProgramJudge {
  /// Scripts of the main package that one subpackage alone uses: each start loads them.
  mutating func judgeScripts() {
    guard !packages.isEmpty else { return }
    var users: [Int: Users] = [:]
    for index in files.indices where isEntry(index) {
      mark(index, packagesOfFiles[index].map { .one($0) } ?? .several, &users)
    }
    var bytes = [Int](repeating: 0, count: packages.count)
    for (index, use) in users {
      if case .one(let package) = use { bytes[package] += files[index].byteCount }
    }
    for (package, count) in bytes.enumerated() where count > RuleLimits.misplacedScripts {
      let root = String(packages[package].root.dropLast())
      report(.misplacedScript, "app.json", nil, [root, String(count), String(RuleLimits.misplacedScripts)])
    }
  }

  /// Who uses a script of the main package: one subpackage, or the main package and several.
  private enum Users: Equatable {
    case one(Int)
    case several
  }

  /// Whether a script runs because of where it lies, not because another requires it.
  private func isEntry(_ index: Int) -> Bool {
    guard !files[index].facts.references.isEmpty, FilePath.suffix(files[index].path) == "js" else { return false }
    return packagesOfFiles[index] != nil || !files[index].facts.registrations.isEmpty
  }

  /// Marks what a script of the main package requires, and what that requires. A mark changes twice at most.
  private func mark(_ script: Int, _ user: Users, _ users: inout [Int: Users]) {
    var waiting = [script]
    while let index = waiting.popLast() {
      for (number, reference) in files[index].facts.references.enumerated() where reference.kind == .script {
        guard let target = targets.target(ofFile: index, number), packagesOfFiles[target] == nil else { continue }
        switch users[target] {
        case user, .several: continue
        case nil: users[target] = user
        case .one: users[target] = .several
        }
        waiting.append(target)
      }
    }
  }
}
