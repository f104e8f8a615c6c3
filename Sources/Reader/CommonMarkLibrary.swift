import CCmarkGFM

/// The C library that parses CommonMark, set up once for the process and used on any number of threads.
///
/// **Why parallel parsing is sound here.** The library keeps two process-wide tables, one of the characters at which
/// inline parsing stops and one of those that emphasis looks past. Every parse writes to them: `cmark_parser_finish`
/// adds the characters of the parser's extensions before the inlines and clears them afterwards. While one thread
/// clears `~`, `:` and `w`, another renders a document as if strikethrough and autolinks did not exist. Nothing
/// else in the library is shared once its extensions are registered (the arena allocator, which is, is never used).
///
/// So nothing here ever writes to those tables after the set-up:
/// - the set-up, which runs exactly once (a Swift global), registers the extensions, then attaches those with
///   special characters to a parser that never parses and adds their characters for good;
/// - a parser has two lists of extensions. The writes to the tables follow `syntax_extensions`; inline parsing follows
///   `inline_syntax_extensions`. Extensions with special characters go to the second alone. What they would have done
///   through the first (autolink's search for mail addresses in the finished tree) is done by an extension without characters.
///
/// A special character that no attached extension wants costs nothing but a split text node, which the library
/// merges again: documents come out as they do from a stock parser on one thread. `ParallelParsingTests` compares.
enum CommonMarkLibrary {
  /// Pointers to the extensions; written once, read only from then on.
  struct Extensions: @unchecked Sendable {
    /// Of blocks, and without special characters.
    let block: [UnsafeMutablePointer<cmark_syntax_extension>]
    /// With special characters, in the order in which they are asked.
    let inline: [ReadingOptions.Dialect: [UnsafeMutablePointer<cmark_syntax_extension>]]
    let strikethrough: UnsafeMutablePointer<cmark_syntax_extension>
    let taskList: UnsafeMutablePointer<cmark_syntax_extension>
  }

  static let extensions = setUp()

  static let options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES

  /// Parses and hands the document node over, which is freed afterwards. `body` must be valid UTF-8 without U+0000.
  static func withDocument<Result>(
    _ body: UnsafeBufferPointer<UInt8>, dialect: ReadingOptions.Dialect, _ use: (CommonMarkNode) -> Result
  ) -> Result {
    let extensions = extensions
    guard let parser = cmark_parser_new(options) else { preconditionFailure("out of memory") }
    defer { cmark_parser_free(parser) }
    for one in extensions.block { cmark_parser_attach_syntax_extension(parser, one) }
    for one in extensions.inline[dialect] ?? [] {
      parser.pointee.inline_syntax_extensions = cmark_llist_append(
        parser.pointee.mem, parser.pointee.inline_syntax_extensions, one)
    }
    body.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let document = cmark_parser_finish(parser) else { preconditionFailure("a parser finishes once") }
    defer { cmark_node_free(document) }
    return use(document)
  }

  // A build of the library without its own extensions is no build: nothing an author writes leads to that.
  private static func setUp() -> Extensions {
    cmark_gfm_core_extensions_ensure_registered()
    guard let table = cmark_find_syntax_extension("table"),
      let strikethrough = cmark_find_syntax_extension("strikethrough"),
      let autolink = cmark_find_syntax_extension("autolink"),
      let taskList = cmark_find_syntax_extension("tasklist"),
      let addresses = cmark_syntax_extension_new("addresses"),
      let scratch = cmark_parser_new(options)
    else { preconditionFailure("libcmark-gfm lacks its core extensions") }
    defer { cmark_parser_free(scratch) }
    cmark_parser_attach_syntax_extension(scratch, strikethrough)
    cmark_parser_attach_syntax_extension(scratch, autolink)
    cmark_manage_extensions_special_characters(scratch, 1)
    addresses.pointee.postprocess_func = autolink.pointee.postprocess_func
    return Extensions(
      block: [table, addresses, taskList],
      inline: [
        .plain: [strikethrough, autolink],
        .offprint: [strikethrough, autolink],
      ],
      strikethrough: strikethrough, taskList: taskList)
  }
}
