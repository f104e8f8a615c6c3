import Diagnostics
import Manuscript

extension FrontMatterField {
  /// Files that stand for what the article shows from other servers: a mapping of `address` and `file`, or a list of these.
  /// An entry that lacks one of both is left out.
  func localCopies(into copies: inout [LocalCopy]) {
    let items: [DataValue] = if case .sequence(let items) = value.content { items } else { [value] }
    for item in items where !item.isNull {
      guard let entries = item.entries else {
        reject(item, expected: "local-copy")
        continue
      }
      for entry in entries where entry.key != "address" && entry.key != "file" {
        let meant = Suggestion.nearest(to: entry.key, among: ["address", "file"])
        context.report(
          .unknownKey, at: entry.keyRange, [entry.key] + (meant.map { [$0] } ?? []),
          fixIts: meant.map { [Diagnostic.FixIt(range: entry.keyRange, replacement: $0)] } ?? [])
      }
      let address = entries.last { $0.key == "address" }?.value
      let file = entries.last { $0.key == "file" }?.value
      guard let address, let file, !address.isNull, !file.isNull else {
        reject(item, expected: "local-copy")
        continue
      }
      guard let from = address.text, from.isWebAddress, !from.hasPrefix("/") else {
        reject(address, expected: "url")
        continue
      }
      guard let path = line(of: file, expected: "path") else { continue }
      copies.append(LocalCopy(address: from, file: path))
    }
  }
}
