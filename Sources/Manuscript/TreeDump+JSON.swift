package import Diagnostics

extension TreeDump {
  /// The tree of `print(_:)` as one object on one line, as `schema/tree.schema.json` says.
  ///
  /// - Parameter lines: those of the article's file.
  package static func json(_ article: Article, lines: LineIndex) -> String {
    var json = JSONText()
    json.object { json in
      json.field("kind", "tree")
      json.field("path", article.facts.path)
      json.key("nodes")
      json.array { json in for node in nodes(of: article) { node.write(to: &json, lines: lines) } }
    }
    return json.text + "\n"
  }
}

extension TreeNode {
  fileprivate func write(to json: inout JSONText, lines: LineIndex) {
    json.object { json in
      json.field("node", name)
      if let number { json.field("number", number) }
      for case .text(nil, let value?) in fields { json.field("text", value) }
      writeFacts(to: &json)
      if !attributes.isEmpty {
        json.key("attributes")
        json.object { json in for item in attributes.items { json.field(item.name, item.value) } }
      }
      if let range {
        json.key("range")
        json.object { json in
          for (name, offset) in [("start", Int(range.start)), ("end", Int(range.end))] {
            let position = lines.position(of: offset)
            json.key(name)
            json.object { json in
              json.field("offset", offset)
              json.field("line", position.line)
              json.field("column", position.column)
            }
          }
        }
      }
      if !children.isEmpty {
        json.key("children")
        json.array { json in for child in children { child.write(to: &json, lines: lines) } }
      }
    }
  }

  /// The fields that have names; no object where there are none.
  private func writeFacts(to json: inout JSONText) {
    let facts = fields.filter { field in
      switch field {
      case .text(let name, let value): name != nil && value != nil
      case .plain(_, let value): value != nil
      case .flag(_, let holds): holds
      }
    }
    guard !facts.isEmpty else { return }
    json.key("facts")
    json.object { json in
      for fact in facts {
        switch fact {
        case .text(let name, let value): json.field(name ?? "", value ?? "")
        case .plain(let name, let value as Int): json.field(name, value)
        case .plain(let name, let value as Bool):
          json.key(name)
          json.boolean(value)
        case .plain(let name, let value): json.field(name, value?.description ?? "")
        case .flag(let name, _):
          json.key(name)
          json.boolean(true)
        }
      }
    }
  }
}
