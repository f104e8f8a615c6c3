import Typesetting

extension HTMLPrinter {
  /// Writes an element around what `body` writes.
  mutating func element(_ name: StaticString, class classes: StaticString? = nil, _ body: (inout HTMLPrinter) -> Void) {
    if let classes { start(name, class: classes) } else { start(name) }
    body(&self)
    end()
  }
}
