import Manuscript

/// How an author writes addresses, so that a better one can be written in the same way.
struct TargetSpelling {
  /// The path, percent-decoded, or the name in Jekyll's `post_url` tag.
  let path: String
  /// Query and fragment as written.
  let suffix: String
  /// `{% post_url … %}`.
  let isPostTag: Bool

  private let file: String
  private let page: String

  init(_ target: String, in entry: Publication.Entry) {
    file = entry.facts.path
    page = entry.sitePath
    if let name = Resolver.postName(target) {
      path = String(name)
      suffix = ""
      isPostTag = true
      return
    }
    let end = target.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? target.endIndex
    path = SitePath.percentDecoded(target[..<end]) ?? ""
    suffix = String(target[end...])
    isPostTag = false
  }

  /// The folders that the path may have meant, in the source and on the site.
  func folders() -> Set<String> {
    if isPostTag { return ["content/posts"] }
    let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
    let rooted = (SitePath.normalize(trimmed, clamping: true) ?? []).dropLast().joined(separator: "/")
    var folders: Set<String> = [
      rooted, "/" + rooted, "content/" + rooted, rooted.isEmpty ? "content" : "content/" + rooted,
    ]
    if !path.hasPrefix("/") {
      for base in [String(SitePath.folder(of: file)), page] {
        let parts = SitePath.normalize(base + "/" + trimmed, clamping: true) ?? []
        let folder = parts.dropLast().joined(separator: "/")
        folders.formUnion([folder, "/" + folder])
      }
    }
    return folders
  }

  /// Ways to write an address of a target, the one most like the author's first. Not all of them need lead there.
  func spellings(of target: TargetIndex.Target) -> [String] {
    if isPostTag {
      let name = target.source?.split(separator: "/").last ?? ""
      return ["{% post_url \(name[..<(name.lastIndex(of: ".") ?? name.endIndex)]) %}"]
    }
    // Only the last word, where that does it.
    let words = [target.source, target.sitePath].compactMap { $0?.split(separator: "/").last }
    let ownWords = target.kind == nil && TargetIndex.ending(path).isEmpty ? words.reversed() : words
    var result = ownWords.map(replacingLastWord)
    if path.hasPrefix("/") {
      let source = target.source.map { ["/" + $0] } ?? []
      return result + (path.hasPrefix("/content/") ? source + [target.sitePath] : [target.sitePath] + source)
    }
    if let source = target.source {
      let relative = Self.relative(from: SitePath.folder(of: file), to: source)
      let isFromRoot = path.split(separator: "/").first == source.split(separator: "/").first
      let bySource = isFromRoot && !path.hasPrefix(".") ? [source, relative] : [relative]
      let bySite = Self.relative(from: page[...], to: target.sitePath)
      // `../hello/` is an address, `../hello.md` and `a.png` are files.
      result += target.kind == nil && TargetIndex.ending(path).isEmpty ? [bySite] + bySource : bySource + [bySite]
    }
    return result + [target.sitePath]
  }

  private func replacingLastWord(by word: Substring) -> String {
    let isFolder = path.hasSuffix("/")
    let bare = isFolder ? path.dropLast() : path[...]
    let head = bare.lastIndex(of: "/").map { bare[...$0] } ?? ""
    return head + word + (isFolder ? "/" : "")
  }

  /// The way from a folder to a path, as an address: `../assets/a.png`.
  private static func relative(from folder: Substring, to path: String) -> String {
    let start = folder.split(separator: "/")
    let goal = path.split(separator: "/")
    var shared = 0
    while shared < start.count, shared < goal.count - 1, start[shared] == goal[shared] { shared += 1 }
    let way = Array(repeating: "..", count: start.count - shared) + goal[shared...].map(String.init)
    return way.joined(separator: "/") + (path.hasSuffix("/") ? "/" : "")
  }
}
