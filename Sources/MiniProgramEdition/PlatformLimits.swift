/// What the platform allows, and where pages are cut so that they stay below.
enum PlatformLimits {
  /// A page has fewer nodes than this, is less deep, and no node has more children (the platform's performance audit).
  static let nodes = 1000
  static let depth = 30
  static let children = 60
  /// Nodes of one top-level block; a larger one is cut in two.
  static let nodesOfBlock = 600
  /// Depth from which blocks that hold blocks are printed as plain text: the deepest leaf (a link in a table cell) needs
  /// nine levels more, the page element above all one.
  static let depthOfContainers = 17
  /// Depth from which inline elements get no element of their own.
  static let depthOfInlines = 25
  /// Blocks in one group: a block prints at most two elements.
  static let blocksOfGroup = 28
  /// Inline children in one group.
  static let inlinesOfGroup = 48
  /// An image is at most this wide, in pixels: three times a phone's 375.
  static let imageWidth = 1125
  /// An image above this is made smaller: the platform's audit asks for it.
  static let imageBytes = 200 * 1024

  /// An article above this is cut into parts that several packages can hold; what stands below its text needs the rest.
  static func articleBytes(ofPackage package: Int) -> Int { package / 100 * 95 }
  /// What such a part may weigh: packages are filled better by smaller ones, and a page opens sooner.
  static func partBytes(ofPackage package: Int) -> Int { package / 2 }
}
