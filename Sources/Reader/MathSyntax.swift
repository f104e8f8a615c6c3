/// Which dollars stand around formulas in one article.
enum MathSyntax: Hashable, Sendable {
  /// None: dollars are dollars.
  case none
  /// `$$…$$`, which nobody writes by chance.
  case double
  /// `$…$` as well.
  case all

  /// - Parameter isDenied: the article itself says that it has no formulas.
  init(_ isAsked: Bool, isDenied: Bool) { self = isDenied ? .none : isAsked ? .all : .double }
}
