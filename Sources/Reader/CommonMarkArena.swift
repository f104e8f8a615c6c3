import CCmarkGFM
internal import Glibc

/// Memory for one parsed document: taken piece after piece from one block that its thread keeps, given back all at once.
///
/// The library asks for a few hundred small pieces a page and frees each of them again, which costs as much as parsing
/// does. Its own arena is one for the whole process; here every thread has its own. The library hands no context to an
/// allocator, so the arena at work is found through the thread.
///
/// Of pieces that are given back one by one only the newest is used again. That is enough for what the library takes for
/// a moment (a label to look up); long texts, where the rest would add up, do not use the arena (`longest`).
struct CommonMarkArena {
  /// Texts longer than this, in bytes, are parsed with the general allocator.
  static let longest = 256 << 10
  private static let blockSize = 256 << 10

  /// What the library is given as its allocator.
  struct Allocator: @unchecked Sendable {
    let pointer: UnsafeMutablePointer<cmark_mem>
  }

  static let allocator: Allocator = {
    key = makeKey()
    let pointer = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    pointer.initialize(
      to: cmark_mem(
        calloc: { CommonMarkArena.current.pointee.allocate($0 * $1) },
        realloc: { piece, size in
          guard let piece else { return CommonMarkArena.current.pointee.allocate(size) }
          return CommonMarkArena.current.pointee.reallocate(piece, size)
        },
        free: { if let piece = $0 { CommonMarkArena.current.pointee.release(piece) } }))
    return Allocator(pointer: pointer)
  }()

  // Written once, by the initializer of `allocator`, which runs before anyone is given the allocator. As a constant of its
  // own it would be asked at each of the eight hundred calls an article whether it has been made.
  nonisolated(unsafe) private static var key: pthread_key_t = 0

  private static func makeKey() -> pthread_key_t {
    var key = pthread_key_t()
    let failure = pthread_key_create(&key) { known in
      guard let arena = known?.assumingMemoryBound(to: CommonMarkArena.self) else { return }
      for block in arena.pointee.blocks { free(block.start) }
      arena.deinitialize(count: 1)
      arena.deallocate()
    }
    precondition(failure == 0, "no thread-specific data")
    return key
  }

  /// The arena of this thread, which is made when first asked for.
  @inline(__always)
  private static var current: UnsafeMutablePointer<CommonMarkArena> {
    if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: CommonMarkArena.self) }
    return made()
  }

  private static func made() -> UnsafeMutablePointer<CommonMarkArena> {
    let arena = UnsafeMutablePointer<CommonMarkArena>.allocate(capacity: 1)
    arena.initialize(to: CommonMarkArena())
    pthread_setspecific(key, arena)
    return arena
  }

  /// Runs `body`, during which the allocator may be used on this thread; all that it gave is gone afterwards.
  /// nil when the arena is at work already.
  static func use<Result>(_ body: (UnsafeMutablePointer<cmark_mem>) -> Result) -> Result? {
    let memory = allocator.pointer
    let arena = current
    if arena.pointee.isInUse { return nil }
    arena.pointee.isInUse = true
    defer {
      arena.pointee.reset()
      arena.pointee.isInUse = false
    }
    return body(memory)
  }

  private struct Block {
    let start: UnsafeMutableRawPointer
    let size: Int
  }

  private var isInUse = false
  /// The first is kept for the next document.
  private var blocks: [Block] = []
  /// From here on the newest block is free, and zero.
  private var position: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  /// Before each piece stands its size.
  private static let headerSize = MemoryLayout<Int>.size

  private init() {
    let first = Self.block(Self.blockSize)
    blocks = [first]
    position = first.start
    end = first.start + first.size
  }

  private static func block(_ size: Int) -> Block {
    guard let start = calloc(1, size) else { preconditionFailure("out of memory") }
    return Block(start: start, size: size)
  }

  private mutating func reset() {
    while blocks.count > 1, let block = blocks.popLast() {
      free(block.start)
      // What was used of the first block is not known any more.
      position = blocks[0].start + blocks[0].size
    }
    memset(blocks[0].start, 0, position - blocks[0].start)
    position = blocks[0].start
    end = position + blocks[0].size
  }

  /// A piece of zeros.
  @inline(__always)
  private mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let size = (size + 7) & ~7
    if size + Self.headerSize > end - position { addBlock(for: size) }
    position.storeBytes(of: size, as: Int.self)
    let piece = position + Self.headerSize
    position = piece + size
    return piece
  }

  private mutating func addBlock(for size: Int) {
    let block = Self.block(max(size + Self.headerSize, (blocks.last?.size ?? 0) * 2))
    blocks.append(block)
    position = block.start
    end = block.start + block.size
  }

  private mutating func reallocate(_ piece: UnsafeMutableRawPointer, _ size: Int) -> UnsafeMutableRawPointer {
    let old = Self.size(of: piece)
    if size <= old { return piece }
    let more = ((size + 7) & ~7) - old
    if piece + old == position, more <= end - position {
      position += more
      (piece - Self.headerSize).storeBytes(of: old + more, as: Int.self)
      return piece
    }
    let copy = allocate(size)
    copy.copyMemory(from: piece, byteCount: old)
    return copy
  }

  @inline(__always)
  private mutating func release(_ piece: UnsafeMutableRawPointer) {
    let size = Self.size(of: piece)
    guard piece + size == position else { return }
    position = piece - Self.headerSize
    memset(position, 0, size + Self.headerSize)
  }

  private static func size(of piece: UnsafeMutableRawPointer) -> Int { (piece - headerSize).load(as: Int.self) }
}
