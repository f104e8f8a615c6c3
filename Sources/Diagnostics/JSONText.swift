/// JSON (RFC 8259) written by hand: keys keep their order, and the text is safe to show in a terminal.
package struct JSONText {
  package private(set) var text = ""
  private var needsComma = false

  package init() {}

  package mutating func object(_ body: (inout JSONText) -> Void) { enclose("{", "}", body) }
  package mutating func array(_ body: (inout JSONText) -> Void) { enclose("[", "]", body) }

  package mutating func key(_ name: String) {
    separate()
    quote(name)
    text += ":"
    needsComma = false
  }

  package mutating func string(_ value: String) {
    separate()
    quote(value)
    needsComma = true
  }

  package mutating func integer(_ value: Int) {
    separate()
    text += String(value)
    needsComma = true
  }

  package mutating func boolean(_ value: Bool) {
    separate()
    text += value ? "true" : "false"
    needsComma = true
  }

  package mutating func null() {
    separate()
    text += "null"
    needsComma = true
  }

  package mutating func field(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func field(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  private mutating func enclose(_ open: String, _ close: String, _ body: (inout JSONText) -> Void) {
    separate()
    text += open
    needsComma = false
    body(&self)
    text += close
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = false
  }

  /// Characters that act instead of being seen are escaped even where JSON would allow them raw.
  private mutating func quote(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where PrintableText.needsPicture(scalar):
        // Those above the basic plane are written as their two UTF-16 halves.
        for unit in String(scalar).utf16 {
          let hexadecimal = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
        }
      case _: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
