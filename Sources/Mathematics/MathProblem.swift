/// What is wrong with a formula, and where.
package struct MathProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A command that is not known; the one that was probably meant is the reporter's affair.
    case unknownCommand(String)
    case unknownEnvironment(String)
    /// The rest are words of `Vocabulary`.
    case missingArgument, missingBrace, strayBrace, strayAlignment, missingRight, strayRight, missingEnd, strayEnd,
      doubleScript, badDelimiter, badArgument, tooDeep, tooLong
  }

  package var kind: Kind
  /// Bytes of the formula.
  package var range: Range<Int>
}

/// A name that an author gave an equation.
package struct MathLabel: Hashable, Sendable {
  package var name: String
  package var text: String
}

/// A formula read.
package struct ParsedFormula: Hashable, Sendable {
  package var root: MathNode
  /// What `\tag` says; nil when there is none.
  package var tag: MathNode?
  /// What `\label` names, in order, with the number or tag of its line as it is printed (`(3)`); empty where it has none.
  package var labels: [MathLabel]
  /// Empty: the formula is as the author meant it.
  package var problems: [MathProblem]
}
