import Glibc
import Preview
import Testing

/// Real files, real events; the polling watcher must see the same.
@Suite struct WatcherTests {
  enum Kind: CaseIterable { case inotify, polling }

  /// A folder, a watcher over it, and what it has told so far.
  final class Watched {
    let root: String
    private let watcher: any FileWatcher
    private var iterator: AsyncStream<ChangeBatch>.Iterator

    init(_ kind: Kind) throws {
      var template = Array("/tmp/offprint-watch-XXXXXX".utf8CString)
      let made = try #require(mkdtemp(&template))
      root = String(cString: made)
      for folder in ["content", "assets", "_site", ".git", ".offprint"] { mkdir(root + "/" + folder, 0o755) }
      let scope = WatchScope(source: root, output: root + "/_site")
      switch kind {
      case .inotify: watcher = try #require(InotifyWatcher(root: root, scope: scope))
      case .polling: watcher = PollingWatcher(root: root, scope: scope, interval: .milliseconds(30))
      }
      iterator = watcher.batches.makeAsyncIterator()
    }

    deinit { watcher.stop() }

    func write(_ path: String, _ text: String = "x") {
      let file = open(root + "/" + path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
      _ = text.utf8.withContiguousStorageIfAvailable { Glibc.write(file, $0.baseAddress, $0.count) }
      close(file)
    }

    func move(_ old: String, _ new: String) { rename(root + "/" + old, root + "/" + new) }
    func makeFolder(_ path: String) { mkdir(root + "/" + path, 0o755) }

    /// Waits until a path was told of; the paths told of until then.
    func wait(for path: String) async -> Set<String> {
      var seen: Set<String> = []
      while let batch = await iterator.next() {
        seen.formUnion(batch.paths)
        if seen.contains(path) { return seen }
      }
      return seen
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: Kind.allCases)
  func filesAreSeen(_ kind: Kind) async throws {
    let watched = try Watched(kind)
    watched.write("content/a.md")
    _ = await watched.wait(for: "content/a.md")
    watched.write("offprint.yml")
    _ = await watched.wait(for: "offprint.yml")
    watched.makeFolder("assets/theme")
    watched.write("assets/theme/style.css")
    _ = await watched.wait(for: "assets/theme/style.css")
    unlink(watched.root + "/content/a.md")
    _ = await watched.wait(for: "content/a.md")
  }

  /// vim writes beside and renames; VS Code writes beside, or in place; both must be one file that changed.
  @Test(.timeLimit(.minutes(1)), arguments: Kind.allCases)
  func editorsSavesAreSeen(_ kind: Kind) async throws {
    let watched = try Watched(kind)
    watched.write("content/a.md", "one")
    _ = await watched.wait(for: "content/a.md")
    watched.write("content/4913")
    unlink(watched.root + "/content/4913")
    watched.move("content/a.md", "content/a.md~")
    watched.write("content/a.md", "two more words")
    unlink(watched.root + "/content/a.md~")
    let vim = await watched.wait(for: "content/a.md")
    #expect(vim == ["content/a.md"])
    watched.write("content/.a.md.tmp", "and some more")
    watched.move("content/.a.md.tmp", "content/a.md")
    let atomic = await watched.wait(for: "content/a.md")
    #expect(atomic == ["content/a.md"])
  }

  /// A folder that comes with files in it, and one that is renamed: what lies below is watched under its new name.
  @Test(.timeLimit(.minutes(1)), arguments: Kind.allCases)
  func foldersAreFollowed(_ kind: Kind) async throws {
    let watched = try Watched(kind)
    watched.makeFolder("elsewhere")
    watched.makeFolder("elsewhere/deep")
    watched.write("elsewhere/deep/a.md")
    watched.move("elsewhere", "content/new")
    _ = await watched.wait(for: "content/new/deep/a.md")
    watched.move("content/new", "content/renamed")
    _ = await watched.wait(for: "content/renamed/deep/a.md")
    watched.write("content/renamed/deep/a.md", "changed there")
    _ = await watched.wait(for: "content/renamed/deep/a.md")
    watched.makeFolder("content/renamed/more")
    watched.write("content/renamed/more/b.md")
    _ = await watched.wait(for: "content/renamed/more/b.md")
  }

  /// Its own output, version control and hidden files wake nobody.
  @Test(.timeLimit(.minutes(1)), arguments: Kind.allCases)
  func othersAreIgnored(_ kind: Kind) async throws {
    let watched = try Watched(kind)
    for path in ["_site/index.html", ".git/HEAD", ".offprint/x", "content/.hidden", "content/a.md~", "README.md"] {
      watched.write(path)
    }
    watched.makeFolder("content/node_modules")
    watched.write("content/node_modules/a.md")
    watched.write("content/last.md")
    let seen = await watched.wait(for: "content/last.md")
    #expect(seen == ["content/last.md"])
  }

  /// What comes while nobody reads waits as one batch.
  @Test(.timeLimit(.minutes(1))) func batchesAreGathered() async throws {
    let watched = try Watched(.inotify)
    for number in 0..<300 { watched.write("content/\(number).md") }
    usleep(300_000)
    let seen = await watched.wait(for: "content/299.md")
    #expect(seen.count == 300)
  }

  @Test(.timeLimit(.minutes(1)), arguments: Kind.allCases)
  func aStoppedWatcherEnds(_ kind: Kind) async throws {
    let root = "/tmp"
    let scope = WatchScope(source: root, output: root + "/_site")
    let watcher: any FileWatcher =
      switch kind {
      case .inotify: try #require(InotifyWatcher(root: root, scope: scope))
      case .polling: PollingWatcher(root: root, scope: scope)
      }
    watcher.stop()
    watcher.stop()
    for await _ in watcher.batches { Issue.record("told of something after its end") }
  }
}
