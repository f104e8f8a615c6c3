internal import Diagnostics
internal import Manuscript

extension Ledger {
  private static let magic = "offprint ledger 4"

  /// The binary form, with a checksum at its end.
  func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.string(Self.magic)
    writer.number(isSettled ? 1 : 0 as UInt64)
    writer.string(environment)
    writer.list(inputs) { writer, input in
      writer.string(input.path)
      writer.stamp(input.stamp)
      writer.number(input.hash)
      writer.optional(input.kind) { $0.string($1.rawValue) }
      writer.optional(input.size) {
        $0.number($1.width)
        $0.number($1.height)
      }
      writer.number(input.traits.rawValue)
    }
    // In whatever order: it is read into a table, and its file times make it differ from run to run anyway.
    writer.list(outputs) { writer, output in
      writer.string(output.key)
      writer.number(output.value.hash)
      writer.number(UInt64(bitPattern: output.value.byteCount))
      writer.number(UInt64(bitPattern: output.value.modified))
    }
    writer.number(UInt64(bitPattern: scannedAt))
    writer.number(UInt64(bitPattern: builtAt))
    writer.number(UInt64(bitPattern: nextDue))
    writer.list(diagnostics) { $0.diagnostic($1) }
    writer.list(adaptations) { $0.adaptation($1) }
    writer.statistics(statistics)
    writer.number(sourceMaps)
    writer.checksum()
    return writer.bytes
  }

  /// nil when the bytes are damaged or of another version: then nothing is known, which is always safe.
  init?(_ bytes: [UInt8]) {
    guard ByteReader.hasTrueChecksum(bytes) else { return nil }
    var reader = ByteReader(Array(bytes.dropLast(8)))
    do {
      guard try reader.string() == Self.magic else { return nil }
      isSettled = try reader.number() == 1
      environment = try reader.string()
      inputs = try reader.list { (reader) throws(ByteReader.Damaged) in
        Input(
          path: try reader.string(), stamp: try reader.stamp(), hash: try reader.number(),
          kind: try reader.optional { (reader) throws(ByteReader.Damaged) in Asset.Kind(rawValue: try reader.string()) }
            ?? nil,
          size: try reader.optional { (reader) throws(ByteReader.Damaged) in
            PixelSize(width: try reader.int(), height: try reader.int())
          }, traits: Asset.Traits(rawValue: try reader.int()))
      }
      let list = try reader.list { (reader) throws(ByteReader.Damaged) in
        (
          try reader.string(),
          Output(
            hash: try reader.number(), byteCount: Int64(bitPattern: try reader.number()),
            modified: Int64(bitPattern: try reader.number()))
        )
      }
      outputs = Dictionary(list) { $1 }
      scannedAt = Int64(bitPattern: try reader.number())
      builtAt = Int64(bitPattern: try reader.number())
      nextDue = Int64(bitPattern: try reader.number())
      diagnostics = try reader.list { (reader) throws(ByteReader.Damaged) in try reader.diagnostic() }
      adaptations = try reader.list { (reader) throws(ByteReader.Damaged) in try reader.adaptation() }
      statistics = try reader.statistics()
      sourceMaps = try reader.number()
      guard reader.isAtEnd else { return nil }
    } catch {
      return nil
    }
  }
}
