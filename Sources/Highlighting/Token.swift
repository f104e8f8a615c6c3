/// A run of source code of one class.
///
/// Tokens of a snippet are contiguous and cover every byte of it, so a position follows by adding up counts.
package struct Token: Hashable, Sendable {
  /// The families that both editions colour; the names are those of the emitted style classes.
  package enum Class: UInt8, Hashable, Sendable, CaseIterable {
    case plain, keyword, type, function, variable, property, attribute, tag, string, escape, number, constant, comment,
      documentation, `operator`, punctuation, preprocessor, inserted, deleted, heading, emphasis, error
  }

  package var kind: Class
  /// Length in bytes; never zero.
  package var count: UInt32

  package init(_ kind: Class, count: UInt32) {
    self.kind = kind
    self.count = count
  }
}
