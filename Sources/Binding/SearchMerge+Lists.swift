extension SearchMerge {
  /// Merged posting lists.
  struct Lists {
    let pool: [UInt8]
    let terms: [Term]
    /// Where each term's postings begin, and the end.
    let starts: [Int]
    let postings: [UInt64]
    /// Terms by their text; those with one head follow each other.
    let order: [Int]

    func head(_ term: Int) -> (hash: UInt32, length: Int) { (terms[term].hash, Int(terms[term].headLength)) }

    func headText(_ term: Int) -> ArraySlice<UInt8> {
      pool[Int(terms[term].start)..<Int(terms[term].start) + Int(terms[term].headLength)]
    }

    private func tail(_ term: Int) -> ArraySlice<UInt8> {
      pool[Int(terms[term].start) + Int(terms[term].headLength)..<Int(terms[term].start) + Int(terms[term].length)]
    }

    /// The hash of the first character of what follows the head.
    func tailHash(_ term: Int) -> UInt32 {
      SearchHash.of(String(decoding: tail(term).prefix(4), as: UTF8.self).unicodeScalars.first?.value ?? 0)
    }

    /// A term's tail and its list.
    func append(_ term: Int, to bytes: inout [UInt8]) {
      bytes += tail(term)
      var previous = -1
      postings.withUnsafeBufferPointer { postings in
        Self.append(
          UnsafeBufferPointer(rebasing: postings[starts[term]..<starts[term + 1]]), after: &previous, to: &bytes)
      }
    }

    /// The list of several terms together, as if they were one without a tail.
    ///
    /// - Parameter sums: one element a place (`SearchPlaces`), all zero before and after.
    func append(
      unionOf terms: [Int], _ places: SearchPlaces, sums: inout [UInt16], to bytes: inout [UInt8]
    ) {
      for term in terms {
        for posting in postings[starts[term]..<starts[term + 1]] {
          let place = places.number(entry: Int(posting >> 24), part: Int(posting >> 8 & 0xFFFF))
          // Occurrences above the two flags; as many as their classes promise at least.
          let frequency = UInt16(posting & 3)
          sums[place] = min((sums[place] >> 2) &+ frequency, 1000) << 2 | (sums[place] | UInt16(posting >> 2 & 3)) & 3
        }
      }
      var union: [UInt64] = []
      for entry in 0..<places.entryCount {
        for (part, place) in places.places(of: entry).enumerated() where sums[place] != 0 {
          let frequency = SearchTermTable.frequencyClass(UInt32(sums[place] >> 2))
          let info = UInt64(frequency) | UInt64(sums[place] & 3) << 2
          sums[place] = 0
          union.append(UInt64(entry) << 24 | UInt64(part) << 8 | info)
        }
      }
      var previous = -1
      union.withUnsafeBufferPointer { Self.append($0, after: &previous, to: &bytes) }
    }

    /// For each the step from the article before and the frequency in one number; what else there is to say in a second
    /// one. Numbers are written in the digits that no tail has: 27 that end them, 28 that go on (`engine.js`).
    private static func append(
      _ postings: UnsafeBufferPointer<UInt64>, after previous: inout Int, to bytes: inout [UInt8]
    ) {
      // Two numbers of at most nine digits each.
      let room = 18
      let block = 64
      Self.digits.withUTF8Buffer { digits in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room * block) { output in
          var index = 0
          while index < postings.count {
            var count = 0
            let end = min(postings.count, index + block)
            while index < end {
              let entry = Int(postings[index] >> 24)
              let rest = Int(postings[index] & 0xFF_FFFF)
              let step = (entry - previous) << 2
              if rest < 4, rest > 0 {
                write(step | (rest - 1), digits, to: output, &count)
              } else {
                write(step | 3, digits, to: output, &count)
                write((rest >> 8) << 4 | rest & 15, digits, to: output, &count)
              }
              previous = entry
              index += 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: output[..<count]))
          }
        }
      }
    }

    @inline(__always)
    private static func write(
      _ number: Int, _ digits: UnsafeBufferPointer<UInt8>, to output: UnsafeMutableBufferPointer<UInt8>,
      _ count: inout Int
    ) {
      var rest = number
      while rest >= 27 {
        rest -= 27
        output[count] = digits[27 + rest % 28]
        count += 1
        rest /= 28
      }
      output[count] = digits[rest]
      count += 1
    }

    private static let digits: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&'()*+,-./:;=>?@[]^`{|}~ "
  }
}
