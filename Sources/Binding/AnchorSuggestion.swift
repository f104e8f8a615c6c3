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
      if holds(name, wanted) || (name.utf8.count >= 6 && holds(wanted, name)) { found.insert(id) }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whether a word stands in a text, byte for byte.
  private static func holds(_ text: String, _ word: String) -> Bool {
    var (text, word) = (text, word)
    return text.withUTF8 { text in
      word.withUTF8 { word in
        guard let first = word.first, text.count >= word.count else { return word.isEmpty }
        return (0...(text.count - word.count)).contains { start in
          text[start] == first && text[start..<(start + word.count)].elementsEqual(word)
        }
      }
    }
  }

  /// Letters and digits alone, in lower case.
  private static func bare(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
    // Of ASCII each byte is a character.
    return String(unsafeUninitializedCapacity: text.utf8.count) { room in
      var count = 0
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): room[count] = byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): room[count] = byte | 0x20
        default: continue
        }
        count += 1
      }
      return count
    }
  }
}
