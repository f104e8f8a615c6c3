package import Diagnostics

/// One compiled template: immutable, made once, rendered often (see `TemplateLibrary`).
package struct Template: Sendable {
  /// The name by which other templates include it.
  package let name: String
  /// What diagnostics call its file.
  package let path: String
  let program: TemplateProgram

  /// Compiles a template in the mustache language (specification 1.4 without lambdas and dynamic names; a tag other than a
  /// comment ends on the line it begins on).
  ///
  /// Mistakes are reported as `template-syntax`; the template is what could be understood of it.
  package static func compile(_ bytes: [UInt8], name: String, path: String) -> (Template, [Diagnostic]) {
    let (nodes, diagnostics) = TemplateParser.parse(bytes, path: path)
    var assembler = TemplateAssembler()
    assembler.append(nodes)
    return (Template(name: name, path: path, program: TemplateProgram(assembler)), diagnostics)
  }
}
