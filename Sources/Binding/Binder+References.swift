import Diagnostics
import Manuscript

extension Binder {
  /// Finds the destination of every reference and reports, at the author's characters, what leads nowhere.
  mutating func resolveReferences(listings: Listings) {
    // Only when the resolver, which holds all entries too, is gone can they be changed without being copied.
    for (index, found) in findDestinations(listings).enumerated() { entries[index].destinations = found }
  }

  /// - Returns: for each entry, the destinations of its references.
  private mutating func findDestinations(_ listings: Listings) -> [[Destination]] {
    let resolver = Resolver(entries: entries, assets: assets, configuration: configuration, listings: listings)
    var suggestions = TargetSuggestions(entries: entries, assets: assets, listings: listings, resolver: resolver)
    var destinations: [[Destination]] = []
    destinations.reserveCapacity(entries.count)
    for index in entries.indices {
      let entry = entries[index]
      var found: [Destination] = []
      found.reserveCapacity(entry.facts.references.count)
      for reference in entry.facts.references {
        var (destination, problem) = resolver.resolve(reference, from: index)
        if let problem {
          let meant = suggestions.suggestion(for: reference, problem, from: index)
          diagnostics.append(
            Diagnostic(
              problem.code, path: entry.facts.path, range: reference.range,
              arguments: problem.arguments + (meant.map { [$0.shown] } ?? []),
              fixIts: meant.flatMap { Self.fixIt(reference, $0.target) }.map { [$0] } ?? []))
        }
        if reference.role != .link, case .article = destination { destination = .broken(reference.target) }
        found.append(destination)
      }
      destinations.append(found)
    }
    return destinations
  }

  /// Only where the range is that of the address alone, written without escapes, and the new one needs none either.
  private static func fixIt(_ reference: Reference, _ target: String) -> Diagnostic.FixIt? {
    let isTag = Resolver.postName(target) != nil
    guard reference.range.count == reference.target.utf8.count,
      isTag || !target.utf8.contains(where: { $0 <= 0x20 || "()<>\\\"'".utf8.contains($0) })
    else { return nil }
    return Diagnostic.FixIt(range: reference.range, replacement: target)
  }
}
