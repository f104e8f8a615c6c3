/// The compact form of an article's tree: a quarter of what the tree takes in memory, and several times faster to make
/// a tree from than the article's source. Facts are not in it: they are kept for every article anyway.
///
/// Numbers are LEB128; a range is told by the distance from the start of the range before it, since nodes come in source
/// order and lie close together.
package enum TreeCoding {
  /// Changes with every change of the form: bytes of another version are no tree.
  package static let version: UInt8 = 2

  /// Appends body and footnotes of an article to `bytes`.
  package static func encode(_ article: Article, into bytes: inout [UInt8]) {
    var encoder = TreeEncoder(bytes: consume bytes)
    encoder.append(version)
    encoder.blocks(article.body)
    encoder.list(article.footnotes) { encoder, footnote in
      encoder.string(footnote.label)
      encoder.range(footnote.range)
      encoder.number(footnote.referenceCount)
      encoder.blocks(footnote.content)
    }
    bytes = encoder.bytes
  }

  /// The article again.
  ///
  /// - Returns: nil where the damage of damaged bytes shows; reading any bytes is safe, but whoever keeps them on disk must
  ///   check their hash, since a tree of other bytes may point beyond the facts.
  package static func decode(_ bytes: UnsafeRawBufferPointer, facts: ArticleFacts) -> Article? {
    var decoder = TreeDecoder(bytes)
    do throws(TreeDecoder.Damaged) {
      guard try decoder.byte() == version else { return nil }
      let body = try decoder.blocks()
      let footnotes = try decoder.list { (decoder) throws(TreeDecoder.Damaged) in
        let (label, range) = (try decoder.string(), try decoder.range())
        let count = try decoder.number()
        return Footnote(label: label, content: try decoder.blocks(), referenceCount: count, range: range)
      }
      guard decoder.isAtEnd else { return nil }
      return Article(facts: facts, body: body, footnotes: footnotes)
    } catch {
      return nil
    }
  }
}
