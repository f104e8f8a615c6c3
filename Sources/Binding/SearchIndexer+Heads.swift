import Manuscript

extension SearchIndexer {
  /// All heads of a merge, those with many tails in files of their own.
  func group(_ merge: borrowing SearchMerge) -> Group {
    var result = Group()
    var sums = [UInt16](repeating: 0, count: places.count)
    /// Terms of one head that occur anywhere.
    var terms: [Int] = []
    for head in merge.heads {
      terms.removeAll(keepingCapacity: true)
      var size = 0
      var next = UInt32(head)
      while next != SearchMerge.Term.none {
        let term = Int(next)
        if merge.terms[term].listCount > 0 {
          terms.append(term)
          size += Int(merge.terms[term].length - merge.terms[term].headLength) + Int(merge.terms[term].listCount)
        }
        next = merge.terms[term].next
      }
      guard !terms.isEmpty else { continue }
      let name = merge.head(head)
      Self.begin(name, in: &result.members)
      if size > Self.wideHead {
        spread(name, terms, size, merge, into: &result)
        // Whoever asks for a character or the beginning of a word alone need not read all of them.
        appendUnion(of: terms, merge, sums: &sums, to: &result.members)
      } else {
        for term in terms {
          result.members.append(contentsOf: merge.tail(term))
          result.members.append(contentsOf: merge.list(term))
        }
      }
      result.members.append(UInt8(ascii: "\""))
      result.ends.append((SearchHash.ofHead(name).value, result.members.count))
    }
    return result
  }

  /// `"head":"`: heads are letters, lists have no sign that JSON escapes.
  private static func begin(_ head: UnsafeBufferPointer<UInt8>, in bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: head)
    bytes += [UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: "\"")]
  }

  /// Puts a head into files of its own, its tails by the hash of their first character.
  private func spread(
    _ head: UnsafeBufferPointer<UInt8>, _ terms: [Int], _ size: Int, _ merge: borrowing SearchMerge,
    into result: inout Group
  ) {
    var count = 2
    while count * Self.wideFile < size { count *= 2 }
    var parts = [[UInt8]](repeating: [], count: count)
    for number in parts.indices {
      parts[number].append(UInt8(ascii: "{"))
      Self.begin(head, in: &parts[number])
    }
    for term in terms {
      let tail = merge.tail(term)
      let part = Int(Self.hash(ofTail: tail)) & (count - 1)
      parts[part].append(contentsOf: tail)
      parts[part].append(contentsOf: merge.list(term))
    }
    let text = String(decoding: head, as: UTF8.self)
    let stem = "w" + text.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "_") + "-"
    result.wideHeads.append(.init(head: text, count: count))
    for (number, part) in parts.enumerated() {
      let bytes = part + [UInt8(ascii: "\""), UInt8(ascii: "}")]
      result.wideFiles.append(.init(name: stem + String(number, radix: 16), bytes: bytes))
    }
  }

  /// The hash of the first character.
  private static func hash(ofTail tail: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let first = String(decoding: tail.prefix(4), as: UTF8.self).unicodeScalars.first
    return SearchHash.of(first?.value ?? 0)
  }

  /// The list of several terms together, as if they were one without a tail.
  ///
  /// - Parameter sums: one element a place (`SearchPlaces`), all zero before and after.
  private func appendUnion(
    of terms: [Int], _ merge: borrowing SearchMerge, sums: inout [UInt16], to bytes: inout [UInt8]
  ) {
    for term in terms {
      merge.digits.read(merge.list(term)) { posting in
        let place = places.number(entry: posting.entry, part: posting.part)
        // Occurrences above the two flags; as many as their classes promise at least.
        let frequency = UInt16(posting.info & 3)
        sums[place] =
          min((sums[place] >> 2) &+ frequency, 1000) << 2 | (sums[place] | UInt16(posting.info >> 2)) & 3
      }
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SearchDigits.limit) { digits in
      let start = digits.baseAddress.unsafelyUnwrapped
      var previous = -1
      for place in sums.indices where sums[place] != 0 {
        let info = SearchPosting.frequencyClass(UInt32(sums[place] >> 2)) | UInt8(sums[place] & 3) << 2
        sums[place] = 0
        let entry = places.entries[place]
        let posting = SearchPosting(entry: entry, part: places.part(place), info: info)
        let count = merge.digits.write(posting, step: entry - previous, to: start)
        bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        previous = entry
      }
    }
  }
}
