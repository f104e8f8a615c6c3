import Diagnostics
import Manuscript

/// The anchor of an article that is most like one that it does not have.
enum AnchorSuggestion {
  /// - Returns: an id of the article; nil when none is near enough to be worth naming.
  static func nearest(to id: String, in facts: ArticleFacts) -> String? {
    // Authors also write a heading's own words, or the id that another program would have made of them.
    let names = facts.anchors.map { ($0.id, $0.id) } + facts.outline.map { ($0.title, $0.id) }
    let wanted = bare(id)
    guard !wanted.isEmpty else { return nil }
    let bared = names.map { bare($0.0) }
    if let same = names.indices.first(where: { !names[$0].1.isEmpty && bared[$0] == wanted }) { return names[same].1 }
    let near = NameIndex(bared).near(wanted).filter { !names[$0.index].1.isEmpty }
    if let nearest = near.min(by: { $0.distance < $1.distance }) { return names[nearest.index].1 }
    // Part of one heading and of no other.
    guard wanted.count >= 2, wanted.utf8.count >= 4 else { return nil }
    var found: Set<String> = []
    for ((_, id), name) in zip(names, bared) where !id.isEmpty && !name.isEmpty {
      if name.contains(wanted) || (name.utf8.count >= 6 && wanted.contains(name)) { found.insert(id) }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Letters and digits alone, in lower case.
  private static func bare(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
