/// Whole numbers as digits, without a string for each.
package enum DecimalNumber {
  package static func append(_ value: Int, to bytes: inout [UInt8]) {
    if (0..<10).contains(value) { return bytes.append(48 + UInt8(value)) }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      bytes.append(48 + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }
}
