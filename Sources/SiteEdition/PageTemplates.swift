import Diagnostics
import Templating
import Typesetting

/// The theme's page templates, linked with what is the same on every page of a language.
struct PageTemplates: Sendable {
  private let library: TemplateLibrary
  let english: [String: LinkedTemplate]
  let chinese: [String: LinkedTemplate]

  /// Text becomes markup by the rules of the printers.
  private static let escaping = TemplateEscaping { MarkupEscaping.append($0, to: &$1) }

  init(_ library: TemplateLibrary, shell: SiteShell) {
    self.library = library
    english = Self.link(library, shell.site(.english))
    chinese = Self.link(library, shell.site(.simplifiedChinese))
  }

  private static func link(_ library: TemplateLibrary, _ site: TemplateObject) -> [String: LinkedTemplate] {
    var linked: [String: LinkedTemplate] = [:]
    for (name, shape) in SiteShapes.pages {
      linked[name] = library.link(name, constant: site, shapes: [SiteShapes.page, shape], escaping: escaping)
    }
    return linked
  }

  /// Renders a page, appending to the output.
  func render(
    _ name: String, _ language: Language, site: TemplateObject, _ page: TemplateObject, _ own: TemplateObject,
    into output: inout [UInt8]
  ) {
    let linked =
      switch language {
      case .english: english[name]
      case .simplifiedChinese: chinese[name]
      }
    // Templates that include each other for ever were found when the theme was checked.
    if let linked {
      linked.render(with: [page, own], into: &output)
    } else {
      library.render(
        name, with: [.object(site), .object(page), .object(own)], escaping: Self.escaping, into: &output)
    }
  }
}
