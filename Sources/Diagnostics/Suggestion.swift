/// "Did you mean…": the known name that somebody most probably meant.
package enum Suggestion {
  /// The candidate nearest to a word, or nil when none is near enough to be worth naming.
  ///
  /// Near enough: at most a third of the longer word's characters must be inserted, removed, replaced or swapped with
  /// their neighbour (at least one may). Letter case does not count. Among equals the first of `among` wins, so callers
  /// pass them in a fixed order. Costs the product of the two lengths for each candidate of similar length.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let wanted = Array(word.lowercased())
    guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != word {
      let known = Array(candidate.lowercased())
      let allowed = min(max(1, max(wanted.count, known.count) / 3), (best?.distance ?? .max) - 1)
      guard allowed >= 0, abs(known.count - wanted.count) <= allowed else { continue }
      let distance = distance(wanted, known)
      // A word of one character is near to every other one: that is no hint.
      if distance <= allowed, distance < max(wanted.count, known.count) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Optimal string alignment: Levenshtein's distance, a swap of neighbours counting as one step.
  static func distance<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var before = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = before
    for row in 1...left.count {
      current[0] = row
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          value = min(value, before[column - 2] + 1)
        }
        current[column] = value
      }
      (before, previous, current) = (previous, current, before)
    }
    return previous[right.count]
  }
}
