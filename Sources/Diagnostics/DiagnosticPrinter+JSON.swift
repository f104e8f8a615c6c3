extension DiagnosticPrinter {
  /// One object on one line; offsets count bytes from 0, lines and columns from 1, ends are exclusive.
  mutating func json(_ diagnostic: Diagnostic) -> String {
    let range = diagnostic.range.flatMap { self.range(diagnostic.path, $0) }
    let notes = diagnostic.notes.map { ($0, self.range($0.path, $0.range)) }
    let fixIts = diagnostic.fixIts.map { ($0, self.range(diagnostic.path, $0.range)) }
    var json = JSONText()
    json.object { object in
      object.field("kind", "diagnostic")
      object.field("code", diagnostic.code.rawValue)
      object.field("severity", diagnostic.severity.rawValue)
      object.field("path", diagnostic.path)
      object.field("file", shownPath(diagnostic.path))
      object.key("range")
      Self.write(range, to: &object)
      object.field("message", diagnostic.message(in: language))
      object.field("help", diagnostic.help(in: language))
      object.key("arguments")
      object.array { array in for argument in diagnostic.arguments { array.string(argument) } }
      object.key("notes")
      object.array { array in
        for (note, range) in notes {
          array.object { object in
            object.field("path", note.path)
            object.field("file", shownPath(note.path))
            object.key("range")
            Self.write(range, to: &object)
            object.field("message", note.message(in: language))
          }
        }
      }
      object.key("fixIts")
      object.array { array in
        for (fixIt, range) in fixIts {
          array.object { object in
            object.key("range")
            Self.write(range, to: &object)
            object.field("replacement", fixIt.replacement)
          }
        }
      }
    }
    return json.text + "\n"
  }

  private struct PlacedRange {
    var range: SourceRange
    var start: LineIndex.Position?
    var end: LineIndex.Position?
  }

  private mutating func range(_ path: String, _ range: SourceRange) -> PlacedRange? {
    let lines = file(path).lines
    return PlacedRange(
      range: range, start: lines?.position(of: Int(range.start)), end: lines?.position(of: Int(range.end)))
  }

  private static func write(_ range: PlacedRange?, to json: inout JSONText) {
    guard let range else { return json.null() }
    json.object { object in
      for (name, offset, position) in [
        ("start", range.range.start, range.start), ("end", range.range.end, range.end),
      ] {
        object.key(name)
        object.object { place in
          place.field("offset", Int(offset))
          if let position {
            place.field("line", position.line)
            place.field("column", position.column)
          }
        }
      }
    }
  }
}
