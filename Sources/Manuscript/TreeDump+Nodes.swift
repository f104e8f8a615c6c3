import Diagnostics

/// One node of a tree dump, whatever form it is printed in.
struct TreeNode {
  /// One fact of a node.
  enum Field {
    /// `name="value"`, or `"value"` without a name; left out when nil.
    case text(String?, String?)
    /// `name=value`; left out when nil.
    case plain(String, (any CustomStringConvertible)?)
    /// The word alone, when it holds.
    case flag(String, Bool)
  }

  var name: String
  /// The number by which other nodes name it.
  var number: Int?
  var fields: [Field]
  var range: SourceRange?
  var attributes: Attributes
  var children: [TreeNode] = []
}

/// The nodes of a tree dump under construction.
struct TreeNodes {
  private(set) var nodes: [TreeNode] = []

  mutating func add(
    _ name: String, number: Int? = nil, _ fields: [TreeNode.Field] = [], range: SourceRange? = nil,
    attributes: Attributes = Attributes()
  ) {
    nodes.append(TreeNode(name: name, number: number, fields: fields, range: range, attributes: attributes))
  }

  /// Gives children to the node that was added last.
  mutating func indented(_ body: (inout TreeNodes) -> Void) {
    guard let last = nodes.indices.last else { return }
    var children = TreeNodes()
    body(&children)
    nodes[last].children += children.nodes
  }

  /// A title and one node per element; nothing when there are none.
  mutating func section<Element>(
    _ title: String, _ elements: [Element], _ body: (inout TreeNodes, Int, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    add(title)
    indented { nodes in
      for (index, element) in elements.enumerated() { body(&nodes, index, element) }
    }
  }
}
