/// Turns libyaml's marks, which count characters, into byte offsets of the file.
struct YAMLCharacterOffsets {
  /// Where each character begins; empty when all are ASCII and the two counts agree.
  private var starts: [UInt32] = []
  private let base: Int
  private let count: Int

  /// - Parameters:
  ///   - bytes: What libyaml was given, well-formed UTF-8.
  ///   - base: The offset of the first of them in the file.
  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.base = base
    self.count = bytes.count
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    guard all >= 0x80 else { return }
    starts.reserveCapacity(bytes.count)
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 { starts.append(UInt32(offset)) }
  }

  /// For bytes that were repaired: where in the file each character of the repaired text comes from.
  init(starts: [UInt32], base: Int, count: Int) {
    self.starts = starts
    self.base = base
    self.count = count
  }

  /// The end of the part that was read.
  var end: Int { base + count }

  /// The file offset of a character, of the end for those beyond it.
  func byte(of character: Int) -> Int {
    if starts.isEmpty { return base + min(character, count) }
    return base + (character < starts.count ? Int(starts[character]) : count)
  }
}

/// Ill-formed UTF-8 replaced by U+FFFD, and where each character comes from.
struct RepairedText {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = []
  private(set) var replacements = 0

  init(_ source: ArraySlice<UInt8>) {
    bytes.reserveCapacity(source.count + 16)
    starts.reserveCapacity(source.count)
    var iterator = source.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var offset: UInt32 = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        starts.append(offset)
        bytes.append(contentsOf: scalar)
        offset += UInt32(scalar.count)
      case .error(let length):
        starts.append(offset)
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        offset += UInt32(length)
        replacements += 1
      case .emptyInput:
        return
      }
    }
  }
}
