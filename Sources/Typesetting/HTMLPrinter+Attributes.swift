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
    bytes.append(room: Self.roomOfAttribute(name) + value.count + 1) {
      Self.writeAttribute(name, to: &$0)
      $0.write(value)
      $0.write(UInt8(ascii: "\""))
    }
  }

  package mutating func attribute(_ name: StaticString, _ value: Int) {
    beginAttribute(name)
    DecimalNumber.append(value, to: &bytes)
    endAttribute()
  }

  /// A value that holds nothing to escape.
  package mutating func attribute(_ name: StaticString, literal value: StaticString) {
    bytes.append(room: Self.roomOfAttribute(name) + value.utf8CodeUnitCount + 1) {
      Self.writeAttribute(name, to: &$0)
      $0.write(value)
      $0.write(UInt8(ascii: "\""))
    }
  }

  /// A flag: the name alone.
  package mutating func attribute(_ name: StaticString) {
    bytes.append(room: name.utf8CodeUnitCount + 1) {
      $0.write(32)
      $0.write(name)
    }
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
    bytes.append(room: Self.roomOfAttribute(name)) { Self.writeAttribute(name, to: &$0) }
  }

  /// The name with a blank before it, and what stands before the value.
  private static func roomOfAttribute(_ name: StaticString) -> Int { name.utf8CodeUnitCount + 3 }

  @inline(__always)
  private static func writeAttribute(_ name: StaticString, to room: inout ByteRoom) {
    room.write(32)
    room.write(name)
    room.write("=\"")
  }

  private mutating func endAttribute() { bytes.append(UInt8(ascii: "\"")) }
}
