import Diagnostics
import Manuscript

extension ConfigurationDecoder {
  /// Which files stand for what lies on other servers. An entry that lacks one of both is left out.
  mutating func decodeLocalCopies(_ value: DataValue) {
    guard case .sequence(let items) = value.content else {
      return reject(.localCopies, value, expected: "list")
    }
    for item in items where !item.isNull {
      guard let entries = item.entries else {
        reject(.localCopies, item, expected: "local-copy")
        continue
      }
      decode(entries, below: "local-copies[]")
      func value(of key: ConfigurationKey) -> DataValue? {
        entries.last { ConfigurationKey($0.key, below: "local-copies[]") == key }?.value
      }
      guard let address = value(of: .localCopyAddress), let file = value(of: .localCopyFile), !address.isNull,
        !file.isNull
      else {
        reject(.localCopies, item, expected: "local-copy")
        continue
      }
      guard let from = self.address(.localCopyAddress, address), let path = self.file(.localCopyFile, file) else {
        continue
      }
      add(LocalCopy(address: from, file: path))
    }
  }

  /// A file or a folder below the source folder, without a slash at either end.
  mutating func file(_ key: ConfigurationKey, _ value: DataValue) -> String? {
    guard let path = checked(key, value, "path", { $0.isEmpty ? nil : $0 }) else { return nil }
    let joined = path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    guard SitePath.isSafe("/" + joined), !joined.isEmpty else {
      report(.unsafePath, at: value.range, [path.asOneLine])
      return nil
    }
    return joined
  }

  /// One file, which must exist: the binder sees to that. Nothing where the text is empty.
  mutating func asset(_ key: ConfigurationKey, _ value: DataValue) -> String? {
    if value.text?.isEmpty == true { return nil }
    guard let path = file(key, value) else { return nil }
    add(Configuration.NamedFile(path: path, range: value.range))
    return path
  }
}
