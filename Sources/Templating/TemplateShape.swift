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

  /// The names of `base`, then these.
  package init(extending base: TemplateShape? = nil, _ fields: KeyValuePairs<TemplateName, Kind>) {
    names = (base?.names ?? []) + fields.map(\.key)
    kinds = (base?.kinds ?? []) + fields.map(\.value)
    hashes = names.map(\.hash)
    assert(Set(hashes).count == hashes.count, "a name stands twice in a template shape")
  }

  /// Any names, of no particular kind: for values whose shape nobody declared.
  init(loose names: [TemplateName]) {
    self.names = names
    kinds = names.map { _ in .text }
    hashes = names.map(\.hash)
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
