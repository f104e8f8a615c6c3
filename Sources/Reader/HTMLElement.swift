/// The elements that reading treats by name; every other one is kept as the author's bytes.
enum HTMLElement: String, CaseIterable {
  // The page around an article: tags ignored.
  case html, head, body
  // Running text.
  case a, abbr, acronym, b, bdi, bdo, big, br, cite, code, data, del, dfn, em, font, i, img, ins, kbd, label, mark, nobr
  case picture, q, rb, rp, rt, rtc, ruby, s, samp, small, span, strike, strong, sub, sup, time, tt, u, wbr
  case `var`
  // Columns.
  case address, article, aside, blockquote, center, dd, details, dir, div, dl, dt, figcaption, figure, footer
  case h1, h2, h3, h4, h5, h6, header, hgroup, hr, li, main, menu, nav, ol, p, pre, section, summary, ul
  // Tables.
  case caption, col, colgroup, table, tbody, td, tfoot, th, thead, tr
  // Recordings and other pages.
  case audio, embed, iframe, object, param, source, track, video
  // Known, but without a case in the model.
  case area, base, button, canvas, dialog, fieldset, form, input, legend, link, map, math, meta, noscript, optgroup
  case option, progress, script, select, style, svg, template, textarea, title
  case noembed, noframes, xmp

  private static let byName: [String: HTMLElement] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The element of that name (lower case).
  static func named(_ name: String) -> HTMLElement? { byName[name] }

  /// Has no inside and no end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr: true
    default: false
    }
  }

  /// Its inside is no markup.
  var hasRawText: Bool {
    switch self {
    case .script, .style, .iframe, .noembed, .noframes, .textarea, .title, .xmp: true
    default: false
    }
  }

  /// Its raw inside is words for the reader.
  var showsRawText: Bool {
    switch self {
    case .textarea, .title, .xmp: true
    default: false
    }
  }

  /// The end tag may be left out (HTML standard, optional tags): leaving it out is no mistake.
  var hasOptionalEnd: Bool {
    switch self {
    case .p, .li, .dt, .dd, .rb, .rt, .rtc, .rp, .optgroup, .option, .thead, .tbody, .tfoot, .tr, .td, .th, .colgroup,
      .caption:
      true
    default: false
    }
  }

  /// Stands in a column rather than in a line.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .dd, .details, .dir, .div, .dl, .dt, .figcaption, .figure,
      .footer, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .li, .main, .menu, .nav, .ol, .p, .pre, .section,
      .summary, .ul, .caption, .col, .colgroup, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .dialog, .fieldset,
      .form,
      .legend, .xmp:
      true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// Nothing of it or its inside is to be seen.
  var isInvisible: Bool {
    switch self {
    case .script, .style, .template, .link, .meta, .base, .param, .noembed, .noframes, .area: true
    default: false
    }
  }
}
