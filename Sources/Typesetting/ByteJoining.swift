extension [UInt8] {
  /// Appends literals in one go: room is made once for all of them, which for a tag in pieces is most of the cost.
  @inline(__always)
  mutating func append(
    _ first: StaticString, _ second: StaticString, _ third: StaticString = "", _ fourth: StaticString = "",
    _ fifth: StaticString = ""
  ) {
    let count =
      first.utf8CodeUnitCount + second.utf8CodeUnitCount + third.utf8CodeUnitCount + fourth.utf8CodeUnitCount
      + fifth.utf8CodeUnitCount
    append(room: count) {
      $0.write(first)
      $0.write(second)
      $0.write(third)
      $0.write(fourth)
      $0.write(fifth)
    }
  }
}
