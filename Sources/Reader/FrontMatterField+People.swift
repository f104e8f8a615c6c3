import Diagnostics
import Manuscript

extension FrontMatterField {
  /// A name, a mapping of `name` and `url`, or a list of these.
  func authors(into authors: inout [FrontMatter.Author]) {
    let items: [DataValue] = if case .sequence(let items) = value.content { items } else { [value] }
    var names = UniqueTexts(authors.map(\.name))
    for item in items where !item.isNull {
      guard let author = author(item), names.insert(author.name) else { continue }
      authors.append(author)
    }
  }

  private func author(_ item: DataValue) -> FrontMatter.Author? {
    switch item.content {
    case .scalar(let scalar):
      let name = scalar.text.asOneLine
      return name.isEmpty ? nil : FrontMatter.Author(name: name)
    case .sequence:
      reject(item, expected: "author")
      return nil
    case .mapping(let entries):
      guard let name = entries.first(where: { $0.key == "name" })?.value.text?.asOneLine, !name.isEmpty else {
        reject(item, expected: "author")
        return nil
      }
      let url = entries.first { $0.key == "url" || $0.key == "link" }?.value
      guard let url, !url.isNull else { return FrontMatter.Author(name: name) }
      guard let address = url.text, address.isWebAddress else {
        reject(url, expected: "url")
        return FrontMatter.Author(name: name)
      }
      return FrontMatter.Author(name: name, url: address)
    }
  }

  /// The name of a series; of a list (as Hugo writes it) the first, since an article stands in one place.
  func series() -> String? {
    guard case .sequence(let items) = value.content else { return line() }
    guard let first = items.first(where: { !$0.isNull }) else { return nil }
    for other in items.drop(while: { $0.isNull }).dropFirst() { reject(other, expected: "string") }
    return line(of: first, expected: "string")
  }

  /// A path, or a mapping with `path` (Chirpy 6 and later) or `src` (before) and `alt`. Registers the reference.
  func cover() -> FrontMatter.Cover? {
    switch value.content {
    case .scalar:
      return cover(value, alternative: "")
    case .sequence:
      reject(value, expected: "cover")
      return nil
    case .mapping(let entries):
      let path = entries.first { $0.key == "path" || $0.key == "src" || $0.key == "url" }?.value
      guard let path, path.text != nil, !path.isNull else {
        reject(value, expected: "cover")
        return nil
      }
      let alternative = entries.first { $0.key == "alt" }?.value
      if let alternative, alternative.text == nil { reject(alternative, expected: "string") }
      return cover(path, alternative: alternative?.text?.asOneLine ?? "")
    }
  }

  private func cover(_ path: DataValue, alternative: String) -> FrontMatter.Cover? {
    guard let target = line(of: path, expected: "cover") else { return nil }
    let reference = context.addReference(.cover, target: target, range: inside(path))
    return FrontMatter.Cover(reference: reference, alternative: alternative)
  }

  /// The bytes of a scalar without its quotation marks.
  private func inside(_ value: DataValue) -> SourceRange {
    let range = value.range
    guard case .scalar(let scalar) = value.content, !scalar.isPlain, range.count >= 2,
      range.end <= context.file.bytes.count
    else { return range }
    let first = context.file.bytes[Int(range.start)]
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), context.file.bytes[Int(range.end) - 1] == first
    else { return range }
    return SourceRange(start: range.start + 1, end: range.end - 1)
  }
}

extension String {
  /// An address that is safe to link: `http:`, `https:`, `mailto:` with something behind it, or a path of the site.
  var isWebAddress: Bool {
    guard !hasControlCharacters, !utf8.contains(0x20), !contains("\\") else { return false }
    if hasPrefix("/") { return true }
    let lowered = lowercased()
    for scheme in ["https://", "http://", "mailto:"] where lowered.hasPrefix(scheme) {
      return lowered.utf8.count > scheme.utf8.count
    }
    return false
  }
}
