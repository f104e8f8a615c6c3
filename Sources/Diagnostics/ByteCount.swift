/// Counts of bytes as people read them.
package enum ByteCount {
  /// `512 B`, `1.4 KB`, `2.0 MB`: powers of 1024, as the mini-program platform counts its limits.
  package static func describe(_ count: Int) -> String {
    if abs(count) < 1024 { return "\(count) B" }
    var tenths = count * 10 / 1024
    for unit in ["KB", "MB", "GB"] {
      if abs(tenths) < 10240 || unit == "GB" { return "\(tenths / 10).\(abs(tenths % 10)) \(unit)" }
      tenths /= 1024
    }
    return "\(count) B"
  }
}
