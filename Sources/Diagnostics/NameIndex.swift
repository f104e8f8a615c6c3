/// Many known names, prepared so that those near to a misspelt one are found without measuring the distance to each:
/// for "did you mean" among ten thousand articles.
///
/// Near is what a slip of the hand makes: at most a quarter of the letters, never more than three, inserted, removed,
/// replaced or swapped with their neighbour. Letter case does not count. Numbers must be the same: `part-2` is no slip for
/// `part-3`.
package struct NameIndex: Sendable {
  /// Which letters occur once, twice, three times at least, by their hash. An edit takes one letter away, or puts one in, or
  /// both: so many bits at most can differ on either side of two names that are near. Nearly all names part here.
  private struct Letters: Sendable {
    var once: UInt64 = 0
    var twice: UInt64 = 0
    var thrice: UInt64 = 0

    init(_ letters: [Unicode.Scalar]) {
      for letter in letters {
        let bit: UInt64 = 1 << UInt64((letter.value &* 0x9E37_79B1) >> 26)
        thrice |= twice & bit
        twice |= once & bit
        once |= bit
      }
    }

    func isNear(_ other: Letters, limit: Int) -> Bool {
      (once & ~other.once).nonzeroBitCount + (twice & ~other.twice).nonzeroBitCount
        + (thrice & ~other.thrice).nonzeroBitCount <= limit
        && (other.once & ~once).nonzeroBitCount + (other.twice & ~twice).nonzeroBitCount
          + (other.thrice & ~thrice).nonzeroBitCount <= limit
    }
  }

  private let names: [[Unicode.Scalar]]
  private let letters: [Letters]
  /// Names with the same digits, by the count of their letters.
  private let groups: [String: [Int: [Int]]]

  package init(_ texts: [String]) {
    var names: [[Unicode.Scalar]] = []
    var occurring: [Letters] = []
    names.reserveCapacity(texts.count)
    occurring.reserveCapacity(texts.count)
    var groups: [String: [Int: [Int]]] = [:]
    for (index, text) in texts.enumerated() {
      let (letters, digits) = Self.parts(text)
      names.append(letters)
      occurring.append(Letters(letters))
      groups[digits, default: [:]][letters.count, default: []].append(index)
    }
    self.names = names
    self.letters = occurring
    self.groups = groups
  }

  /// The names near to a word as indices into what the index was made of, with how far they are, in order.
  package func near(_ text: String) -> [(index: Int, distance: Int)] {
    let (letters, digits) = Self.parts(text)
    guard let group = groups[digits], letters.count <= 200 else { return [] }
    let wanted = Letters(letters)
    var result: [(index: Int, distance: Int)] = []
    for count in max(0, letters.count - 3)...letters.count + 3 {
      // Two letters are near to any two others: there, only the same will do.
      let longer = max(letters.count, count)
      let allowed = longer < 3 ? 0 : min(3, max(1, longer / 4))
      guard abs(count - letters.count) <= allowed else { continue }
      for index in group[count] ?? [] {
        guard self.letters[index].isNear(wanted, limit: allowed) else { continue }
        if let distance = Self.distance(letters[...], names[index][...], limit: allowed) {
          result.append((index, distance))
        }
      }
    }
    return result.sorted { $0.index < $1.index }
  }

  /// How many letters (digits, blanks and hyphens not counted) a name has: with fewer than three it is no name to go by.
  package static func weight(_ text: String) -> Int { parts(text).letters.count }

  /// `Suggestion.distance`, computed only as far as it may still be within the limit: most pairs part after a few letters.
  private static func distance(
    _ left: ArraySlice<Unicode.Scalar>, _ right: ArraySlice<Unicode.Scalar>, limit: Int
  ) -> Int? {
    var (left, right) = (left, right)
    while let first = left.first, first == right.first { (left, right) = (left.dropFirst(), right.dropFirst()) }
    while let last = left.last, last == right.last { (left, right) = (left.dropLast(), right.dropLast()) }
    let (rows, columns) = (left.count, right.count)
    if rows == 0 || columns == 0 { return max(rows, columns) <= limit ? max(rows, columns) : nil }
    let (a, b) = (left.startIndex, right.startIndex)
    let far = limit + 1
    var before = [Int](repeating: far, count: columns + 2)
    var previous = (0...columns + 1).map { min($0, far) }
    var current = before
    for row in 1...rows {
      // Beyond this band everything is too far.
      let (low, high) = (max(1, row - limit), min(columns, row + limit))
      guard low <= high else { return nil }
      current[low - 1] = low == 1 ? row : far
      var least = current[low - 1]
      for column in low...high {
        let isSame = left[a + row - 1] == right[b + column - 1]
        var value = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[a + row - 1] == right[b + column - 2], left[a + row - 2] == right[b + column - 1] {
          value = min(value, before[column - 2] + 1)
        }
        current[column] = value
        least = min(least, value)
      }
      current[high + 1] = far
      if least > limit { return nil }
      (before, previous, current) = (previous, current, before)
    }
    return previous[columns] <= limit ? previous[columns] : nil
  }

  private static func parts(_ text: String) -> (letters: [Unicode.Scalar], digits: String) {
    var letters: [Unicode.Scalar] = []
    var digits = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case "-", "_", " ": break
      default: letters.append(scalar)
      }
    }
    return (letters, digits)
  }
}
