import Diagnostics
import Manuscript

extension HTMLConverter {
  /// An image. Its address is `src`, or `data-src` where pages load images late; without one its alternative text is
  /// all there is.
  mutating func image(_ node: Int) -> [HTMLFlow] {
    var attributes = attributes(of: node)
    guard let source = attributes.takeAddress("src") ?? attributes.takeAddress("data-src") else { return raw(node) }
    let reference = context.addReference(.image, target: source.target, range: source.range ?? range(of: node))
    let alternative = attributes.take("alt") ?? ""
    let title = attributes.take("title").flatMap { $0.isEmpty ? nil : Text($0) }
    let width = attributes.takeLength("width")
    let height = attributes.takeLength("height")
    let image = Image(
      reference: reference, alternative: Text(alternative), title: title, width: width, height: height,
      alignment: attributes.takeAlignment(floats: true))
    return [.inline(Inline(.image(image), range: range(of: node), attributes: attributes.rest))]
  }

  /// The image that every browser can show; its alternatives are the editions' own affair.
  mutating func picture(_ node: Int) -> [HTMLFlow] {
    var result: [HTMLFlow] = []
    for child in tree.children(of: node) where element(of: child) != .source { result += convert(child) }
    return result
  }

  mutating func figure(_ node: Int) -> [HTMLFlow] {
    var attributes = attributes(of: node)
    var content: [HTMLFlow] = []
    var caption: [HTMLFlow] = []
    for child in tree.children(of: node) {
      if element(of: child) == .figcaption {
        caption += flow(of: child)
      } else {
        content += convert(child)
      }
    }
    let figure = Figure(
      content: blocks(content, capturesCaptions: false), caption: settled(inlines(caption)),
      alignment: attributes.takeAlignment())
    return [.block(Block(.figure(figure), range: range(of: node), attributes: attributes.rest))]
  }
}
