import Typesetting

/// Makes the addresses of a finished page relative and complete (`../tags/index.html`), so that the page can be read from a
/// disk, where no server knows what `/tags/` is.
///
/// The page is read as a browser would read it, tag by tag: what stands in text, in comments and in scripts is left alone.
/// Style sheets and `style` attributes have their `url(…)` changed.
struct RelativeAddresses {
  /// The base path of the site, without a slash at the end; empty for the root.
  private let base: [UInt8]
  /// The folders that the page's file is in, encoded.
  private let folders: [ArraySlice<UInt8>]

  init(base: [UInt8], sitePath: String) {
    self.base = base
    let file = AddressEncoding.encode(path: SiteAddresses.file(ofPath: sitePath))
    folders = file.split(separator: Self.slash).dropLast()
  }

  private static let slash = UInt8(ascii: "/")
  private static let names: Set<String> = [
    "href", "src", "poster", "action", "cite", "data", "srcset", "content", "data-script", "data-style",
  ]

  /// The page with its addresses changed.
  func rewrite(_ page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(page.count + page.count / 16)
    var index = 0
    while index < page.count {
      let byte = page[index]
      result.append(byte)
      index += 1
      guard byte == UInt8(ascii: "<"), index < page.count else { continue }
      if page[index...].starts(with: "!--".utf8) {
        copy(page, &index, through: "-->", &result)
      } else if isLetter(page[index]) {
        let name = element(page, &index, &result)
        if name == "script" { copy(page, &index, upTo: "</script", &result) }
        if name == "style" {
          var sheet: [UInt8] = []
          copy(page, &index, upTo: "</style", &sheet)
          result += rewrite(style: sheet[...])
        }
      }
    }
    return result
  }

  /// Copies one tag, from behind its `<` to its `>`, and returns the element's name.
  private func element(_ page: [UInt8], _ index: inout Int, _ result: inout [UInt8]) -> String {
    let start = index
    while index < page.count, !isBlank(page[index]), page[index] != UInt8(ascii: ">") { index += 1 }
    let name = String(decoding: page[start..<index], as: UTF8.self).lowercased()
    result += page[start..<index]
    while index < page.count, page[index] != UInt8(ascii: ">") {
      if isBlank(page[index]) || page[index] == Self.slash {
        result.append(page[index])
        index += 1
        continue
      }
      attribute(page, &index, &result)
    }
    return name
  }

  private func attribute(_ page: [UInt8], _ index: inout Int, _ result: inout [UInt8]) {
    let start = index
    while index < page.count, !isBlank(page[index]), page[index] != UInt8(ascii: "="), page[index] != UInt8(ascii: ">")
    { index += 1 }
    // A stray `=` is the first character of a name.
    if index == start { index += 1 }
    let name = String(decoding: page[start..<index], as: UTF8.self).lowercased()
    result += page[start..<index]
    var next = index
    while next < page.count, isBlank(page[next]) { next += 1 }
    guard next < page.count, page[next] == UInt8(ascii: "=") else { return }
    next += 1
    while next < page.count, isBlank(page[next]) { next += 1 }
    result += page[index..<next]
    index = next
    guard index < page.count else { return }
    let quote = page[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted {
      result.append(quote)
      index += 1
    }
    let valueStart = index
    while index < page.count,
      isQuoted ? page[index] != quote : !isBlank(page[index]) && page[index] != UInt8(ascii: ">")
    { index += 1 }
    let value = page[valueStart..<index]
    if name == "style" {
      result += rewrite(style: value)
    } else {
      result += Self.names.contains(name) ? self.value(value, of: name) : Array(value)
    }
    if isQuoted, index < page.count {
      result.append(quote)
      index += 1
    }
  }

  /// A style sheet, or what stands in a `style` attribute, with every `url(…)` that begins with a slash changed.
  func rewrite(style: ArraySlice<UInt8>) -> [UInt8] {
    let function = Array("url(".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(style.count)
    var index = style.startIndex
    while index < style.endIndex {
      guard style[index] | 0x20 == function[0], style.endIndex - index > function.count,
        zip(style[index...], function).allSatisfy({ $0 == $1 || isLetter($0) && $0 | 0x20 == $1 })
      else {
        result.append(style[index])
        index += 1
        continue
      }
      var start = index + function.count
      let marks = style[start...].prefix { isBlank($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      // Quotes of an attribute's value stand in it as character references.
      start = marks.endIndex
      for quote in ["&quot;", "&#39;", "&#x27;"] where style[start...].starts(with: quote.utf8) {
        start += quote.utf8.count
      }
      let end = style[start...].firstIndex { ")\"'&".utf8.contains($0) || isBlank($0) } ?? style.endIndex
      result += style[index..<start]
      result += address(style[start..<end])
      index = end
    }
    return result
  }

  private func value(_ value: ArraySlice<UInt8>, of name: String) -> [UInt8] {
    switch name {
    case "srcset":
      let candidates = value.split(separator: UInt8(ascii: ",")).map { candidate -> [UInt8] in
        let bare = candidate.drop { isBlank($0) }
        let end = bare.firstIndex { isBlank($0) } ?? bare.endIndex
        return address(bare[..<end]) + bare[end...]
      }
      return Array(candidates.joined(separator: Array(", ".utf8)))
    case "content":
      // Only the address that a page sends its reader to.
      let mark = Array("0; url=".utf8)
      return value.starts(with: mark) ? mark + address(value.dropFirst(mark.count)) : Array(value)
    default: return address(value)
    }
  }

  /// An address of this site relative to the page; any other as it is.
  private func address(_ address: ArraySlice<UInt8>) -> [UInt8] {
    guard address.starts(with: base), let first = address.dropFirst(base.count).first, first == Self.slash else {
      return Array(address)
    }
    let local = address.dropFirst(base.count)
    if local.dropFirst().first == Self.slash { return Array(address) }
    let end = local.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? local.endIndex
    var parts = local[..<end].split(separator: Self.slash)
    if local[..<end].last == Self.slash { parts.append(Array("index.html".utf8)[...]) }
    var shared = 0
    while shared < folders.count, shared + 1 < parts.count, folders[shared] == parts[shared] { shared += 1 }
    var result: [UInt8] = []
    for _ in shared..<max(shared, folders.count) { result += "../".utf8 }
    result += parts[shared...].joined(separator: [Self.slash])
    return result + local[end...]
  }

  private func copy(_ page: [UInt8], _ index: inout Int, through end: String, _ result: inout [UInt8]) {
    copy(page, &index, upTo: end, &result)
    let rest = min(page.count, index + end.utf8.count)
    result += page[index..<rest]
    index = rest
  }

  /// Copies up to a text in any letter case, or to the end of the page.
  private func copy(_ page: [UInt8], _ index: inout Int, upTo end: String, _ result: inout [UInt8]) {
    let wanted = Array(end.utf8)
    let start = index
    while index < page.count {
      if page[index] == wanted[0], index + wanted.count <= page.count,
        zip(page[index...], wanted).allSatisfy({ $0 == $1 || isLetter($0) && $0 | 0x20 == $1 })
      {
        break
      }
      index += 1
    }
    result += page[start..<index]
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
