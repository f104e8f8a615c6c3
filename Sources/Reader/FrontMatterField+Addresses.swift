import Diagnostics
import Manuscript

extension FrontMatterField {
  /// A path below the site's root that the author fixed; see `sitePath(of:)`.
  func sitePath() -> String? { sitePath(of: value) }

  /// A folder below the site's root, with or without slashes around it; nil for the root itself.
  func folderPath() -> String? {
    guard let text = line(of: value, expected: "path") else { return nil }
    guard !text.contains(":"), !text.hasPrefix("//") else {
      reject(value, expected: "path")
      return nil
    }
    let path = "/" + text.split(separator: "/").joined(separator: "/")
    guard SitePath.isSafe(path) else {
      context.report(.unsafePath, at: value.range, [text])
      return nil
    }
    return path == "/" ? nil : path
  }

  /// Former addresses: a path or a list of them.
  func aliases(into aliases: inout [FrontMatter.Alias]) {
    let items: [DataValue] = if case .sequence(let items) = value.content { items } else { [value] }
    var paths = UniqueTexts(aliases.map(\.path))
    for item in items where !item.isNull {
      guard let path = sitePath(of: item), paths.insert(path) else { continue }
      aliases.append(FrontMatter.Alias(path: path, range: item.range))
    }
  }

  /// The word that stands for the article in its address.
  func addressWord() -> String? {
    guard let word = line() else { return nil }
    guard !word.contains("/"), SitePath.isSafe("/" + word) else {
      context.report(.unsafePath, at: value.range, [word])
      return nil
    }
    guard SitePath.fitsFolders(word) else {
      reject(value, expected: "short-path")
      return nil
    }
    return word
  }

  /// A path that begins with a slash, or could: Jekyll and Hugo add a missing one, and so do we, with a warning.
  ///
  /// What would leave the site's folder is an error and left out.
  private func sitePath(of value: DataValue) -> String? {
    guard let text = value.text else {
      reject(value, expected: "path")
      return nil
    }
    if text.isEmpty { return nil }
    let path = text.hasPrefix("/") ? text : "/" + text
    guard SitePath.isSafe(path), text.hasPrefix("/") || !text.hasScheme else {
      context.report(.unsafePath, at: value.range, [text.asOneLine])
      return nil
    }
    guard SitePath.fitsFolders(path) else {
      reject(value, expected: "short-path")
      return nil
    }
    if path != text { reject(value, expected: "path") }
    return path
  }

  /// A BCP 47 tag; `zh_CN` is read as `zh-CN`.
  func languageTag() -> String? {
    guard let text = value.text, let tag = LanguageTag.normalized(text) else {
      reject(value, expected: "language-tag")
      return nil
    }
    return tag
  }

  /// One edition or a list of them; nil (all) when nothing usable is there.
  func editions() -> Set<Edition>? {
    let items: [DataValue] = if case .sequence(let items) = value.content { items } else { [value] }
    var editions: Set<Edition> = []
    for item in items where !item.isNull {
      if let edition = item.text.flatMap(Edition.init(rawValue:)) {
        editions.insert(edition)
      } else {
        reject(item, expected: Edition.allCases.map(\.rawValue).joined(separator: ", "))
      }
    }
    return editions.isEmpty ? nil : editions
  }
}

/// Paths that authors give for their pages.
enum SitePath {
  /// Whether a path stays below the root, as written and percent-decoded: no `.` or `..` component, no backslash, no
  /// control character, no address of another host.
  static func isSafe(_ path: String) -> Bool {
    guard path.hasPrefix("/"), !path.hasPrefix("//") else { return false }
    return isHarmless(path.utf8) && (!path.utf8.contains(UInt8(ascii: "%")) || isHarmless(decoded(path.utf8)))
  }

  /// Whether a disk takes each part of a path as the name of a folder: at most 255 bytes (NAME_MAX of Linux; a Chinese
  /// character takes three).
  static func fitsFolders(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).allSatisfy { $0.count <= 255 }
  }

  private static func isHarmless(_ path: some Collection<UInt8>) -> Bool {
    if path.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) { return false }
    return !path.split(separator: UInt8(ascii: "/")).contains {
      $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8)
    }
  }

  private static func decoded(_ path: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(path)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"),
        let value = JSONString.hexadecimal(bytes, at: index + 1, to: bytes.count, digits: 2)
      {
        result.append(UInt8(truncatingIfNeeded: value))
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}

/// Language tags as BCP 47 shapes them; whether the language exists is not checked.
enum LanguageTag {
  /// The tag with hyphens; nil when it has not the shape of one.
  static func normalized(_ text: String) -> String? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard let first = parts.first, (2...8).contains(first.utf8.count), first.utf8.allSatisfy(\.isASCIILetter) else {
      return nil
    }
    for part in parts.dropFirst() {
      guard (1...8).contains(part.utf8.count), part.utf8.allSatisfy({ $0.isKeyCharacter && $0 != 0x2D && $0 != 0x5F })
      else { return nil }
    }
    return parts.joined(separator: "-")
  }
}

extension String {
  /// Whether it begins like an address with a scheme: `https:`, `javascript:`.
  fileprivate var hasScheme: Bool {
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return !utf8[..<colon].contains(UInt8(ascii: "/"))
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
