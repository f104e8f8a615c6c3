extension ArticleFacts {
  /// Why an article is not printed.
  package enum Withheld: Sendable {
    /// Taken back or not finished by the author's word.
    case unpublished
    /// A post of this later day.
    case future(ArticleDate)
    /// Of no use since this day.
    case expired(ArticleDate)
  }

  /// - Parameter now: seconds since 1970.
  /// - Returns: nil for an article that is printed.
  package func withheld(by configuration: Configuration, now: Int64) -> Withheld? {
    guard frontMatter.isPublished, configuration.showsDrafts || !frontMatter.isDraft else { return .unpublished }
    if let date = frontMatter.date, date.seconds > now, kind == .post, !configuration.showsFuture {
      return .future(date)
    }
    if let end = frontMatter.expires, end.seconds <= now { return .expired(end) }
    return nil
  }
}
