/// Plain values in memory that grows, for the few loops that every term of every article passes: an array would look on
/// each access whether it is shared and whether the index is inside.
///
/// Its memory is its own, and what is below `count` was written by `append`: an index that came from a count is inside.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  /// Valid until the next `append` or `reserve`.
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Behind the last element: where `reserve` made room.
  var end: UnsafeMutableRawPointer { UnsafeMutableRawPointer(base + count) }

  subscript(_ index: Int) -> Element {
    _read { yield base[index] }
    _modify { yield &base[index] }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(by: 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Makes room for some elements more.
  @inline(__always)
  mutating func reserve(_ additional: Int) {
    if capacity - count < additional { grow(by: additional) }
  }

  /// Counts elements that were written behind the last one, or takes some back.
  @inline(__always)
  mutating func advance(by elements: Int) { count += elements }

  @inline(never)
  private mutating func grow(by additional: Int) {
    capacity = max(capacity * 2, count + additional)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }
}
