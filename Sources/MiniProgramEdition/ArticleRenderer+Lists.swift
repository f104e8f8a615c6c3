import Manuscript
import Typesetting

extension ArticleRenderer {
  /// Items stand directly in the element around the list, so that a level of lists costs one level of depth.
  ///
  /// - Parameter attributes: the author's, of which `reversed` counts.
  mutating func list(_ list: List, id: [UInt8]?, attributes: Attributes) {
    let outer = (isTight, listLevel)
    listLevel += 1
    let numbers = list.numbers(attributes)
    if printer.childCount + list.items.count > PlatformLimits.blocksOfGroup || id != nil || listLevel == 1 {
      printer.start("view", class: "ul", id: id)
      items(list, numbers, 0..<list.items.count)
      printer.end()
    } else {
      items(list, numbers, 0..<list.items.count)
    }
    (isTight, listLevel) = outer
  }

  /// A range of items, in groups where they are many.
  private mutating func items(_ list: List, _ numbers: [Int], _ range: Range<Int>) {
    let limit = PlatformLimits.inlinesOfGroup
    guard range.count > limit else {
      for index in range { item(list, index, numbers.isEmpty ? nil : numbers[index]) }
      return
    }
    let size = max(limit, (range.count + limit - 1) / limit)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, start + size)
      printer.start("view")
      items(list, numbers, start..<end)
      printer.end()
      start = end
    }
  }

  private mutating func item(_ list: List, _ index: Int, _ number: Int?) {
    let item = list.items[index]
    isTight = list.isTight
    let id = anchor(of: item.attributes)
    switch list.marker {
    case .bullet:
      printer.start("view", class: "li", id: id)
      if let isDone = item.isDone { box(isDone) } else { marker(bullet) }
    case .ordered(let start, let numeral):
      let text = ListMarker.text(number ?? start &+ index, numeral)
      let width: StaticString =
        switch text.count {
        case ...3: "li"
        case ...5: "li w"
        default: "li ww"
        }
      printer.start("view", class: width, id: id)
      if let isDone = item.isDone { box(isDone) } else { marker(text) }
    }
    blocks(item.content)
    printer.end()
  }

  private mutating func box(_ isDone: Bool) {
    printer.startTag("view", class: isDone ? "box on" : "box")
    printer.attribute("aria-role", literal: "checkbox")
    printer.attribute("aria-checked", literal: isDone ? "true" : "false")
    printer.finishVoidTag()
  }

  private mutating func marker(_ text: [UInt8]) {
    printer.start("text", class: "mk")
    printer.text(text)
    printer.end()
  }

  private var bullet: [UInt8] {
    switch listLevel {
    case 1: Self.bullets.0
    case 2: Self.bullets.1
    default: Self.bullets.2
    }
  }
  private static let bullets = (Array("•".utf8), Array("◦".utf8), Array("▪".utf8))

  /// One footnote of the list at the article's end, with the ways back to its marks.
  mutating func footnote(_ index: Int, content: [Block]) {
    let id = Array("n-\(index + 1)".utf8)
    printer.start("view", [.class("li note"), .bytes("id", anchor(id))])
    printer.element("text", [.class("mk")]) { $0.text("\(index + 1).") }
    let outer = isTight
    isTight = true
    blocks(content)
    isTight = outer
    // One way back for each mark, as far as fingers can tell them apart.
    for occurrence in 0..<min(9, max(1, article.footnotes[index].referenceCount)) {
      printer.startTag("text", class: "a back")
      printer.attribute("catchtap", literal: "go")
      printer.attribute("data-h", Self.markID(footnote: index, occurrence: occurrence))
      printer.attribute("aria-role", literal: "link")
      printer.attribute("aria-label", Array(words.back.utf8))
      printer.finishTag("text")
      printer.text(occurrence == 0 ? "↩" : "↩\(occurrence + 1)")
      printer.end()
    }
    printer.end()
  }
}
