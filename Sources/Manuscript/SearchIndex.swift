/// The text of one article as search shows it: cut into parts, so that no reader has to load a long article to see one
/// line of it.
package struct SearchText: Sendable {
  /// Lines, and where sections begin among them.
  package struct Part: Sendable {
    /// In the bytes of the text.
    package var range: Range<Int>
    package var sections: [Section]
    package init(range: Range<Int>, sections: [Section]) {
      self.range = range
      self.sections = sections
    }
  }

  package struct Section: Hashable, Sendable {
    /// From 0, in the part.
    package var line: Int
    /// Id of the heading; empty for what belongs to no section.
    package var anchor: String
    /// Empty when the line is the heading itself.
    package var title: String
    package init(line: Int, anchor: String, title: String) {
      self.line = line
      self.anchor = anchor
      self.title = title
    }
  }

  /// UTF-8 in lines, each a paragraph, a heading, an item or a line of code, separated by one line feed.
  package var bytes: [UInt8]
  package var parts: [Part]

  package init(bytes: [UInt8], parts: [Part]) {
    self.bytes = bytes
    self.parts = parts
  }
}

/// The searchable terms of an edition with the articles that hold them, printed in small files (the format is described
/// in content/docs/search.md). Articles are named by their index in `Publication.entries`.
package struct SearchIndex: Sendable {
  /// One file: a JSON object of heads.
  package struct File: Sendable {
    /// `t3f`, `w7684-1`: letters, digits, `-` and `_`.
    package var name: String
    package var bytes: [UInt8]
    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// A head with so many tails that they fill several files.
  package struct WideHead: Hashable, Sendable {
    package var head: String
    /// Files; a power of two.
    package var count: Int
    package init(head: String, count: Int) {
      self.head = head
      self.count = count
    }
  }

  package var scope: Configuration.SearchScope
  /// A power of two.
  package var shardCount: Int
  package var wideHeads: [WideHead]
  /// One byte an article: its length in two steps a power of two, from 35.
  package var lengths: [UInt8]
  /// Mean length of the articles, in characters.
  package var averageLength: Int
  /// In order of their names' numbers; those of wide heads last.
  package var files: [File]

  package init(
    scope: Configuration.SearchScope, shardCount: Int = 1, wideHeads: [WideHead] = [], lengths: [UInt8] = [],
    averageLength: Int = 1, files: [File] = []
  ) {
    self.scope = scope
    self.shardCount = shardCount
    self.wideHeads = wideHeads
    self.lengths = lengths
    self.averageLength = averageLength
    self.files = files
  }

  package var byteCount: Int { files.reduce(0) { $0 + $1.bytes.count } }
}

extension SearchIndex {
  /// The file that names all others (JSON): read first by the query engine.
  ///
  /// - Parameters:
  ///   - identity: changes whenever any file of the index does.
  ///   - records: articles in one file of lines.
  ///   - texts: articles in one file of texts.
  package func manifest(identity: UInt64, records: Int, texts: Int) -> [UInt8] {
    var text = "{\"version\":1,\"identity\":\"\(String(identity, radix: 36))\",\"scope\":\"\(scope.rawValue)\""
    text += ",\"articles\":\(lengths.count),\"average\":\(averageLength),\"shards\":\(shardCount)"
    text += ",\"records\":\(records),\"texts\":\(texts),\"wide\":{"
    // Heads are letters: nothing in them is escaped.
    text += wideHeads.map { "\"\($0.head)\":\($0.count)" }.joined(separator: ",")
    var bytes = Array(text.utf8)
    bytes += "},\"lengths\":\"".utf8
    bytes += lengths
    bytes += "\"}".utf8
    return bytes
  }
}
