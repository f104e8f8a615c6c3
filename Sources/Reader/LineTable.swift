/// Where the lines of a text begin and end, as CommonMark counts them: a line ends with LF, CR or CR LF.
struct LineTable {
  /// Offset of each line's first byte, and of the end of the text.
  private let starts: [Int]
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    var starts: [Int] = [start]
    starts.reserveCapacity((bytes.count - start) / 24 + 4)
    let hasReturns = ByteRun.firstIndex(of: 0x0D, in: bytes, start..<bytes.count) != nil
    var position = start
    while position < bytes.count {
      let feed = ByteRun.firstIndex(of: 0x0A, in: bytes, position..<bytes.count)
      if hasReturns {
        while let found = ByteRun.firstIndex(of: 0x0D, in: bytes, position..<(feed ?? bytes.count)) {
          position = found + 1
          if position != feed { starts.append(position) }
        }
      }
      guard let feed else { break }
      position = feed + 1
      starts.append(position)
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
  }

  /// Lines there are; a line end at the very end begins no further one.
  var count: Int { starts.count - 1 }

  /// Offset of the first byte of a line, counted from 1; numbers beyond the text are taken as its end.
  func start(_ line: Int) -> Int { starts[min(max(line - 1, 0), starts.count - 1)] }

  /// Offset one past the line's last byte, line end included.
  func next(_ line: Int) -> Int { starts[min(max(line, 0), starts.count - 1)] }

  /// Offset one past the line's last byte, line end not included.
  func end(_ line: Int) -> Int {
    let start = start(line)
    var end = next(line)
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The number of the line that holds an offset.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }
}
