import Diagnostics
import Manuscript

extension HTMLConverter {
  /// A recording. What stands inside for browsers that know none is not kept; without an address it is all there is.
  mutating func media(_ node: Int, _ kind: Media.Kind) -> [HTMLFlow] {
    var attributes = attributes(of: node)
    let whole = range(of: node)
    var sources: [Int] = []
    if let source = attributes.takeAddress("src") {
      sources.append(context.addReference(.media, target: source.target, range: source.range ?? whole))
    }
    collectSources(below: node, into: &sources)
    if sources.isEmpty { return raw(node) }
    let poster = attributes.takeAddress("poster").map {
      context.addReference(.poster, target: $0.target, range: $0.range ?? whole)
    }
    let media = Media(
      kind: kind, sources: sources, poster: poster, title: attributes.take("title").map { Text($0) },
      width: attributes.takeLength("width"), height: attributes.takeLength("height"),
      loops: attributes.takeFlag("loop"), isMuted: attributes.takeFlag("muted"),
      autoplays: attributes.takeFlag("autoplay"))
    return [.inline(Inline(.media(media), range: whole, attributes: attributes.rest))]
  }

  private mutating func collectSources(below node: Int, into sources: inout [Int]) {
    for child in tree.children(of: node) {
      if element(of: child) == .source {
        var attributes = attributes(of: child)
        if let source = attributes.takeAddress("src") {
          sources.append(context.addReference(.media, target: source.target, range: source.range ?? range(of: child)))
        }
      } else {
        collectSources(below: child, into: &sources)
      }
    }
  }

  mutating func embed(_ node: Int, _ element: HTMLElement) -> [HTMLFlow] {
    var attributes = attributes(of: node)
    guard let source = attributes.takeAddress(element == .object ? "data" : "src") else { return raw(node) }
    let reference = context.addReference(.embed, target: source.target, range: source.range ?? range(of: node))
    let embed = Embed(
      reference: reference, title: attributes.take("title").map { Text($0) }, width: attributes.takeLength("width"),
      height: attributes.takeLength("height"))
    return [.block(Block(.embed(embed), range: range(of: node), attributes: attributes.rest))]
  }
}
