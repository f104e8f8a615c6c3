import Diagnostics
import Manuscript

/// The decoded attributes of one start tag, from which conversion takes what it understands; the rest is kept as
/// written.
struct HTMLAttributes {
  private struct Item {
    var name: String
    var value: String
    /// Where the value stands; nil when only the name is there.
    var range: SourceRange?
  }

  private var items: [Item] = []

  /// None.
  init() {}

  init(of token: Int, in tokens: HTMLTokens) {
    for attribute in tokens.attributes[tokens.list[token].attributes] {
      // The first of a name counts.
      if items.contains(where: { $0.name == attribute.name }) { continue }
      guard let value = attribute.value else {
        items.append(Item(name: attribute.name, value: "", range: nil))
        continue
      }
      let decoded = HTMLEntities.decoded(tokens.source.bytes[value])
      items.append(
        Item(
          name: attribute.name, value: String(decoding: decoded, as: UTF8.self), range: tokens.source.range(value)))
    }
  }

  subscript(name: String) -> String? { items.first { $0.name == name }?.value }

  /// What was not taken.
  var rest: Attributes { Attributes(items.map { Attributes.Item(name: $0.name, value: $0.value) }) }

  mutating func take(_ name: String) -> String? {
    guard let index = items.firstIndex(where: { $0.name == name }) else { return nil }
    return items.remove(at: index).value
  }

  mutating func takeFlag(_ name: String) -> Bool { take(name) != nil }

  /// An address, blanks around it dropped, and where it stands; nil when there is none or it is empty.
  mutating func takeAddress(_ name: String, orEmpty: Bool = false) -> (target: String, range: SourceRange?)? {
    guard let index = items.firstIndex(where: { $0.name == name }) else { return nil }
    let trimmed = items[index].value.trimmed
    if trimmed.isEmpty, !orEmpty { return nil }
    return (trimmed, items.remove(at: index).range)
  }

  /// Takes `align`, `data-align` or the style's `text-align` or `float` where it says left, center or right.
  mutating func takeAlignment(floats: Bool = false) -> Alignment? {
    var result: Alignment?
    for name in ["data-align", "align"] {
      guard let alignment = Alignment(html: self[name]) else { continue }
      result = result ?? alignment
      _ = take(name)
    }
    withStyle { style in
      if floats {
        if let float = Alignment(html: style["float"]) {
          result = float
          style.remove("float")
        } else if style["display"]?.lowercased() == "block", style.isCentredByMargins {
          result = .center
        }
      } else if let alignment = Alignment(html: style["text-align"]) {
        result = alignment
        style.remove("text-align")
      }
    }
    return result
  }

  /// Takes `width` or `height`, the style's before the attribute's, where it is in pixels or per cent.
  mutating func takeLength(_ name: String) -> Length? {
    var result: Length?
    if let value = self[name], let length = Length(html: value) {
      result = length
      _ = take(name)
    }
    withStyle { style in
      if let value = style[name], let length = Length(css: value) {
        result = length
        style.remove(name)
      }
    }
    return result
  }

  private mutating func withStyle(_ body: (inout HTMLStyle) -> Void) {
    guard let index = items.firstIndex(where: { $0.name == "style" }) else { return }
    var style = HTMLStyle(items[index].value)
    let before = style.declarations.count
    body(&style)
    if style.declarations.count == before { return }
    if style.declarations.isEmpty {
      items.remove(at: index)
    } else {
      items[index].value = style.text
    }
  }

  mutating func set(_ name: String, _ value: String) {
    if let index = items.firstIndex(where: { $0.name == name }) {
      items[index].value = value
    } else {
      items.append(Item(name: name, value: value, range: nil))
    }
  }
}
