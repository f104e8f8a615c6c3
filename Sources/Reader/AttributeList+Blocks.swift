import Manuscript

extension AttributeList {
  /// Puts the list on a block: what the model knows by itself becomes that (Chirpy's prompts, file names of code,
  /// ids of headings), the rest are attributes.
  func apply(to block: inout Block) {
    var rest = attributes
    switch block.kind {
    case .heading(var heading):
      if let id = rest["id"] {
        heading.id = id
        _ = rest.remove("id")
        block.kind = .heading(heading)
      }
    case .quote(let content):
      if let kind = promptKind {
        block.kind = .alert(Alert(kind: kind, content: content))
        _ = rest.remove("class")
      }
    case .code(var code):
      if let file = rest.remove("file") { code.title = code.title ?? Text(file) }
      if classes.contains("nolineno") { code.showsLineNumbers = false }
      if classes.contains("lineno") { code.showsLineNumbers = true }
      block.kind = .code(code)
    case .paragraph, .list, .alert, .table, .rule, .definitionList, .figure, .details, .math, .media, .embed,
      .contents, .division, .html:
      break
    }
    block.attributes.merge(rest)
  }

  /// Chirpy's `.prompt-tip`, `-info`, `-warning`, `-danger`.
  private var promptKind: Alert.Kind? {
    for name in classes {
      switch name {
      case "prompt-tip": return .tip
      case "prompt-info": return .note
      case "prompt-warning": return .warning
      case "prompt-danger": return .caution
      default: continue
      }
    }
    return nil
  }
}
