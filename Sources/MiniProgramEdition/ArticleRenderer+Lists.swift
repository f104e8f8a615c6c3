import Manuscript
import Typesetting

extension ArticleRenderer {
  /// Items stand directly in the element around the list, so that a level of lists costs one level of depth.
  mutating func list(_ list: List, id: [UInt8]?) {
    let outer = (isTight, listLevel)
    listLevel += 1
    if printer.childCount + list.items.count > PlatformLimits.blocksOfGroup || id != nil || listLevel == 1 {
      printer.start("view", [.class("ul"), .bytes("id", id)])
      items(list, 0..<list.items.count)
      printer.end()
    } else {
      items(list, 0..<list.items.count)
    }
    (isTight, listLevel) = outer
  }

  /// A range of items, in groups where they are many.
  private mutating func items(_ list: List, _ range: Range<Int>) {
    let limit = PlatformLimits.inlinesOfGroup
    guard range.count > limit else {
      for index in range { item(list, index) }
      return
    }
    let size = max(limit, (range.count + limit - 1) / limit)
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, start + size)
      printer.start("view")
      items(list, start..<end)
      printer.end()
      start = end
    }
  }

  private mutating func item(_ list: List, _ index: Int) {
    let item = list.items[index]
    isTight = list.isTight
    let number: Int
    let numeral: List.Numeral?
    switch list.marker {
    case .bullet: (number, numeral) = (0, nil)
    case .ordered(let start, let style): (number, numeral) = (start &+ index, style)
    }
    let text = numeral.map { ListMarker.text(number, $0) } ?? bullet
    let width: StaticString =
      switch text.utf8.count {
      case _ where numeral == nil: "li"
      case ...3: "li"
      case ...5: "li w"
      default: "li ww"
      }
    printer.start("view", [.class(width), .bytes("id", anchor(of: item.attributes))])
    if let isDone = item.isDone {
      printer.void(
        "view",
        [
          .class(isDone ? "box on" : "box"), .literal("aria-role", "checkbox"),
          .literal("aria-checked", isDone ? "true" : "false"),
        ])
    } else {
      printer.start("text", class: "mk")
      printer.text(text)
      printer.end()
    }
    blocks(item.content)
    printer.end()
  }

  private var bullet: String {
    switch listLevel {
    case 1: "•"
    case 2: "◦"
    default: "▪"
    }
  }

  /// One footnote of the list at the article's end, with the way back to its first mark.
  mutating func footnote(_ index: Int, content: [Block]) {
    let id = Array("n-\(index + 1)".utf8)
    printer.start("view", [.class("li note"), .bytes("id", anchor(id))])
    printer.element("text", [.class("mk")]) { $0.text("\(index + 1).") }
    let outer = isTight
    isTight = true
    blocks(content)
    isTight = outer
    printer.start(
      "text",
      [
        .class("a back"), .literal("catchtap", "go"), .bytes("data-h", Self.markID(footnote: index, occurrence: 0)),
        .literal("aria-role", "link"), .string("aria-label", words.back),
      ])
    printer.text("↩")
    printer.end()
    printer.end()
  }
}
