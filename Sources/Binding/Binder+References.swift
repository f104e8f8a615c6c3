import Diagnostics
import Manuscript

extension Binder {
  /// Finds the destination of every reference and reports, at the author's characters, what leads nowhere.
  mutating func resolveReferences(listings: Listings) {
    let resolver = Resolver(entries: entries, assets: assets, configuration: configuration, listings: listings)
    for index in entries.indices {
      let entry = entries[index]
      var found: [Destination] = []
      found.reserveCapacity(entry.facts.references.count)
      for reference in entry.facts.references {
        var (destination, problem) = resolver.resolve(reference, from: index)
        if let problem {
          diagnostics.append(
            Diagnostic(
              problem.code, path: entry.facts.path, range: reference.range, arguments: problem.arguments))
        }
        if reference.role != .link, case .article = destination { destination = .broken(reference.target) }
        found.append(destination)
      }
      entries[index].destinations = found
    }
  }
}
