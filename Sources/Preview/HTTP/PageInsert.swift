/// Bytes that are put into every HTML page on its way out: the script of live reload, for example. Files on the disk
/// stay as they are.
package struct PageInsert: Sendable {
  /// Goes before the last `</body>`, or to the end where there is none.
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  func applied(to page: [UInt8]) -> [UInt8] {
    let place = Self.lastBodyEnd(page) ?? page.count
    var result: [UInt8] = []
    result.reserveCapacity(page.count + bytes.count)
    result += page[..<place]
    result += bytes
    result += page[place...]
    return result
  }

  private static func lastBodyEnd(_ page: [UInt8]) -> Int? {
    let mark = Array("</body".utf8)
    guard page.count >= mark.count else { return nil }
    var index = page.count - mark.count
    while index >= 0 {
      if page[index] == mark[0], zip(page[index...], mark).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return index }
      index -= 1
    }
    return nil
  }
}
