internal import Diagnostics
internal import Manuscript

extension PressRun {
  /// The source maps of all articles as one archive.
  ///
  /// - Parameters: maps of each edition in the archive's form, one element an entry.
  static func archive(_ publication: Publication, site: [[UInt8]?], miniProgram: [[UInt8]?]) -> [UInt8] {
    SourceMapArchive.encode(
      publication.entries.indices.map { index in
        let facts = publication.entries[index].facts
        var part = SourceMapArchive.Part(path: facts.path, fingerprint: facts.fingerprint, anchors: facts.anchors)
        part.maps[.site] = site[index]
        part.maps[.miniProgram] = miniProgram[index]
        return part
      })
  }

  /// Brings the source maps to the disk, before the pages go into place: killed in between, the next build is no
  /// unchanged one and writes them again.
  ///
  /// - Returns: their checksum; 0 when they could not be kept, which is said, but keeps no edition back.
  func keepSourceMaps(of build: inout Build) -> UInt64 {
    guard let bytes = build.sourceMaps.unwritten else { return 0 }
    let file = SourceMapFile(options)
    let checksum = ByteReader.storedChecksum(bytes[...])
    guard file.checksum == checksum || file.write(bytes) else {
      build.diagnostics.append(
        Diagnostic(
          .unwritableOutput, severity: .warning, path: file.path, arguments: [file.path, FileSystem.reason()]))
      return 0
    }
    build.sourceMaps.settle(in: file, checksum: checksum)
    return checksum
  }
}
