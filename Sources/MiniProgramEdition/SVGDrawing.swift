import Manuscript
import Typesetting

/// SVG that an author wrote between words or blocks, as an address that `image` draws: the platform has no element of
/// SVG, and its images must hold no style sheet and no percentage (wechat-rules 7).
struct SVGDrawing {
  /// `data:image/svg+xml;base64,…`
  var address: [UInt8]
  /// In pixels, as the author says or as the view box has it; nil when neither tells.
  var width: Double?
  var height: Double?

  /// Larger ones are not worth their bytes in an address; their words are printed instead.
  private static let byteLimit = 12 * 1024

  init?(_ html: RawHTML<Inline>) {
    self.init(elements: html.elements, pieces: html.pieces) { PlainText.text(of: $0) }
  }

  init?(_ html: RawHTML<Block>) {
    self.init(elements: html.elements, pieces: html.pieces) { PlainText.text(of: $0) }
  }

  private init?<Element>(
    elements: [String], pieces: [RawHTML<Element>.Piece], words: ([Element]) -> Text
  ) {
    guard elements.first == "svg" else { return nil }
    var printer = HTMLPrinter()
    for piece in pieces {
      switch piece {
      case .source(let text): printer.markup(text.bytes)
      case .content(let content): printer.text(words(content).bytes)
      }
      guard printer.bytes.count <= Self.byteLimit else { return nil }
    }
    guard let scan = MarkupScan(printer.bytes), let root = scan.root else { return nil }
    var svg = Array(printer.bytes[scan.start..<scan.end])
    if root["xmlns"] == nil { svg.insert(contentsOf: " xmlns=\"http://www.w3.org/2000/svg\"".utf8, at: 4) }
    address = Array("data:image/svg+xml;base64,".utf8) + Base64.encode(svg)
    let box = (root["viewBox"] ?? "").split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    width = Self.pixels(root["width"]) ?? (box.count == 4 ? box[2] : nil)
    height = Self.pixels(root["height"]) ?? (box.count == 4 ? box[3] : nil)
  }

  private static func pixels(_ value: String?) -> Double? {
    guard let value else { return nil }
    return Double(value.hasSuffix("px") ? String(value.dropLast(2)) : value).flatMap { $0 > 0 ? $0 : nil }
  }

}

/// A look through SVG as authors paste it: well-formed, and nothing in it that the platform refuses or that loads.
private struct MarkupScan {
  /// The `svg` element.
  var start = 0
  var end = 0
  /// Its attributes.
  var root: [String: String]?

  private static let refused: Set<String> = ["style", "script", "foreignobject", "image", "iframe", "a"]

  init?(_ bytes: [UInt8]) {
    guard !bytes.contains(UInt8(ascii: "%")) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.count == bytes.count else { return nil }
    let lower = text.lowercased()
    guard !["url(http", "href=\"http", "href='http", "<!doctype", "<![cdata["].contains(where: lower.contains) else {
      return nil
    }
    var open: [String] = []
    var index = 0
    func at(_ sign: Character) -> Bool { index < bytes.count && bytes[index] == sign.asciiValue }
    func name() -> String {
      let from = index
      while index < bytes.count, !" \t\r\n/>=<\"'".utf8.contains(bytes[index]) { index += 1 }
      return String(decoding: bytes[from..<index], as: UTF8.self)
    }
    func blanks() { while index < bytes.count, " \t\r\n".utf8.contains(bytes[index]) { index += 1 } }
    while index < bytes.count {
      guard at("<") else {
        if at("&"), !Self.isReference(bytes, index) { return nil }
        index += 1
        continue
      }
      let tag = index
      index += 1
      if at("!") {
        guard let close = Self.find("-->", in: bytes, from: index) else { return nil }
        index = close + 3
        continue
      }
      if at("/") {
        index += 1
        guard open.popLast() == name() else { return nil }
        blanks()
        guard at(">") else { return nil }
        index += 1
        if open.isEmpty {
          end = index
          return
        }
        continue
      }
      let element = name()
      guard !element.isEmpty, !Self.refused.contains(element.lowercased()) else { return nil }
      if root == nil {
        guard element == "svg" else { return nil }
        start = tag
      }
      var attributes: [String: String] = [:]
      while true {
        blanks()
        if at("/") || at(">") { break }
        let key = name()
        guard !key.isEmpty, attributes[key] == nil, !key.lowercased().hasPrefix("on"), at("=") else { return nil }
        index += 1
        guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27,
          let close = bytes[(index + 1)...].firstIndex(of: bytes[index])
        else { return nil }
        let value = bytes[(index + 1)..<close]
        guard !value.contains(UInt8(ascii: "<")) else { return nil }
        attributes[key] = String(decoding: value, as: UTF8.self)
        index = close + 1
      }
      if root == nil { root = attributes }
      let isEmpty = at("/")
      if isEmpty { index += 1 }
      guard at(">") else { return nil }
      index += 1
      if !isEmpty { open.append(element) }
      if open.isEmpty {
        end = index
        return
      }
    }
    return nil
  }

  private static func find(_ sign: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(sign.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index..<index + wanted.count].elementsEqual(wanted) { return index }
      index += 1
    }
    return nil
  }

  /// The references that XML knows without a declaration.
  private static func isReference(_ bytes: [UInt8], _ index: Int) -> Bool {
    ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#"].contains { bytes[index...].starts(with: $0.utf8) }
  }
}
