/// A value behind a reference: what is copied a thousand times and has two dozen parts to count references to. A struct
/// that holds one copies it before it changes it, so that it behaves as if it held the value.
final class Shared<Value: Sendable>: @unchecked Sendable {
  // Changed only by whoever alone holds it (`own`).
  @exclusivity(unchecked) var value: Value

  init(_ value: Value) { self.value = value }
}

extension Shared {
  /// Makes a reference one that nobody else holds.
  @inline(__always)
  static func separate(_ shared: inout Shared) {
    if !isKnownUniquelyReferenced(&shared) { shared = Shared(shared.value) }
  }
}
