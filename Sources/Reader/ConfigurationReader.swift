package import Diagnostics
package import Manuscript

/// Reads `offprint.yml`.
package enum ConfigurationReader {
  /// Never fails: what is wrong is reported, and settings that cannot be used keep their defaults. Only a file that is no
  /// YAML is an error (`configuration-syntax`).
  ///
  /// - Parameter zone: The bytes of the zone database's file of a name such as `Asia/Shanghai` (TZif, RFC 8536), nil
  ///   when there is none. Called at most once, with names made of letters, digits, `_`, `+`, `-` and single slashes.
  package static func read(
    _ file: SourceFile, zone: (String) -> [UInt8]?
  ) -> (Configuration, [Diagnostic]) {
    let bytes = file.bytes
    let part = FrontMatterExtent.textStart(bytes)..<bytes.count
    var document = YAMLReader.read(bytes, in: part)
    if let root = document.root, root.entries == nil, !root.isNull, !document.problems.contains(where: \.isSyntax) {
      document.problems.append(DataProblem(kind: .syntax("not-a-mapping"), range: root.range))
    }
    return withoutActuallyEscaping(zone) { zone in
      var decoder = ConfigurationDecoder(file: file, zone: zone)
      decoder.reportEncoding(in: part)
      for problem in document.problems {
        decoder.report(YAMLRepair(file: bytes, part: part).refined(problem))
      }
      decoder.decode(document.root?.entries ?? [], below: "")
      return (decoder.configuration, decoder.diagnostics)
    }
  }
}
