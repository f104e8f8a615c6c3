import Manuscript

/// kramdown's attribute list, as Jekyll themes use it: `{: #id .class key="value" toc}`. Also the shorter `{#id .class}`
/// behind headings.
struct AttributeList {
  /// Classes joined to one item.
  var attributes = Attributes()
  /// `{:toc}`: the place of the table of contents.
  var isContents = false
  /// Bytes from the opening to the closing brace.
  private(set) var count = 0

  var classes: [Substring] { attributes.classes }

  /// Reads the list that begins with the first byte; nil when none does.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.first == 0x7B, bytes.count > 2, let close = Self.end(bytes) else { return nil }
    count = close + 1 - bytes.startIndex
    var inner = bytes[(bytes.startIndex + 1)..<close]
    let isShort = inner.first != 0x3A
    if isShort {
      guard inner.first == 0x23 || inner.first == 0x2E else { return nil }
    } else {
      inner = inner.dropFirst()
      // `{::comment}` is an extension, `{:name: …}` a definition.
      if inner.first == 0x3A { return nil }
    }
    for word in CodeInfoString.words(Array(inner)) where !read(word) { return nil }
  }

  // A word that is none of the forms makes the whole no list.
  private mutating func read(_ word: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: word.dropFirst(), as: UTF8.self)
    if word.first == 0x23 {
      guard let first = word.dropFirst().first, Self.isName(first) else { return false }
      set("id", text)
      return true
    }
    if word.first == 0x2E {
      guard !text.isEmpty else { return false }
      set("class", ([attributes["class"] ?? ""] + text.split(separator: ".").map(String.init)).joined(separator: " "))
      return true
    }
    guard let first = word.first, Self.isName(first) else { return false }
    let whole = String(decoding: word, as: UTF8.self)
    guard let equals = word.firstIndex(of: 0x3D) else {
      if whole == "toc" { isContents = true }
      return word.allSatisfy { Self.isName($0) || $0 == 0x2D }
    }
    let name = String(decoding: word[..<equals], as: UTF8.self).lowercased()
    let value = String(decoding: CodeInfoString.unquoted(word[(equals + 1)...]), as: UTF8.self)
    if name == "class" {
      set("class", [attributes["class"] ?? "", value].joined(separator: " "))
    } else {
      set(name, value)
    }
    return true
  }

  private mutating func set(_ name: String, _ value: String) {
    let value = value.first == " " ? String(value.dropFirst()) : value
    if let index = attributes.items.firstIndex(where: { $0.name == name }) {
      attributes.items[index].value = value
    } else {
      attributes.items.append(Attributes.Item(name: name, value: value))
    }
  }

  // Letters of any script, digits and `_`; what begins with a digit is caught where it matters.
  private static func isName(_ byte: UInt8) -> Bool { ByteRun.isAlphanumeric(byte) || byte == 0x5F || byte >= 0x80 }

  private static func end(_ bytes: ArraySlice<UInt8>) -> Int? {
    var quote: UInt8 = 0
    for index in bytes.indices.dropFirst() {
      let byte = bytes[index]
      if byte == 0x0A { return nil }
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 {
        quote = byte
      } else if byte == 0x7D {
        return index
      } else if byte == 0x7B {
        return nil
      }
    }
    return nil
  }
}

extension Attributes {
  /// Adds those of a list; classes are joined, other names that are there already keep their value.
  mutating func merge(_ other: Attributes) {
    for item in other.items {
      guard let index = items.firstIndex(where: { $0.name == item.name }) else {
        items.append(item)
        continue
      }
      if item.name == "class" { items[index].value += " " + item.value }
    }
  }

  /// Takes an item out.
  mutating func remove(_ name: String) -> String? {
    guard let index = items.firstIndex(where: { $0.name == name }) else { return nil }
    return items.remove(at: index).value
  }
}
