/// A reader of WXML for tests, written against the rules and not against the printer: it refuses what the platform's
/// compilers refuse, and evaluates string expressions as JavaScript would.
package struct WXMLDocument {
  package indirect enum Node {
    case element(Element)
    case text(String)
  }

  package struct Element {
    package var name: String
    /// Evaluated; an expression that is more than a string stays as it is written, in its braces.
    package var attributes: [(name: String, value: String)]
    package var children: [Node]

    package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    package var elements: [Element] {
      children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }
    /// All text below, in order.
    package var text: String {
      children.map { child in
        switch child {
        case .text(let text): text
        case .element(let element): element.text
        }
      }.joined()
    }
    /// Itself and all elements below, in order.
    package var all: [Element] { [self] + elements.flatMap(\.all) }
    /// Levels of elements, itself included.
    package var depth: Int { 1 + (elements.map(\.depth).max() ?? 0) }
  }

  package struct Failure: Error, CustomStringConvertible {
    package var description: String
  }

  package var roots: [Node]

  package init(_ bytes: [UInt8]) throws {
    guard let source = String(validating: bytes, as: UTF8.self) else { throw Failure(description: "not UTF-8") }
    var reader = WXMLReader(scalars: Array(source.unicodeScalars))
    roots = try reader.nodes(until: nil)
  }

  /// All roots as the children of one nameless element.
  package var root: Element { Element(name: "", attributes: [], children: roots) }
}

struct WXMLReader {
  let scalars: [Unicode.Scalar]
  var index = 0

  typealias Failure = WXMLDocument.Failure

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private func at(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    return index + wanted.count <= scalars.count && Array(scalars[index..<index + wanted.count]) == wanted
  }

  private func failure(_ message: String) -> Failure {
    let around = scalars[max(0, index - 40)..<min(scalars.count, index + 40)].map(String.init).joined()
    return Failure(description: "\(message) near …\(around)…")
  }

  mutating func nodes(until name: String?) throws -> [WXMLDocument.Node] {
    var result: [WXMLDocument.Node] = []
    while index < scalars.count {
      if at("</") {
        guard let name else { throw failure("stray end tag") }
        index += 2
        guard word() == name, take(">") else { throw failure("end tag does not match <\(name)>") }
        return result
      }
      if at("<") {
        result.append(.element(try element()))
      } else {
        result.append(.text(try content(until: "<")))
      }
    }
    if let name { throw failure("<\(name)> is not closed") }
    return result
  }

  private mutating func element() throws -> WXMLDocument.Element {
    index += 1
    let name = word()
    guard !name.isEmpty else { throw failure("no tag name") }
    var attributes: [(name: String, value: String)] = []
    while true {
      while index < scalars.count, scalars[index] == " " { index += 1 }
      if take("/>") { return .init(name: name, attributes: attributes, children: []) }
      if take(">") { break }
      let key = word()
      guard !key.isEmpty else { throw failure("no attribute name") }
      guard !attributes.contains(where: { $0.name == key }) else { throw failure("doubled attribute \(key)") }
      var value = ""
      if take("=") {
        guard take("\"") else { throw failure("unquoted value") }
        value = try content(until: "\"")
        guard take("\"") else { throw failure("unclosed value") }
      }
      attributes.append((key, value))
    }
    return .init(name: name, attributes: attributes, children: try nodes(until: name))
  }

  /// Static text and string expressions up to a scalar, which may not occur inside either.
  private mutating func content(until stop: Unicode.Scalar) throws -> String {
    var result = ""
    while index < scalars.count, scalars[index] != stop {
      if at("{{") {
        // What any scanner would take for the end of the expression must be its end.
        guard let end = (index + 2..<scalars.count - 1).first(where: { scalars[$0] == "}" && scalars[$0 + 1] == "}" })
        else { throw failure("unclosed expression") }
        let expression = Array(scalars[index + 2..<end])
        guard !expression.contains(stop) || stop == "<" && !expression.contains("<") else {
          throw failure("\(stop) inside an expression")
        }
        index = end + 2
        result += try Self.string(expression) ?? "{{\(expression.map(String.init).joined())}}"
        continue
      }
      let scalar = scalars[index]
      guard !"\\&>{}".unicodeScalars.contains(scalar), scalar.value >= 0x20, scalar.value != 0x7F else {
        throw failure("U+\(String(scalar.value, radix: 16)) in plain text")
      }
      result.unicodeScalars.append(scalar)
      index += 1
    }
    return result
  }

  /// The value of a JavaScript string in single quotes; nil when the expression is something else.
  private static func string(_ expression: [Unicode.Scalar]) throws -> String? {
    guard expression.count >= 2, expression.first == "'", expression.last == "'" else { return nil }
    var result = String.UnicodeScalarView()
    var index = 1
    let end = expression.count - 1
    while index < end {
      let scalar = expression[index]
      index += 1
      if scalar == "'" { return nil }
      guard scalar == "\\" else {
        guard !["\n", "\r", "\u{2028}", "\u{2029}", "\""].contains(scalar) else {
          throw Failure(description: "raw U+\(String(scalar.value, radix: 16)) in a string")
        }
        result.append(scalar)
        continue
      }
      guard index < end else { throw Failure(description: "a backslash ends a string") }
      let letter = expression[index]
      index += 1
      switch letter {
      case "n": result.append("\n")
      case "r": result.append("\r")
      case "t": result.append("\t")
      case "\\": result.append("\\")
      case "x", "u":
        let count = letter == "x" ? 2 : 4
        guard index + count <= end,
          let value = UInt32(expression[index..<index + count].map(String.init).joined(), radix: 16),
          let decoded = Unicode.Scalar(value)
        else { throw Failure(description: "bad escape") }
        result.append(decoded)
        index += count
      default: throw Failure(description: "unknown escape \(letter)")
      }
    }
    return String(result)
  }

  private mutating func word() -> String {
    var result = ""
    while index < scalars.count, scalars[index].isASCII, !" =<>/\"'{}".unicodeScalars.contains(scalars[index]) {
      result.unicodeScalars.append(scalars[index])
      index += 1
    }
    return result
  }

  private mutating func take(_ text: String) -> Bool {
    guard at(text) else { return false }
    index += text.unicodeScalars.count
    return true
  }
}
