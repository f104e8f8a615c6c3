internal import Synchronization

/// The website of the last good edition, also when its folder is made, removed or replaced while the preview runs.
final class EditionSite: SiteSource {
  private let path: String
  private let folder: Mutex<FolderSite?>

  /// - Parameter path: of `web/`, absolute; it need not be there yet.
  init(path: String) {
    self.path = path
    folder = Mutex(FolderSite(path: path))
  }

  func look(up path: String) -> SiteEntry {
    folder.withLock { $0 }?.look(up: path) ?? .absent
  }

  var isThere: Bool { folder.withLock { $0 != nil } }

  /// After a delivery: the name may stand for another folder now.
  func reopen() {
    let fresh = FolderSite(path: path)
    folder.withLock { $0 = fresh }
  }
}
