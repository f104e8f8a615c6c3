import CCmarkGFM

/// The C library that parses CommonMark, set up once for the process and used on any number of threads.
///
/// **Why parallel parsing is sound here.** The library keeps two process-wide tables, one of the characters at which
/// inline parsing stops and one of those that emphasis looks past. Every parse writes to them: before the inlines
/// `cmark_parser_finish` enters the special characters of the parser's inline extensions, and clears them afterwards.
/// While one thread clears `~`, `:` and `w`, another renders a document as if strikethrough and autolinks did not
/// exist. Nothing else in the library is shared once its extensions are registered (its arena, which is, is never used:
/// see `CommonMarkArena`).
///
/// So after the set-up no parse changes an entry of those tables that any parse reads:
/// - the set-up, which runs exactly once (a Swift global), attaches the extensions to a parser that never parses and
///   enters their characters for good;
/// - parsers get copies of the extensions. Autolink's copy has no special characters, so nothing is written for it;
/// - strikethrough's needs one, because the library finds the extension of a delimiter by it. It has U+0000, and its
///   delimiters are relabelled to match. That entry of the first table is written by every parse and read by none, since
///   no text that is parsed holds U+0000 (`MarkdownSource`). The second table is not written (`emphasis` is off).
///
/// A special character that no attached extension wants costs nothing but a split text node, which the library
/// merges again: documents come out as they do from a stock parser on one thread. `ParallelParsingTests` compares.
enum CommonMarkLibrary {
  typealias Extension = UnsafeMutablePointer<cmark_syntax_extension>

  /// Pointers to the extensions; written once, read only from then on.
  struct Extensions: @unchecked Sendable {
    let plain: [Extension]
    let offprint: [Extension]
    /// The same without formulas.
    let offprintPlain: [Extension]
    /// The same with `$…$`.
    let offprintMath: [Extension]
    /// For each kind of autolink its copy for a text without `@`.
    let withoutMail: [Extension: Extension]
    let taskList: Extension
    /// The library's own, whose functions the copies call.
    let stockStrikethrough: Extension
    let stockAutolink: Extension
    let stockTable: Extension
  }

  static let extensions = setUp()

  static let options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES

  /// Parses and hands the document node over, which is gone afterwards. `body` must be valid UTF-8 without U+0000.
  static func withDocument<Result>(
    _ body: UnsafeBufferPointer<UInt8>, dialect: ReadingOptions.Dialect, math: MathSyntax = .double,
    _ use: (CommonMarkNode) -> Result
  ) -> Result {
    let needs = Needs(body)
    func run(_ memory: UnsafeMutablePointer<cmark_mem>, isArena: Bool) -> Result {
      guard let parser = cmark_parser_new_with_mem(needs.options, memory) else { preconditionFailure("out of memory") }
      // An arena goes as a whole.
      defer { if !isArena { cmark_parser_free(parser) } }
      attach(parser, dialect, math, needs)
      body.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
      guard let document = cmark_parser_finish(parser) else { preconditionFailure("a parser finishes once") }
      defer { if !isArena { cmark_node_free(document) } }
      return use(document)
    }
    if body.count <= CommonMarkArena.longest, let result = CommonMarkArena.use({ run($0, isArena: true) }) {
      return result
    }
    return run(cmark_get_default_mem_allocator(), isArena: false)
  }

  /// What a text cannot do without. The library goes over its tree once more for footnotes and twice for mail addresses.
  private struct Needs {
    /// Whether there is an `@`.
    let mail: Bool
    let options: CInt

    init(_ body: UnsafeBufferPointer<UInt8>) {
      mail = ByteRun.firstIndex(of: 0x40, in: body, 0..<body.count) != nil
      options = ByteRun.contains(0x5B, 0x5E, in: body, 0..<body.count) ? CommonMarkLibrary.options : CMARK_OPT_UNSAFE
    }
  }

  private static func attach(
    _ parser: UnsafeMutablePointer<cmark_parser>, _ dialect: ReadingOptions.Dialect, _ math: MathSyntax, _ needs: Needs
  ) {
    let extensions = extensions
    let mine =
      switch dialect {
      case .plain: extensions.plain
      case .offprint:
        switch math {
        case .none: extensions.offprintPlain
        case .double: extensions.offprint
        case .all: extensions.offprintMath
        }
      }
    for one in mine {
      cmark_parser_attach_syntax_extension(parser, needs.mail ? one : extensions.withoutMail[one] ?? one)
    }
  }

  // A build of the library without its own extensions is no build: nothing an author writes leads to that.
  private static func setUp() -> Extensions {
    cmark_gfm_core_extensions_ensure_registered()
    guard let table = cmark_find_syntax_extension("table"),
      let strikethrough = cmark_find_syntax_extension("strikethrough"),
      let autolink = cmark_find_syntax_extension("autolink"),
      let taskList = cmark_find_syntax_extension("tasklist"),
      let scratch = cmark_parser_new(options)
    else { preconditionFailure("libcmark-gfm lacks its core extensions") }
    defer { cmark_parser_free(scratch) }
    let dollar = Extension.allocate(capacity: 1)
    dollar.initialize(to: cmark_syntax_extension())
    setCharacters(of: dollar, [0x24])
    // Only the characters of inline extensions are entered, and these are the ones with a match function.
    dollar.pointee.match_inline = matchDoubleDollar
    for one in [strikethrough, autolink, dollar] { cmark_parser_attach_syntax_extension(scratch, one) }
    cmark_manage_extensions_special_characters(scratch, 1)

    let quietStrikethrough = copy(of: strikethrough)
    setCharacters(of: quietStrikethrough, [0])
    quietStrikethrough.pointee.emphasis = false
    quietStrikethrough.pointee.match_inline = matchStrikethrough
    let quietAutolink = copy(of: autolink)
    quietAutolink.pointee.special_inline_chars = nil
    let boundedAutolink = copy(of: quietAutolink)
    boundedAutolink.pointee.match_inline = matchBoundedAutolink
    let math = copy(of: dollar)
    math.pointee.special_inline_chars = nil
    math.pointee.try_opening_block = openMathBlock
    math.pointee.last_block_matches = matchMathBlock
    let singleMath = copy(of: math)
    singleMath.pointee.match_inline = matchAnyDollar
    // Mail addresses are found in the finished tree.
    var withoutMail: [Extension: Extension] = [:]
    for one in [quietAutolink, boundedAutolink] {
      let other = copy(of: one)
      other.pointee.postprocess_func = nil
      withoutMail[one] = other
    }
    let formulaTable = copy(of: table)
    formulaTable.pointee.can_contain_func = tableMayContain
    let common = [formulaTable, quietStrikethrough, boundedAutolink, taskList]
    return Extensions(
      plain: [table, quietStrikethrough, quietAutolink, taskList], offprint: common + [math],
      offprintPlain: common, offprintMath: common + [singleMath], withoutMail: withoutMail, taskList: taskList,
      stockStrikethrough: strikethrough, stockAutolink: autolink, stockTable: table)
  }

  private static func setCharacters(of one: Extension, _ characters: [Int]) {
    one.pointee.special_inline_chars = nil
    for character in characters {
      one.pointee.special_inline_chars = cmark_llist_append(
        cmark_get_default_mem_allocator(), one.pointee.special_inline_chars,
        UnsafeMutableRawPointer(bitPattern: character))
    }
  }

  // Lives as long as the process.
  private static func copy(of stock: Extension) -> Extension {
    let copy = Extension.allocate(capacity: 1)
    copy.initialize(to: stock.pointee)
    return copy
  }
}

/// The library's own rule for `~`, its delimiter relabelled as `CommonMarkLibrary` explains.
private func matchStrikethrough(
  _ mine: UnsafeMutablePointer<cmark_syntax_extension>?, _ parser: UnsafeMutablePointer<cmark_parser>?,
  _ parent: CommonMarkNode?, _ character: UInt8, _ inlines: OpaquePointer?
) -> CommonMarkNode? {
  guard character == 0x7E else { return nil }
  let stock = CommonMarkLibrary.extensions.stockStrikethrough
  guard let node = stock.pointee.match_inline?(stock, parser, parent, character, inlines) else { return nil }
  if let pushed = cmark_inline_parser_get_last_delimiter(inlines), pushed.pointee.inl_text == node {
    pushed.pointee.delim_char = 0
  }
  return node
}
