internal import Diagnostics
internal import Manuscript
internal import Pressroom

/// Which files a delivery changed, by edition and without the edition's folder: what browsers decide by.
struct EditionChange: Hashable, Sendable {
  struct Files: Hashable, Sendable {
    var changed: [String] = []
    var removed: [String] = []
  }

  var site = Files()
  var miniProgram = Files()

  init(_ build: Build) {
    site = Self.files(of: build, .site)
    miniProgram = Self.files(of: build, .miniProgram)
  }

  var isEmpty: Bool { self == EditionChange() }

  private init() {}

  private static func files(of build: Build, _ edition: Edition) -> Files {
    let prefix = edition.folder + "/"
    func below(_ paths: [String]) -> [String] {
      paths.lazy.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }
    return Files(changed: below(build.written), removed: below(build.removed))
  }

  func event(edition: Int) -> ServerEvent {
    var json = JSONText()
    json.object { object in
      object.field("edition", edition)
      for (name, files) in [("web", site), ("mini", miniProgram)] {
        object.key(name)
        object.object { object in
          for (name, paths) in [("changed", files.changed), ("removed", files.removed)] {
            object.key(name)
            object.array { array in for path in paths { array.string(path) } }
          }
        }
      }
    }
    return ServerEvent("edition", json.text)
  }
}
