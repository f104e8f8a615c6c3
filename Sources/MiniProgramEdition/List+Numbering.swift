import Manuscript

extension List {
  /// What stands before each item where that is not simply one more than before it: HTML's `reversed`, and `value` on an
  /// item. Empty for any other list.
  ///
  /// - Parameter attributes: of the list. A reversed list that begins with 1 begins with its length, as in HTML, unless
  ///   it is a piece of a longer one (`Self.piece`).
  func numbers(_ attributes: Attributes) -> [Int] {
    guard case .ordered(let start, _) = marker else { return [] }
    let reversed = attributes.isEmpty ? nil : attributes["reversed"]
    guard reversed != nil || items.contains(where: { !$0.attributes.isEmpty && $0.attributes["value"] != nil }) else {
      return []
    }
    var number = reversed != nil && reversed != Self.piece && start == 1 ? items.count : start
    return items.map { item in
      if let value = item.attributes["value"].flatMap({ Int($0) }) { number = value }
      defer { number = reversed == nil ? number &+ 1 : number &- 1 }
      return number
    }
  }

  /// The value of `reversed` on a piece of a list that was cut: its first number is right as it stands.
  static let piece = "piece"
}
