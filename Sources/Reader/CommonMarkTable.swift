import CCmarkGFM

/// The library's table leaves out of its cells what it does not know, words and all; formulas may stand there.
func tableMayContain(
  _ mine: CommonMarkLibrary.Extension?, _ node: CommonMarkNode?, _ child: cmark_node_type
) -> CInt {
  guard let mine, let node else { return 0 }
  if child == CMARK_NODE_CUSTOM_INLINE, cmark_node_type(UInt32(node.pointee.type)) == offprint_node_table_cell() {
    return 1
  }
  return CommonMarkLibrary.extensions.stockTable.pointee.can_contain_func?(mine, node, child) ?? 0
}
