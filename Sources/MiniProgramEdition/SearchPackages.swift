package import Manuscript
import Typesetting

/// What the search of this edition is made of.
package struct SearchMaterial: Sendable {
  /// The index of titles and tags.
  package var titles: SearchIndex
  /// The index of everything; nil where it is not wanted or cannot fit.
  package var full: SearchIndex?
  /// One an entry, as `MiniProgramWriter.searchText` printed it; empty without `full`.
  package var texts: [[UInt8]?]
  /// Bytes that the whole search was expected to need, where `full` was given up before it was made.
  package var expectedBytes: Int?

  package init(titles: SearchIndex, full: SearchIndex?, texts: [[UInt8]?], expectedBytes: Int? = nil) {
    self.titles = titles
    self.full = full
    self.texts = texts
    self.expectedBytes = expectedBytes
  }
}

extension MiniProgramWriter {
  /// The text of an article as the search reads it: a line of JSON a part.
  package func searchText(_ text: SearchText) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in text.parts {
      var json = JSONPrinter(reservingCapacity: part.range.count + part.range.count / 16 + 512)
      json.array { json in
        json.string(text.bytes[part.range])
        json.array { json in
          for section in part.sections {
            json.number(section.line)
            json.string(section.anchor.isEmpty ? [] : AnchorName.id(section.anchor))
            json.string(section.title)
          }
        }
      }
      if !bytes.isEmpty { bytes.append(0x0A) }
      bytes += json.bytes
    }
    return bytes
  }
}

/// The packages that hold the search: the page and the index in the first, what does not fit there in others, which the
/// page brings when a query needs them.
struct SearchPackages {
  static let root = "search"
  static let page = "search/index"
  /// Articles in one file of lines, and in one file of texts.
  static let articlesOfRecordFile = 32
  static let articlesOfTextFile = 2

  /// The root of a package, from 0.
  static func root(_ number: Int) -> String { number == 0 ? root : "\(root)\(number + 1)" }

  private(set) var artifacts: [Artifact] = []
  /// Bytes by package.
  private(set) var sizes: [Int] = [0]
  /// Which package holds a file of the index, where that is not the first.
  private(set) var places: [(name: String, package: Int)] = []
  private let limit: Int

  /// - Parameter limit: bytes that a package is filled to.
  init(limit: Int) { self.limit = limit }

  var byteCount: Int { sizes.reduce(0, +) }

  mutating func add(_ path: String, _ bytes: [UInt8], to package: Int = 0) {
    artifacts.append(Artifact(path: "\(Self.root(package))/\(path)", bytes: bytes))
    sizes[package] += bytes.count
  }

  /// Adds a file of the index where there is room: files follow each other from package to package.
  mutating func addIndexFile(_ name: String, _ bytes: [UInt8]) {
    if sizes[sizes.count - 1] + bytes.count > limit {
      sizes.append(0)
      // A package without a page is none to the platform; this one leads to the first.
      let back = Array("'use strict';\n\nPage({ onLoad() { wx.redirectTo({ url: '/\(Self.page)' }); } });\n".utf8)
      add("index.js", back, to: sizes.count - 1)
      add("index.wxml", Array("<view/>\n".utf8), to: sizes.count - 1)
      add("index.json", Array("{}\n".utf8), to: sizes.count - 1)
      add("ready.js", Array("'use strict';\n\nmodule.exports = true;\n".utf8), to: sizes.count - 1)
    }
    if sizes.count > 1 { places.append((name, sizes.count - 1)) }
    add(name + ".json", bytes, to: sizes.count - 1)
  }
}
