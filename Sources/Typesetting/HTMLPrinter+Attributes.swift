/// Attributes of the tag that `startTag` or `voidTag` began.
extension HTMLPrinter {
  package mutating func attribute(_ name: StaticString, _ value: [UInt8]) {
    value.withUnsafeBufferPointer { attribute(name, value: $0) }
  }

  package mutating func attribute(_ name: StaticString, _ value: String) {
    var value = value
    value.withUTF8 { attribute(name, value: $0) }
  }

  private mutating func attribute(_ name: StaticString, value: UnsafeBufferPointer<UInt8>) {
    guard MarkupEscaping.isClean(value) else {
      beginAttribute(name)
      MarkupEscaping.append(value, to: &bytes)
      return endAttribute()
    }
    bytes.append(room: name.utf8CodeUnitCount + value.count + 4) {
      $0.write(" ")
      $0.write(name)
      $0.write("=\"")
      $0.write(value)
      $0.write("\"")
    }
  }

  package mutating func attribute(_ name: StaticString, _ value: Int) {
    beginAttribute(name)
    DecimalNumber.append(value, to: &bytes)
    endAttribute()
  }

  /// A value that holds nothing to escape.
  package mutating func attribute(_ name: StaticString, literal value: StaticString) {
    bytes.append(" ", name, "=\"", value, "\"")
  }

  /// A flag: the name alone.
  package mutating func attribute(_ name: StaticString) {
    bytes.append(" ", name)
  }

  /// An address as the author wrote it: what may not stand in a URL is percent-encoded, what is encoded already is kept.
  package mutating func attribute(_ name: StaticString, writtenAddress address: String) {
    beginAttribute(name)
    AddressEncoding.append(written: address, to: &bytes)
    endAttribute()
  }

  /// An address that is encoded already, and a fragment (without `#`) that is not.
  package mutating func attribute(_ name: StaticString, address: [UInt8], fragment: String?) {
    beginAttribute(name)
    MarkupEscaping.append(address, to: &bytes)
    if let fragment {
      bytes.append(UInt8(ascii: "#"))
      AddressEncoding.append(path: fragment, to: &bytes)
    }
    endAttribute()
  }

  /// An attribute that the author wrote; left out when the name is none.
  package mutating func attribute(written name: String, _ value: String) {
    guard Self.isName(name) else { return }
    bytes.append(32)
    bytes.append(contentsOf: name.utf8)
    MarkupEscaping.append("=\"", to: &bytes)
    MarkupEscaping.append(value.utf8, to: &bytes)
    endAttribute()
  }

  private mutating func beginAttribute(_ name: StaticString) {
    bytes.append(" ", name, "=\"")
  }

  private mutating func endAttribute() { bytes.append(UInt8(ascii: "\"")) }
}
