/// Media types by the ending of a name.
///
/// From the registry of IANA, mime.wang's list for WeChat's own endings having no entry there: WXML is XML-like text, WXSS a
/// style sheet, WXS a script.
package enum MediaType {
  /// The type for a path, with the charset where the type is text; `application/octet-stream` where nothing is known.
  package static func of(_ path: String) -> String {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return unknown }
    let ending = path[path.utf8.index(after: dot)...]
    guard !ending.utf8.contains(UInt8(ascii: "/")) else { return unknown }
    return byEnding[String(ending).lowercased()] ?? unknown
  }

  /// Whether compressing it pays: text, and what is text inside.
  static func isCompressible(_ type: String) -> Bool { compressible.contains(type) }

  private static let compressible = Set(
    byEnding.values.filter { type in
      type.hasPrefix("text/") || type.contains("json") || type.contains("xml") || type.contains("javascript")
        || type == "application/wasm"
    })

  static let unknown = "application/octet-stream"

  private static let byEnding: [String: String] = [
    // Text.
    "html": "text/html; charset=utf-8", "htm": "text/html; charset=utf-8",
    "xhtml": "application/xhtml+xml; charset=utf-8",
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8", "map": "application/json; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8", "xml": "application/xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8", "rss": "application/rss+xml; charset=utf-8",
    "opensearch": "application/opensearchdescription+xml; charset=utf-8", "xsl": "application/xslt+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8", "ics": "text/calendar; charset=utf-8", "svg": "image/svg+xml; charset=utf-8",
    "yml": "application/yaml; charset=utf-8", "yaml": "application/yaml; charset=utf-8",
    "toml": "application/toml; charset=utf-8", "tex": "text/plain; charset=utf-8",
    // The mini-program's.
    "wxml": "text/xml; charset=utf-8", "wxss": "text/css; charset=utf-8", "wxs": "text/javascript; charset=utf-8",
    // Pictures.
    "png": "image/png", "apng": "image/apng", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon", "bmp": "image/bmp", "tif": "image/tiff",
    "tiff": "image/tiff", "heic": "image/heic", "jxl": "image/jxl",
    // Sound and film.
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/ogg",
    "wav": "audio/wav", "flac": "audio/flac", "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm",
    "ogv": "video/ogg", "mov": "video/quicktime",
    // Type.
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    // Everything else that a site hands out.
    "wasm": "application/wasm", "pdf": "application/pdf", "zip": "application/zip", "gz": "application/gzip",
    "br": "application/octet-stream", "tar": "application/x-tar", "7z": "application/x-7z-compressed",
    "epub": "application/epub+zip", "crt": "application/x-x509-ca-cert", "pem": "application/x-pem-file",
    "mobileconfig": "application/x-apple-aspen-config",
  ]
}
