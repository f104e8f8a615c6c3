import Diagnostics

/// What an image's bytes say: whether they are of the kind that the suffix names, and how large it is in pixels.
enum ImageChecker {
  static func check(_ bytes: FileBytes, suffix: Substring, _ findings: FileFindings) -> FileFindings {
    var findings = findings
    switch suffix {
    case "png":
      guard bytes.count >= 24, bytes[0] == 0x89, bytes.has("PNG", at: 1) else { return wrong(findings) }
      findings.facts.pixelSize = (number(bytes, 16, 4), number(bytes, 20, 4))
    case "gif":
      if !bytes.has("GIF8", at: 0) { return wrong(findings) }
    case "jpg", "jpeg":
      guard bytes.count >= 3, bytes[0] == 0xFF, bytes[1] == 0xD8, bytes[2] == 0xFF else { return wrong(findings) }
    case "svg":
      if let place = bytes.find("<style", from: 0) {
        findings.report(.vectorImage, place..<place + 6, "style-element")
      }
      percentages(bytes, &findings)
    default: break
    }
    return findings
  }

  private static func wrong(_ findings: FileFindings) -> FileFindings {
    var findings = findings
    findings.report(.imageContent, nil, findings.path)
    return findings
  }

  private static func number(_ bytes: FileBytes, _ start: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 << 8 | Int(bytes[start + $1]) }
  }

  /// The image component understands no percentages in attributes such as `width="100%"`.
  private static func percentages(_ bytes: FileBytes, _ findings: inout FileFindings) {
    for index in 0..<bytes.count where bytes[index] == UInt8(ascii: "%") {
      guard index > 0, bytes[index - 1].isDigit, index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "\"") || bytes[index + 1] == UInt8(ascii: "'")
      else { continue }
      var start = index
      while start > 0, bytes[start - 1].isDigit || bytes[start - 1] == UInt8(ascii: ".") { start -= 1 }
      findings.report(.vectorImage, start..<index + 1, "percentage")
      return
    }
  }
}
