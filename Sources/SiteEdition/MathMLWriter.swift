import Mathematics
import Typesetting

/// Prints a formula as MathML Core, the part of MathML that browsers lay out without a script, with its TeX beside it for
/// those who copy it.
///
/// Extended by aspect: `+Atoms`, `+Scripts`, `+Tables`.
struct MathMLWriter {
  var printer: HTMLPrinter

  /// A whole formula. What `\tag` says is the caller's affair.
  static func print(_ formula: ParsedFormula, tex: [UInt8], isDisplay: Bool, to printer: inout HTMLPrinter) {
    var writer = MathMLWriter(printer: HTMLPrinter())
    swap(&writer.printer, &printer)
    writer.printer.startTag("math")
    if isDisplay { writer.printer.attribute("display", literal: "block") }
    writer.printer.attribute("alttext", tex)
    writer.printer.finishTag()
    writer.printer.start("semantics")
    writer.element("mrow") { $0.contents(of: formula.root) }
    writer.printer.startTag("annotation")
    writer.printer.attribute("encoding", literal: "application/x-tex")
    writer.printer.finishTag()
    writer.printer.text(tex)
    writer.printer.end()
    writer.printer.end()
    writer.printer.end()
    swap(&writer.printer, &printer)
  }

  mutating func element(_ name: StaticString, _ body: (inout MathMLWriter) -> Void) {
    printer.start(name)
    body(&self)
    printer.end()
  }

  /// What stands in an element that lays its children out in a line.
  mutating func contents(of node: MathNode) {
    guard case .row(let nodes) = node else { return write(node) }
    let line = MathSpacing.line(of: nodes, isScript: false)
    for index in nodes.indices {
      // Browsers space operators by themselves, but not names of functions and operators with something above them.
      if index > 0, line.rooms[index] > 0,
        nodes[index].isUnspaced(line.rooms[index]) || nodes[index - 1].isUnspaced(line.rooms[index])
      {
        space(line.rooms[index])
      }
      write(nodes[index], isSign: line.signs.contains(index))
    }
  }

  /// One element, whatever the node is: for elements that count their children.
  mutating func single(_ node: MathNode) {
    if case .row(let nodes) = node, nodes.count != 1 { return element("mrow") { $0.contents(of: node) } }
    if case .row(let nodes) = node { return single(nodes[0]) }
    write(node)
  }

  mutating func write(_ node: MathNode, isSign: Bool = false) {
    switch node {
    case .row: single(node)
    case .identifier(let text, let style): identifier(text, style)
    case .number(let text, let style): element("mn") { $0.printer.text(MathAlphabet.text(text, style)) }
    case .symbol(let symbol): self.symbol(symbol, isSign: isSign)
    case .function(let name, _): element("mi") { $0.printer.text(name) }
    case .text(let text, let style): self.text(text, style)
    case .space(let width): space(width)
    case .fraction(let fraction): self.fraction(fraction)
    case .root(let radicand, nil): element("msqrt") { $0.contents(of: radicand) }
    case .root(let radicand, let index?):
      element("mroot") { writer in
        writer.single(radicand)
        writer.single(index)
      }
    case .scripts(let scripts): self.scripts(scripts)
    case .accent(let accent): self.accent(accent)
    case .arrow(let mark, let over, let under): arrow(mark, over, under)
    case .fenced(let fence): self.fence(fence)
    case .delimiter(let text, let size, let kind): delimiter(text, size, kind)
    case .table(let table): self.table(table)
    case .styled(let style, let content): styled(style, content)
    case .phantom(let content, let extent): phantom(content, extent)
    case .enclosed(let content, let notation):
      printer.startTag("mrow")
      printer.attribute("style", literal: Self.style(of: notation))
      printer.finishTag()
      contents(of: content)
      printer.end()
    case .classed(.symbol(let symbol), let kind): self.symbol(symbol, as: kind)
    case .classed(let content, .relation):
      element("mrow") { writer in
        writer.space(5 / 18)
        writer.contents(of: content)
        writer.space(5 / 18)
      }
    case .classed(let content, .binary):
      element("mrow") { writer in
        writer.space(4 / 18)
        writer.contents(of: content)
        writer.space(4 / 18)
      }
    case .classed(let content, .ordinary), .classed(let content, .largeOperator), .classed(let content, .opening),
      .classed(let content, .closing), .classed(let content, .punctuation), .classed(let content, .inner):
      single(content)
    }
  }

  mutating func space(_ width: Double) {
    printer.startTag("mspace")
    printer.attribute("width", Self.em(width))
    printer.finishTag()
    printer.end()
  }

  /// A length in em with three digits at most.
  static func em(_ width: Double) -> String {
    let thousandths = Int((width * 1000).rounded())
    let whole = thousandths.magnitude / 1000
    var fraction = String(thousandths.magnitude % 1000 + 1000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return (thousandths < 0 ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction) + "em"
  }

  /// Lines around and through: MathML Core has no element for them, but takes CSS.
  private static func style(of notation: MathNotation) -> StaticString {
    switch notation {
    case .box: "border:.05em solid;padding:.25em .3em"
    case .cancel:
      "background:linear-gradient(to top right,transparent calc(50% - .04em),currentColor calc(50% - .04em) calc(50% + .04em),transparent calc(50% + .04em))"
    case .backCancel:
      "background:linear-gradient(to bottom right,transparent calc(50% - .04em),currentColor calc(50% - .04em) calc(50% + .04em),transparent calc(50% + .04em))"
    case .crossCancel:
      "background:linear-gradient(to top right,transparent calc(50% - .04em),currentColor calc(50% - .04em) calc(50% + .04em),transparent calc(50% + .04em)),linear-gradient(to bottom right,transparent calc(50% - .04em),currentColor calc(50% - .04em) calc(50% + .04em),transparent calc(50% + .04em))"
    case .strike:
      "background:linear-gradient(transparent calc(50% - .04em),currentColor calc(50% - .04em) calc(50% + .04em),transparent calc(50% + .04em))"
    }
  }
}

extension MathNode {
  /// Whether a browser would leave a room beside it away.
  func isUnspaced(_ room: Double) -> Bool {
    if case .scripts(let scripts) = self, case .symbol(let symbol) = scripts.base {
      return symbol.kind == .relation || symbol.kind == .binary
    }
    return room < 0.2 && isFunction
  }

  /// A name of a function, with or without scripts.
  var isFunction: Bool {
    switch self {
    case .function: true
    case .scripts(let scripts): scripts.base.isFunction
    case .styled(_, let content): content.isFunction
    case .row, .identifier, .number, .symbol, .text, .space, .fraction, .root, .accent, .arrow, .fenced, .delimiter,
      .table, .phantom, .enclosed, .classed:
      false
    }
  }
}
