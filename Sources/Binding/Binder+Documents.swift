import Manuscript

extension Binder {
  /// The docs as a tree that follows their folders: `order` first, then the file name.
  func bindDocuments() -> [Publication.DocumentNode] {
    var root = Folder()
    for index in entries.indices where entries[index].facts.kind == .document {
      var parts = entries[index].facts.path.split(separator: "/").map(String.init)
      parts.removeFirst(min(2, max(0, parts.count - 1)))  // content/docs
      root.insert(index, parts[...])
    }
    var nodes = root.children(entries)
    if let index = root.index {
      nodes.insert(Publication.DocumentNode(title: entries[index].facts.title, entry: index), at: 0)
    }
    return nodes
  }
}

/// A folder of the docs while files are being placed.
private struct Folder {
  var index: Int?
  var files: [(name: String, entry: Int)] = []
  var folders: [String: Folder] = [:]

  mutating func insert(_ entry: Int, _ parts: ArraySlice<String>) {
    guard let first = parts.first else { return }
    if parts.count > 1 {
      folders[first, default: Folder()].insert(entry, parts.dropFirst())
    } else if first.lowercased().hasPrefix("index.") || first.hasPrefix("README.") {
      index = entry
    } else {
      files.append((first, entry))
    }
  }

  func children(_ entries: [Publication.Entry]) -> [Publication.DocumentNode] {
    var nodes: [(order: Int, name: String, node: Publication.DocumentNode)] = []
    for file in files {
      let facts = entries[file.entry].facts
      nodes.append((facts.frontMatter.order ?? Int.max, file.name, .init(title: facts.title, entry: file.entry)))
    }
    for (name, folder) in folders {
      let facts = folder.index.map { entries[$0].facts }
      nodes.append(
        (
          facts?.frontMatter.order ?? Int.max, name,
          .init(title: facts?.title ?? name, entry: folder.index, children: folder.children(entries))
        ))
    }
    return nodes.sorted {
      $0.order != $1.order ? $0.order < $1.order : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }.map(\.node)
  }
}
