internal import CPreview

/// A page, style sheet or script of the preview's own, embedded in the program.
enum PreviewAsset {
  /// Its bytes; empty where there is none of that name.
  static func bytes(_ name: String) -> [UInt8] {
    let asset = offprint_preview_find(name)
    guard let bytes = asset.bytes else { return [] }
    return Array(UnsafeBufferPointer(start: bytes, count: asset.count))
  }
}
