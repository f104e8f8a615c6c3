import Manuscript
import Typesetting

extension ArticleBodyWriter {
  /// Writes the author's attributes into the open tag, with a class of ours before the author's own.
  mutating func writeAttributes(
    _ attributes: Attributes, class ownClass: StaticString? = nil, without left: [String] = []
  ) {
    if attributes.isEmpty {
      if let ownClass { printer.attribute("class", literal: ownClass) }
      return
    }
    if let ownClass {
      let classes = attributes["class"].map { " " + $0 } ?? ""
      printer.attribute("class", ownClass.description + classes)
    }
    var seen: [String] = []
    for item in attributes.items where !left.contains(item.name) && (ownClass == nil || item.name != "class") {
      // The first of a name counts, as in HTML's parser.
      guard !seen.contains(item.name) else { continue }
      seen.append(item.name)
      printer.attribute(written: item.name, item.value)
    }
  }

  func alignmentClass(_ alignment: Alignment?) -> StaticString? {
    switch alignment {
    case nil: nil
    case .left: "align-left"
    case .center: "align-center"
    case .right: "align-right"
    }
  }
}
