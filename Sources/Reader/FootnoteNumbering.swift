import CCmarkGFM

/// Which footnote has which number: by the first mark in the body, then by the first mark in the notes themselves.
///
/// The library numbers in the order of the source, definitions that nobody mentions included, so that a mark inside an unused
/// note keeps another note alive. Here a note counts when a reader can get to it.
struct FootnoteNumbering {
  private var definitions: [CommonMarkNode] = []
  /// The library's number of a note -> index into the result.
  private var indices: [Int?] = []
  /// The library's numbers in the order of the result.
  private(set) var order: [Int] = []
  /// Marks seen so far, by index.
  private(set) var marks: [Int] = []

  init() {}

  init(_ document: CommonMarkNode) {
    var child = document.pointee.last_child
    while let node = child, node.kind == .footnoteDefinition {
      definitions.append(node)
      child = node.pointee.prev
    }
    definitions.reverse()
    indices = Array(repeating: nil, count: definitions.count)
  }

  var isEmpty: Bool { definitions.isEmpty }

  /// The index of a note and how many marks pointed to it before, for the mark at hand.
  mutating func mark(_ literal: UnsafeBufferPointer<UInt8>) -> (footnote: Int, occurrence: Int)? {
    var number = 0
    for byte in literal { number = (number &* 10) &+ Int(byte) - 0x30 }
    guard number >= 1, number <= definitions.count else { return nil }
    if let index = indices[number - 1] {
      marks[index] += 1
      return (index, marks[index] - 1)
    }
    let index = order.count
    indices[number - 1] = index
    order.append(number - 1)
    marks.append(1)
    return (index, 0)
  }

  /// The definition of the note with that index.
  func definition(_ index: Int) -> CommonMarkNode { definitions[order[index]] }
}
