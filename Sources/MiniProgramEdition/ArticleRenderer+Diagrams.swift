import Diagnostics
import Manuscript
import Typesetting

/// A diagram is an image of the package, with its source below it to be opened; one without a picture is its source.
extension ArticleRenderer {
  mutating func diagram(_ code: CodeBlock, id: [UInt8]?, range: SourceRange) {
    var source = code
    source.drawing = nil
    guard case .picture(let picture)? = code.drawing, case .asset(let index, _) = destination(picture),
      writer.files.indices.contains(index), writer.files[index] != nil
    else {
      adapt("diagram", .adapted, "source", at: range)
      return container("div", id: id) { renderer in
        renderer.printer.element("text", [.class("cap")]) { $0.text(renderer.words.undrawn) }
        renderer.code(source, id: nil)
      }
    }
    adapt("diagram", .adapted, "image", at: range)
    let title = code.title
    source.title = nil
    container("div", id: id) { renderer in
      let label = title ?? Text(renderer.words.diagram)
      renderer.container("pic", id: nil) { renderer in
        renderer.image(Image(reference: picture, alternative: label), Attributes(), range: range, isInLine: false)
        if let title { renderer.printer.element("text", [.class("cap")]) { $0.text(title.bytes) } }
      }
      let summary = [Inline(.text(Text(renderer.words.diagramSource)), range: range)]
      renderer.details(
        Details(summary: summary, isOpen: false, content: [Block(.code(source), range: range)]), id: nil)
    }
  }
}
