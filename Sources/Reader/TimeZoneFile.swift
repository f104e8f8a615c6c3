import Manuscript

/// A file of the zone database in the TZif format (RFC 8536), version 2 or later.
enum TimeZoneFile {
  /// The zone's offsets, in whole minutes; rules that go on for ever are written out to the year 2100.
  ///
  /// nil when the bytes are no such file.
  static func rule(_ file: [UInt8]) -> TimeZoneRule? {
    var reader = BigEndianReader(bytes: file)
    guard let first = TimeZoneHeader(&reader), first.version >= UInt8(ascii: "2"),
      reader.skip(first.dataSize(timeSize: 4)), let header = TimeZoneHeader(&reader), header.types > 0,
      let times = reader.integers(header.times, size: 8), let indices = reader.integers(header.times, size: 1)
    else { return nil }
    var offsets: [Int] = []
    for _ in 0..<header.types {
      guard let seconds = reader.integer(size: 4), reader.skip(2), abs(seconds) <= 26 * 3600 else { return nil }
      // Local mean times of the nineteenth century have seconds; nobody dates articles by them.
      offsets.append(Int(seconds + (seconds < 0 ? -30 : 30)) / 60)
    }
    // Type 0 is what holds before the first change.
    var changes = [TimeZoneRule.Change(from: .min, minutes: offsets[0])]
    for (time, index) in zip(times, indices) {
      let index = Int(UInt8(truncatingIfNeeded: index))
      guard offsets.indices.contains(index), let last = changes.last, time > last.from else { return nil }
      append(time, offsets[index], to: &changes)
    }
    let rest = header.characters + header.leaps * 12 + header.standardFlags + header.utcFlags
    if reader.skip(rest), let footer = TimeZoneFooter(reader.rest) {
      for change in footer.changes(after: times.last ?? .min) { append(change.from, change.minutes, to: &changes) }
    }
    return changes.count == 1 ? .fixed(minutes: changes[0].minutes) : .changing(changes)
  }

  /// Changes of the name alone change no offset.
  private static func append(_ time: Int64, _ minutes: Int, to changes: inout [TimeZoneRule.Change]) {
    if changes.last?.minutes != minutes { changes.append(TimeZoneRule.Change(from: time, minutes: minutes)) }
  }
}

/// The header of one of the two data blocks (RFC 8536, 3.1).
private struct TimeZoneHeader {
  let version: UInt8
  let utcFlags, standardFlags, leaps, times, types, characters: Int

  init?(_ reader: inout BigEndianReader) {
    guard reader.rest.starts(with: "TZif".utf8), reader.skip(4), let version = reader.integer(size: 1), reader.skip(15),
      let counts = reader.integers(6, size: 4), counts.allSatisfy({ (0...100_000).contains($0) })
    else { return nil }
    self.version = UInt8(truncatingIfNeeded: version)
    (utcFlags, standardFlags, leaps) = (Int(counts[0]), Int(counts[1]), Int(counts[2]))
    (times, types, characters) = (Int(counts[3]), Int(counts[4]), Int(counts[5]))
  }

  func dataSize(timeSize: Int) -> Int {
    times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + standardFlags + utcFlags
  }
}

/// Signed integers, most significant byte first.
private struct BigEndianReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var rest: ArraySlice<UInt8> { bytes[position...] }

  mutating func skip(_ count: Int) -> Bool {
    guard count >= 0, count <= bytes.count - position else { return false }
    position += count
    return true
  }

  mutating func integer(size: Int) -> Int64? {
    guard bytes.count - position >= size, let first = rest.first else { return nil }
    var value = Int64(Int8(bitPattern: first))
    for byte in bytes[(position + 1)..<(position + size)] { value = value << 8 | Int64(byte) }
    position += size
    return value
  }

  mutating func integers(_ count: Int, size: Int) -> [Int64]? {
    guard count * size <= bytes.count - position else { return nil }
    var values: [Int64] = []
    values.reserveCapacity(count)
    for _ in 0..<count {
      guard let value = integer(size: size) else { return nil }
      values.append(value)
    }
    return values
  }
}
