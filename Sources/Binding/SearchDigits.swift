/// One place of a term: a part of an article, how often it occurs there and in which fields.
struct SearchPosting {
  var entry: Int
  var part: Int
  /// Class of the frequency in the body (two bits), then the flags: in the title, in the tags.
  var info: UInt8

  /// None, once, two or three times, more.
  @inline(__always)
  static func frequencyClass(_ frequency: UInt32) -> UInt8 {
    frequency < 2 ? UInt8(frequency) : frequency < 4 ? 2 : 3
  }
}

/// How posting lists are written: for each posting the step from the article before and the frequency in one number; what
/// else there is to say in a second one. Numbers are written in the digits that no tail has: 27 that end them, 28 that go
/// on (`engine.js`).
struct SearchDigits: ~Copyable {
  /// Digits that a posting takes at most: two numbers of nine each.
  static let limit = 18

  /// By value, and back.
  private let digits: UnsafeMutablePointer<UInt8>
  private let values: UnsafeMutablePointer<UInt8>

  init() {
    digits = .allocate(capacity: 64)
    values = .allocate(capacity: 256)
    values.initialize(repeating: 0, count: 256)
    for (value, digit) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&'()*+,-./:;=>?@[]^`{|}~ ".utf8.enumerated() {
      (digits + value).initialize(to: digit)
      values[Int(digit)] = UInt8(value)
    }
  }

  deinit {
    digits.deallocate()
    values.deallocate()
  }

  /// - Parameter step: from the entry of the posting before; of the first one from -1.
  /// - Returns: how many digits were written, at most `limit`.
  @inline(__always)
  func write(_ posting: SearchPosting, step: Int, to target: UnsafeMutablePointer<UInt8>) -> Int {
    if posting.part == 0, posting.info < 4, posting.info > 0 {
      return write(step << 2 | Int(posting.info - 1), to: target)
    }
    let count = write(step << 2 | 3, to: target)
    return count + write(posting.part << 4 | Int(posting.info), to: target + count)
  }

  @inline(__always)
  private func write(_ number: Int, to target: UnsafeMutablePointer<UInt8>) -> Int {
    var rest = UInt32(truncatingIfNeeded: number)
    var count = 0
    while rest >= 27 {
      rest -= 27
      target[count] = digits[Int(27 + rest % 28)]
      count += 1
      rest /= 28
    }
    target[count] = digits[Int(rest)]
    return count + 1
  }

  /// Calls `body` with each posting of a list.
  @inline(__always)
  func read(_ list: UnsafeBufferPointer<UInt8>, _ body: (SearchPosting) -> Void) {
    var index = 0
    var entry = -1
    while index < list.count {
      let first = number(list, &index)
      entry += first >> 2
      let detail = first & 3 == 3 ? number(list, &index) : (first & 3) + 1
      body(SearchPosting(entry: entry, part: detail >> 4, info: UInt8(detail & 15)))
    }
  }

  @inline(__always)
  private func number(_ list: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Int {
    var result = 0
    var factor = 1
    while index < list.count {
      let value = Int(values[Int(list[index])])
      index += 1
      result += value * factor
      if value < 27 { break }
      factor *= 28
    }
    return result
  }
}
