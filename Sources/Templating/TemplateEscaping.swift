/// How `{{name}}` makes text part of the language that a template is written in.
package struct TemplateEscaping: Sendable {
  /// Appends the text, escaped, to the output.
  package let append: @Sendable (_ text: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]) -> Void

  package init(_ append: @escaping @Sendable (UnsafeBufferPointer<UInt8>, inout [UInt8]) -> Void) {
    self.append = append
  }

  /// HTML and XML, in text and in quoted attributes: `&`, `<`, `>` and `"` become references.
  package static let html = TemplateEscaping { text, output in
    var clean = 0
    for index in 0..<text.count {
      let reference: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\""): reference = "&quot;"
      default: continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean..<index]))
      reference.withUTF8Buffer { output.append(contentsOf: $0) }
      clean = index + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[clean...]))
  }

  /// Plain text: nothing is replaced.
  package static let none = TemplateEscaping { text, output in output.append(contentsOf: text) }
}
