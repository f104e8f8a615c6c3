import Manuscript
import Templating

/// The tree of the docs as their pages show it beside the text.
///
/// A small tree is printed whole. Of a large one a page has the branch it is in, and of other branches the link alone; of many
/// siblings, those around the page: what a page weighs does not grow with the number of all pages.
struct DocumentTree: Sendable {
  private let nodes: [Publication.DocumentNode]
  /// Positions among siblings, from the root, by entry.
  private let paths: [Int: [Int]]
  private let isWhole: Bool

  /// Nodes up to which a tree is printed whole.
  private static let wholeLimit = 48
  /// Siblings that are printed before and after the one that a page is, or is below.
  private static let reach = 16

  init(_ nodes: [Publication.DocumentNode]) {
    self.nodes = nodes
    var paths: [Int: [Int]] = [:]
    var count = 0
    Self.walk(nodes, below: []) { node, path in
      count += 1
      if let entry = node.entry { paths[entry] = path }
    }
    self.paths = paths
    isWhole = count <= Self.wholeLimit
  }

  /// What a page prints; empty when the docs are that page alone.
  func values(current: Int, _ addresses: SiteAddresses) -> [TemplateValue] {
    guard nodes.count > 1 || nodes.first?.children.isEmpty == false else { return [] }
    return values(nodes, below: nil, path: paths[current].map { $0[...] }, current: current, addresses)
  }

  /// The folders around a page, from the outermost, with the address of their own page if they have one.
  func breadcrumb(of entry: Int, _ addresses: SiteAddresses) -> [(String, [UInt8]?)] {
    var result: [(String, [UInt8]?)] = []
    var level = nodes
    for position in (paths[entry] ?? []).dropLast() {
      let node = level[position]
      result.append((node.title, node.entry.map { addresses.entries[$0] }))
      level = node.children
    }
    return result
  }

  /// - Parameters:
  ///   - parent: the page of the folder that holds these nodes, where what is left out can be found.
  ///   - path: where the page is below these nodes; nil when it is not.
  private func values(
    _ nodes: [Publication.DocumentNode], below parent: Int?, path: ArraySlice<Int>?, current: Int,
    _ addresses: SiteAddresses
  ) -> [TemplateValue] {
    let middle = path?.first ?? 0
    let shown = isWhole ? 0..<nodes.count : max(0, middle - Self.reach)..<min(nodes.count, middle + Self.reach + 1)
    var result: [TemplateValue] = []
    result.reserveCapacity(shown.count + 2)
    if shown.lowerBound > 0 { result.append(value("…", parent, addresses)) }
    for position in shown {
      let node = nodes[position]
      let inside: ArraySlice<Int>? = path?.first == position ? path?.dropFirst() : nil
      let isOpen = !node.children.isEmpty && (isWhole || inside != nil)
      let below =
        isOpen ? values(node.children, below: node.entry, path: inside, current: current, addresses) : nil
      result.append(
        value(
          node.title, node.entry ?? (isOpen ? nil : Self.first(node.children)), addresses,
          isCurrent: node.entry == current, isBranch: !node.children.isEmpty, below: below))
    }
    if shown.upperBound < nodes.count { result.append(value("…", parent, addresses)) }
    return result
  }

  private func value(
    _ title: String, _ entry: Int?, _ addresses: SiteAddresses, isCurrent: Bool = false, isBranch: Bool = false,
    below: [TemplateValue]? = nil
  ) -> TemplateValue {
    let address: TemplateValue = if let entry { .text(addresses.entries[entry]) } else { .absent }
    return .object(
      SiteShapes.document,
      [
        "title": .string(title), "address": address, "isCurrent": .boolean(isCurrent),
        "isBranch": .boolean(isBranch), "hasDocuments": .boolean(below != nil), "documents": .list(below ?? []),
      ])
  }

  /// The first page in reading order.
  static func first(_ nodes: [Publication.DocumentNode]) -> Int? {
    for node in nodes {
      if let entry = node.entry ?? first(node.children) { return entry }
    }
    return nil
  }

  private static func walk(
    _ nodes: [Publication.DocumentNode], below path: [Int], _ visit: (Publication.DocumentNode, [Int]) -> Void
  ) {
    for (position, node) in nodes.enumerated() {
      visit(node, path + [position])
      walk(node.children, below: path + [position], visit)
    }
  }
}
