extension ArticleFacts {
  /// Minutes it takes to read, at least one: 400 Chinese, Japanese or Korean characters a minute and 220 words of anything
  /// else, each counted for itself, so that a text of both is timed by what it is made of.
  package var readingMinutes: Int {
    Self.readingMinutes(wordCount: wordCount, characterCount: characterCount)
  }

  /// - Parameters:
  ///   - wordCount: words and characters together.
  ///   - characterCount: the characters among them.
  package static func readingMinutes(wordCount: Int, characterCount: Int) -> Int {
    // What adults read silently (Brysbaert 2019 for both). In units of 1/8800 minute: 22 a character, 40 a word.
    let units = characterCount * 22 + max(0, wordCount - characterCount) * 40
    return max(1, (units + 4400) / 8800)
  }
}
