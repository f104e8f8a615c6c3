internal import Manuscript

/// A post that is about to be written.
struct NewArticle {
  var title: String
  var date: ArticleDate
  var isDraft: Bool

  /// `2024-05-01-你好-swift.md`
  var fileName: String {
    "\(date.dayText)-\(Self.slug(title)).md"
  }

  /// Letters and digits of every script stay, ASCII ones in lower case; blanks become hyphens; everything else goes. At
  /// most 180 bytes, so that date and ending still fit into a file name.
  static func slug(_ title: String) -> String {
    var slug = ""
    var bytes = 0
    for character in title {
      let added: String
      if character.isLetter || character.isNumber || character == "_" {
        added = character.isASCII ? character.lowercased() : String(character)
      } else if character.isWhitespace || character == "-" || character == "/" || character == "." {
        added = slug.isEmpty || slug.hasSuffix("-") ? "" : "-"
      } else {
        continue
      }
      if bytes + added.utf8.count > 180 { break }
      slug += added
      bytes += added.utf8.count
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "post" : slug
  }

  var text: String {
    return """
      ---
      title: \(Self.quoted(title))
      date: \(date.text)
      categories: []
      tags: []
      \(isDraft ? "draft: true\n" : "")---


      """
  }

  /// A double-quoted YAML scalar (YAML 1.2, 5.7).
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        let hexadecimal = String(scalar.value, radix: 16)
        result += "\\x" + (hexadecimal.count < 2 ? "0" : "") + hexadecimal
      case _: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
