internal import Synchronization

/// Work over many items on all cores: in chunks, because a task per item costs more than reading a short post does.
enum Workers {
  /// Calls `body` for ranges that together cover `0..<count`, from `jobs` tasks at once, and returns the results in order
  /// of the ranges. The first error stops the handing out of further ranges and is thrown.
  static func map<Result: Sendable>(
    count: Int, jobs: Int, chunk: Int, _ body: @escaping @Sendable (Range<Int>) throws -> [Result]
  ) async throws -> [Result] {
    guard count > 0 else { return [] }
    let next = NextIndex()
    let parts = try await withThrowingTaskGroup(of: [(start: Int, results: [Result])].self) { group in
      for _ in 0..<max(1, min(jobs, (count + chunk - 1) / chunk)) {
        group.addTask {
          var own: [(Int, [Result])] = []
          while !Task.isCancelled {
            let start = next.take(chunk)
            guard start < count else { break }
            own.append((start, try body(start..<min(start + chunk, count))))
          }
          return own
        }
      }
      var all: [(start: Int, results: [Result])] = []
      for try await own in group { all += own }
      return all
    }
    var results: [Result] = []
    results.reserveCapacity(count)
    for part in parts.sorted(by: { $0.start < $1.start }) { results += part.results }
    return results
  }

  private final class NextIndex: Sendable {
    private let value = Atomic(0)
    func take(_ count: Int) -> Int { value.add(count, ordering: .relaxed).oldValue }
  }
}
