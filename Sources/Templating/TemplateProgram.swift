/// A template as a flat list of steps: rendering reads it from left to right and allocates nothing for it.
final class TemplateProgram: Sendable {
  /// One step. `end` is the index behind the last step of the body, which follows directly.
  enum Step {
    /// Bytes of `literals`; `startsLine` when the first is the first of a line.
    case literal(start: UInt32, end: UInt32, startsLine: Bool)
    case lineStart
    case value(Path, isEscaped: Bool)
    case section(Path, end: UInt32)
    case inverted(Path, end: UInt32)
    /// `inclusion`: index into `inclusions`. The bodies of its overrides follow.
    case inclusion(UInt32, end: UInt32)
    /// `block`: index into `blocks`.
    case block(UInt32, end: UInt32)
  }

  /// `a.b.c`, or `.`.
  struct Path {
    /// The hash of the first part, which is all there is to most names.
    var first: UInt64
    var form: Form
    /// Index into `names`.
    var name: UInt32

    enum Form { case itself, single, dotted }
  }

  /// A name as the author wrote it, and the hashes of its parts.
  struct Name {
    var tag: TemplateTag.Name
    var parts: [UInt64]
  }

  final class Inclusion: Sendable {
    let name: TemplateTag.Name
    let placement: TemplateNode.Placement
    let overrides: [Override]

    init(name: TemplateTag.Name, placement: TemplateNode.Placement, overrides: [Override]) {
      self.name = name
      self.placement = placement
      self.overrides = overrides
    }
  }

  struct Override {
    var name: TemplateTag.Name
    var hash: UInt64
    /// Steps of its body.
    var body: Range<Int>
  }

  struct Block {
    var name: TemplateTag.Name
    var hash: UInt64
    var placement: TemplateNode.Placement
  }

  let steps: [Step]
  let literals: [UInt8]
  let names: [Name]
  let inclusions: [Inclusion]
  let blocks: [Block]

  init(_ assembler: TemplateAssembler) {
    steps = assembler.steps
    literals = assembler.literals
    names = assembler.names
    inclusions = assembler.inclusions.map { .init(name: $0.name, placement: $0.placement, overrides: $0.overrides) }
    blocks = assembler.blocks
  }
}
