internal import Diagnostics
internal import Manuscript

/// The source maps of a whole build in one run of bytes: a table of contents, then a record an article, then a checksum.
/// Records are decoded one at a time: ten thousand articles are a few megabytes here and many times that as values.
struct SourceMapArchive: Sendable {
  private static let magic = "offprint source maps 1"

  let bytes: [UInt8]
  /// Where the record of each article stands in `bytes`.
  private let places: [String: Range<Int>]

  /// One article on its way into the archive.
  struct Part: Sendable {
    var path: String
    var fingerprint: UInt64
    var anchors: [ArticleFacts.Anchor]
    /// `ArticleSourceMap.encoded` of each edition that holds it.
    var maps: [Edition: [UInt8]] = [:]
  }

  static func encode(_ parts: [Part]) -> [UInt8] {
    let records = parts.map { part in
      var writer = ByteWriter()
      writer.number(part.fingerprint)
      writer.list(part.anchors) { writer, anchor in
        writer.string(anchor.id)
        writer.range(anchor.range)
        writer.signed(Int64(anchor.block))
      }
      for edition in Edition.allCases { writer.optional(part.maps[edition]) { $0.raw($1) } }
      return writer.bytes
    }
    var writer = ByteWriter()
    writer.reserve(records.reduce(64) { $0 + $1.count + 64 })
    writer.string(magic)
    writer.number(parts.count)
    for (part, record) in zip(parts, records) {
      writer.string(part.path)
      writer.number(record.count)
    }
    for record in records { writer.raw(record) }
    writer.checksum()
    return writer.bytes
  }

  /// - Parameter expected: the checksum that it must have.
  /// - Returns: nil when the bytes are damaged, of another version or not those that were expected.
  init?(_ bytes: [UInt8], checksum expected: UInt64) {
    guard ByteReader.storedChecksum(bytes[...]) == expected, ByteReader.hasTrueChecksum(bytes) else { return nil }
    var reader = ByteReader(bytes)
    do {
      guard try reader.string() == Self.magic else { return nil }
      let contents = try reader.list { (reader) throws(ByteReader.Damaged) in
        (try reader.string(), try reader.int())
      }
      var places: [String: Range<Int>] = [:]
      places.reserveCapacity(contents.count)
      var start = reader.offset
      for (path, count) in contents {
        guard count >= 0, count <= bytes.count - start else { return nil }
        places[path] = start..<start + count
        start += count
      }
      self.bytes = bytes
      self.places = places
    } catch {
      return nil
    }
  }

  /// Paths of all articles, sorted.
  var paths: [String] { places.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  subscript(path: String) -> ArticleSourceMap? {
    guard let place = places[path] else { return nil }
    var reader = ByteReader(Array(bytes[place]))
    do {
      let fingerprint = try reader.number()
      let anchors = try reader.list { (reader) throws(ByteReader.Damaged) in
        ArticleFacts.Anchor(
          id: try reader.string(), range: try reader.range(), block: Int(truncatingIfNeeded: try reader.signed()))
      }
      var map = ArticleSourceMap(path: path, fingerprint: fingerprint, maps: [], anchors: anchors)
      for edition in Edition.allCases where try reader.number() == 1 {
        map.maps.append(try ArticleSourceMap.decoded(&reader, path: path, edition: edition))
      }
      return map
    } catch {
      return nil
    }
  }
}
