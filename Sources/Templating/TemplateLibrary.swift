package import Diagnostics

/// Templates that can include each other by name. Immutable: renders from any number of threads.
package struct TemplateLibrary: Sendable {
  package let templates: [Template]
  private let indices: [String: Int]
  /// For each template, the template that each of its inclusions names; nil: there is none.
  let targets: [[Int?]]

  /// Of two templates with the same name the later one counts.
  package init(_ templates: [Template]) {
    var indices: [String: Int] = [:]
    for (index, template) in templates.enumerated() { indices[template.name] = index }
    self.templates = templates
    self.indices = indices
    targets = templates.map { $0.program.inclusions.map { indices[$0.name.text] } }
  }

  /// Whether `{{.}}` stands in any of them.
  var printsContexts: Bool {
    templates.contains { $0.program.names.contains { $0.tag.text == "." } }
  }

  /// The place of a template in `templates`.
  func index(of name: String) -> Int? { indices[name] }

  /// Compiles the files of a folder of the theme; `site/parts/head.mustache` in the folder `site` is named `parts/head`.
  ///
  /// Reports mistakes in any of them. Use `check` for what depends on the names a page has.
  package static func compile(_ theme: ThemeFiles, folder: String) -> (TemplateLibrary, [Diagnostic]) {
    let prefix = "\(folder)/"
    let suffix = ".mustache"
    var templates: [Template] = []
    var diagnostics: [Diagnostic] = []
    for (file, contents) in theme.files.sorted(by: { $0.key < $1.key })
    where file.hasPrefix(prefix) && file.hasSuffix(suffix) {
      let name = String(file.dropFirst(prefix.count).dropLast(suffix.count))
      let (template, problems) = Template.compile(contents.bytes, name: name, path: contents.path)
      templates.append(template)
      diagnostics += problems
    }
    return (TemplateLibrary(templates), diagnostics)
  }

  /// Renders a template, appending to the output.
  ///
  /// - Parameters:
  ///   - contexts: what names are looked up in, outermost first: the publication's values before the page's, so that the
  ///     former are made once.
  ///   - escaping: what `{{name}}` does to text; `{{{name}}}` and markup are never escaped.
  /// - Returns: nothing, or the one problem that kept it from ending: templates that include each other for ever.
  @discardableResult
  package func render(
    _ name: String, with contexts: [TemplateValue], escaping: TemplateEscaping = .html, into output: inout [UInt8]
  ) -> [Diagnostic] {
    guard let index = indices[name] else {
      return [Diagnostic(.templateUnknownPartial, path: name, arguments: [name, ""])]
    }
    var renderer = TemplateRenderer(library: self, contexts: contexts, escaping: escaping, output: output)
    // The renderer's copy must be the only one, or the first append would copy the output.
    output = []
    renderer.renderTemplate(index)
    output = renderer.output
    return renderer.problem.map { [$0] } ?? []
  }
}
