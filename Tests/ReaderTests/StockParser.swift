import Foundation

/// The shared library as it is installed, with tables of its own, used the way its documentation says: what the
/// linked one, used in another way and on several threads, must agree with. For one thread.
final class StockParser {
  private typealias Make = @convention(c) (Int32) -> OpaquePointer?
  private typealias Find = @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
  private typealias Attach = @convention(c) (OpaquePointer, OpaquePointer) -> Int32
  private typealias Feed = @convention(c) (OpaquePointer, UnsafePointer<UInt8>?, Int) -> Void
  private typealias Finish = @convention(c) (OpaquePointer) -> OpaquePointer?
  private typealias Render = @convention(c) (OpaquePointer, Int32, OpaquePointer?) -> UnsafeMutablePointer<CChar>?
  private typealias Release = @convention(c) (OpaquePointer) -> Void

  private let make: Make
  private let attach: Attach
  private let feed: Feed
  private let finish: Finish
  private let render: Render
  private let releaseNode: Release
  private let releaseParser: Release
  /// Of the allocator that the library found, which need not be the program's.
  private let releaseText: @convention(c) (UnsafeMutableRawPointer?) -> Void
  private let extensions: [OpaquePointer]

  /// nil when the shared libraries are not installed.
  init?() {
    let flags = RTLD_NOW | RTLD_LOCAL | 8  // RTLD_DEEPBIND: its symbols, not those linked into this program
    guard let core = dlopen("libcmark-gfm.so", flags), let more = dlopen("libcmark-gfm-extensions.so", flags),
      let make = dlsym(core, "cmark_parser_new"), let find = dlsym(core, "cmark_find_syntax_extension"),
      let attach = dlsym(core, "cmark_parser_attach_syntax_extension"), let feed = dlsym(core, "cmark_parser_feed"),
      let finish = dlsym(core, "cmark_parser_finish"), let render = dlsym(core, "cmark_render_html"),
      let releaseNode = dlsym(core, "cmark_node_free"), let releaseParser = dlsym(core, "cmark_parser_free"),
      let releaseText = dlsym(core, "free"), let register = dlsym(more, "cmark_gfm_core_extensions_ensure_registered")
    else { return nil }
    self.make = unsafeBitCast(make, to: Make.self)
    self.attach = unsafeBitCast(attach, to: Attach.self)
    self.feed = unsafeBitCast(feed, to: Feed.self)
    self.finish = unsafeBitCast(finish, to: Finish.self)
    self.render = unsafeBitCast(render, to: Render.self)
    self.releaseNode = unsafeBitCast(releaseNode, to: Release.self)
    self.releaseText = unsafeBitCast(releaseText, to: (@convention(c) (UnsafeMutableRawPointer?) -> Void).self)
    self.releaseParser = unsafeBitCast(releaseParser, to: Release.self)
    unsafeBitCast(register, to: (@convention(c) () -> Void).self)()
    let lookUp = unsafeBitCast(find, to: Find.self)
    extensions = ["table", "strikethrough", "autolink", "tasklist"].compactMap { name in name.withCString { lookUp($0) }
    }
    if extensions.count != 4 { return nil }
  }

  func html(_ markdown: [UInt8], options: Int32) -> [UInt8]? {
    guard let parser = make(options) else { return nil }
    defer { releaseParser(parser) }
    for one in extensions { _ = attach(parser, one) }
    markdown.withUnsafeBufferPointer { feed(parser, $0.baseAddress, $0.count) }
    guard let document = finish(parser) else { return nil }
    defer { releaseNode(document) }
    guard let html = render(document, options, nil) else { return nil }
    defer { releaseText(html) }
    return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
  }
}
