/// The names that templates may use in one place, and what each stands for: the contract between a writer and a theme.
///
/// An unknown name is reported against the shape, before anything is rendered and in branches too that are never taken. A
/// name that is declared but has no value renders nothing, and hides the same name further out.
package final class TemplateShape: Sendable {
  /// What a name stands for.
  package enum Kind: Sendable {
    /// Text: `.text`, `.string` and `.markup` values.
    case text
    case integer
    case boolean
    /// A list; of objects of that shape, or of plain texts (nil) that `{{.}}` prints.
    case list(TemplateShape?)
    case object(TemplateShape)
    /// A list of objects of the very shape that has this name: a tree.
    case subtree
  }

  package let names: [TemplateName]
  let kinds: [Kind]
  /// The hashes of `names`, apart so that looking up reads nothing else.
  private let hashes: [UInt64]
  /// The names as they stand in this program; none of a shape that nobody declared.
  private let literals: [StaticString]

  /// The names of `base`, then these.
  package init(extending base: TemplateShape? = nil, _ fields: KeyValuePairs<StaticString, Kind>) {
    literals = (base?.literals ?? []) + fields.map(\.key)
    names = literals.map { TemplateName($0.description) }
    kinds = (base?.kinds ?? []) + fields.map(\.value)
    hashes = names.map(\.hash)
    assert(Set(hashes).count == hashes.count, "a name stands twice in a template shape")
  }

  /// Any names: for values whose shape nobody declared.
  init(loose fields: [(name: TemplateName, kind: Kind)]) {
    names = fields.map(\.name)
    kinds = fields.map(\.kind)
    hashes = names.map(\.hash)
    literals = []
  }

  /// The place of a name that stands in this program.
  ///
  /// - Parameter guess: where it stands if the caller goes by the shape's order: then nothing is searched or hashed.
  func slot(_ name: StaticString, guess: Int) -> Int? {
    if guess < literals.count, Self.isSame(literals[guess], name) { return guess }
    return literals.firstIndex { Self.isSame($0, name) }
  }

  private static func isSame(_ left: StaticString, _ right: StaticString) -> Bool {
    guard left.utf8CodeUnitCount == right.utf8CodeUnitCount else { return false }
    // Equal literals of one module mostly are one.
    if left.utf8Start == right.utf8Start { return true }
    return left.withUTF8Buffer { left in right.withUTF8Buffer { left.elementsEqual($0) } }
  }

  /// The place of a name in objects of this shape.
  func slot(_ hash: UInt64) -> Int? {
    // Shapes are small: reading some words in a row beats a table.
    hashes.withUnsafeBufferPointer { hashes in
      for index in 0..<hashes.count where hashes[index] == hash { return index }
      return nil
    }
  }
}
