internal import Diagnostics
internal import Manuscript

extension ByteWriter {
  mutating func stamp(_ stamp: FileSystem.Stamp) {
    number(UInt64(bitPattern: stamp.byteCount))
    number(UInt64(bitPattern: stamp.modified))
    number(UInt64(bitPattern: stamp.changed))
    number(stamp.inode)
  }

  mutating func range(_ range: SourceRange) {
    number(UInt64(range.start))
    number(UInt64(range.end - range.start))
  }

  mutating func diagnostic(_ diagnostic: Diagnostic) {
    string(diagnostic.code.rawValue)
    string(diagnostic.severity.rawValue)
    string(diagnostic.path)
    optional(diagnostic.range) { $0.range($1) }
    list(diagnostic.arguments) { $0.string($1) }
    list(diagnostic.notes) { writer, note in
      writer.string(note.code.rawValue)
      writer.list(note.arguments) { $0.string($1) }
      writer.string(note.path)
      writer.range(note.range)
    }
    list(diagnostic.fixIts) { writer, fixIt in
      writer.range(fixIt.range)
      writer.string(fixIt.replacement)
    }
  }

  mutating func adaptation(_ adaptation: Adaptation) {
    string(adaptation.edition.rawValue)
    string(adaptation.path)
    range(adaptation.range)
    string(adaptation.construct)
    string(adaptation.outcome.rawValue)
    string(adaptation.replacement)
    number(adaptation.losesText ? 1 : 0 as UInt64)
  }

  mutating func statistics(_ statistics: Build.Statistics) {
    number(statistics.articles)
    for edition in Edition.allCases {
      optional(statistics.pages[edition]) { $0.number($1) }
      optional(statistics.bytes[edition]) { $0.number($1) }
    }
    list(statistics.packages) {
      $0.string($1.name)
      $0.number($1.bytes)
    }
    list(statistics.privacyPurposes) { $0.string($1) }
  }
}

extension ByteReader {
  mutating func stamp() throws(Damaged) -> FileSystem.Stamp {
    FileSystem.Stamp(
      byteCount: Int64(bitPattern: try number()), modified: Int64(bitPattern: try number()),
      changed: Int64(bitPattern: try number()), inode: try number())
  }

  mutating func range() throws(Damaged) -> SourceRange {
    let (start, count) = (try number(), try number())
    guard let first = UInt32(exactly: start), let end = UInt32(exactly: start + min(count, 1 << 32)) else {
      throw Damaged()
    }
    return SourceRange(start: first, end: end)
  }

  mutating func diagnostic() throws(Damaged) -> Diagnostic {
    guard let code = Diagnostic.Code(rawValue: try string()), let severity = Diagnostic.Severity(rawValue: try string())
    else { throw Damaged() }
    return Diagnostic(
      code, severity: severity, path: try string(),
      range: try optional { (reader) throws(Damaged) in try reader.range() },
      arguments: try list { (reader) throws(Damaged) in try reader.string() },
      notes: try list { (reader) throws(Damaged) in
        guard let code = Diagnostic.Code(rawValue: try reader.string()) else { throw Damaged() }
        return Diagnostic.Note(
          code: code, arguments: try reader.list { (reader) throws(Damaged) in try reader.string() },
          path: try reader.string(), range: try reader.range())
      },
      fixIts: try list { (reader) throws(Damaged) in
        Diagnostic.FixIt(range: try reader.range(), replacement: try reader.string())
      })
  }

  mutating func adaptation() throws(Damaged) -> Adaptation {
    guard let edition = Edition(rawValue: try string()) else { throw Damaged() }
    let (path, range, construct) = (try string(), try range(), try string())
    guard let outcome = Adaptation.Outcome(rawValue: try string()) else { throw Damaged() }
    return Adaptation(
      edition: edition, path: path, range: range, construct: construct, outcome: outcome,
      replacement: try string(), losesText: try number() == 1)
  }

  mutating func statistics() throws(Damaged) -> Build.Statistics {
    var statistics = Build.Statistics()
    statistics.articles = try int()
    for edition in Edition.allCases {
      statistics.pages[edition] = try optional { (reader) throws(Damaged) in try reader.int() }
      statistics.bytes[edition] = try optional { (reader) throws(Damaged) in try reader.int() }
    }
    statistics.packages = try list { (reader) throws(Damaged) in
      Build.Package(name: try reader.string(), bytes: try reader.int())
    }
    statistics.privacyPurposes = try list { (reader) throws(Damaged) in try reader.string() }
    return statistics
  }
}
