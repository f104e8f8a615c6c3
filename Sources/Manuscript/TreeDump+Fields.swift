import Highlighting

/// The facts of leaves that several nodes share.
extension TreeNodes {
  func fields(of code: CodeBlock) -> [TreeNode.Field] {
    [
      .text("language", code.language), .text("info", code.info.isEmpty ? nil : code.info.string),
      .text("title", code.title?.string), .plain("drawing", drawing(code.drawing)),
      .plain("line-numbers", code.showsLineNumbers),
      .plain("first-line", code.firstLineNumber == 1 ? nil : code.firstLineNumber),
      .plain("lines", list(code.highlightedLines)), .plain("inserted", list(code.insertedLines)),
      .plain("deleted", list(code.deletedLines)),
      .text(nil, code.text.string),
      .plain(
        "tokens",
        code.tokens.isEmpty ? nil : code.tokens.map { "\($0.kind):\($0.count)" }.joined(separator: ",")),
    ]
  }

  private func drawing(_ drawing: CodeBlock.Drawing?) -> String? {
    switch drawing {
    case nil: nil
    case .picture(let reference): String(reference)
    case .unsupported: "unsupported"
    }
  }

  private func list(_ lines: [Int]) -> String? {
    lines.isEmpty ? nil : lines.map(String.init).joined(separator: ",")
  }

  func fields(of image: Image) -> [TreeNode.Field] {
    [
      .plain("reference", image.reference), .text("alt", image.alternative.string),
      .text("title", image.title?.string), .plain("width", describe(image.width)),
      .plain("height", describe(image.height)), .plain("align", image.alignment?.rawValue),
    ]
  }

  func fields(of formula: Formula) -> [TreeNode.Field] {
    [
      .text(nil, formula.source.string),
      .text("definitions", formula.definitions.isEmpty ? nil : formula.definitions.string),
    ]
  }

  func fields(of media: Media) -> [TreeNode.Field] {
    [
      .plain("sources", media.sources.map(String.init).joined(separator: ",")), .plain("poster", media.poster),
      .text("title", media.title?.string), .plain("width", describe(media.width)),
      .plain("height", describe(media.height)), .flag("loop", media.loops), .flag("muted", media.isMuted),
      .flag("autoplay", media.autoplays),
    ]
  }

  func describe(_ length: Length?) -> String? {
    switch length {
    case nil: nil
    case .pixels(let number): number == number.rounded() ? "\(Int(clamping: number))px" : "\(number)px"
    case .percent(let number): number == number.rounded() ? "\(Int(clamping: number))%" : "\(number)%"
    }
  }

  func describe(_ marker: List.Marker) -> String {
    switch marker {
    case .bullet: "bullet"
    case .ordered(let start, let numeral): "\(start)/\(numeral.rawValue)"
    }
  }
}

extension Int {
  fileprivate init(clamping number: Double) { self = number.magnitude < 1e15 ? Int(number) : 0 }
}
