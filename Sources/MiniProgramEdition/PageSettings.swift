import Typesetting

/// The `.json` beside each page.
enum PageSettings {
  /// The view layer keeps what the page first showed and paints it the next time before the script is ready.
  static func article(title: String) -> [UInt8] {
    var json = JSONPrinter()
    json.object { json in
      json.field("navigationBarTitleText", title)
      json.field("initialRenderingCache", "static")
    }
    return json.bytes
  }

  /// - Parameter isStatic: what it first shows stands in the page.
  static func list(title: String, isStatic: Bool) -> [UInt8] {
    var json = JSONPrinter()
    json.object { json in
      json.field("navigationBarTitleText", title)
      json.field("onReachBottomDistance", 200)
      if isStatic { json.field("initialRenderingCache", "static") }
    }
    return json.bytes
  }
}
