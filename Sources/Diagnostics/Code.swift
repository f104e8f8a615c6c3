extension Diagnostic {
  /// What is wrong, as a stable name that users can look up (`offprint explain broken-link`).
  ///
  /// Adding a case does not compile until both catalogues (`Catalogue+English`, `Catalogue+Chinese`) say it; a test
  /// holds every code against its fixture and its page in the manual.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    // Front matter and configuration. Arguments are listed per code in `Catalogue+English`.
    case frontMatterSyntax = "front-matter-syntax"
    case frontMatterUnclosed = "front-matter-unclosed"
    case unknownKey = "unknown-key"
    case duplicateKey = "duplicate-key"
    case badValue = "bad-value"
    case badDate = "bad-date"
    case invalidEncoding = "invalid-encoding"
    case configurationSyntax = "configuration-syntax"
    // Markdown and raw HTML.
    case unknownCodeLanguage = "unknown-code-language"
    case undefinedFootnote = "undefined-footnote"
    case unusedFootnote = "unused-footnote"
    case duplicateAnchor = "duplicate-anchor"
    case unclosedElement = "unclosed-element"
    case strayEndTag = "stray-end-tag"
    case nestingTooDeep = "nesting-too-deep"
    // Binding.
    case brokenLink = "broken-link"
    case brokenAnchor = "broken-anchor"
    case missingAsset = "missing-asset"
    case unsafePath = "unsafe-path"
    case twinAddress = "twin-address"
    case twinTerm = "twin-term"
    case duplicateAlias = "duplicate-alias"
    case unreadableImage = "unreadable-image"
    case remoteImage = "remote-image"
    case futureArticle = "future-article"
    // Templates.
    case templateSyntax = "template-syntax"
    case templateUnknownName = "template-unknown-name"
    case templateUnknownPartial = "template-unknown-partial"
    case unknownThemeFile = "unknown-theme-file"
    // Editions.
    case adapted = "adapted"
    case droppedContent = "dropped-content"
    case needsNetwork = "needs-network"
    case imageNotConverted = "image-not-converted"
    case packageBudget = "package-budget"
    case pageTooLarge = "page-too-large"
    // The machine: thrown as errors below, printed as diagnostics at the command.
    case sourceMissing = "source-missing"
    case unreadableFile = "unreadable-file"
    case unwritableOutput = "unwritable-output"
    case outputInUse = "output-in-use"
    case outputNotOurs = "output-not-ours"
    case symbolicLinkRefused = "symbolic-link-refused"
    case toolMissing = "tool-missing"
    case toolFailed = "tool-failed"

    /// The severity unless the reporter says otherwise; `--strict` turns every warning into an error.
    package var severity: Severity {
      switch self {
      case .frontMatterSyntax, .frontMatterUnclosed, .configurationSyntax, .twinAddress, .duplicateAlias, .unsafePath,
        .templateSyntax, .templateUnknownName, .templateUnknownPartial, .droppedContent, .sourceMissing,
        .unreadableFile, .unwritableOutput, .outputInUse, .outputNotOurs, .symbolicLinkRefused, .nestingTooDeep:
        .error
      case .unknownKey, .duplicateKey, .badValue, .badDate, .invalidEncoding, .undefinedFootnote, .duplicateAnchor,
        .unclosedElement, .strayEndTag, .brokenLink, .brokenAnchor, .missingAsset, .twinTerm, .unreadableImage,
        .unknownThemeFile, .imageNotConverted, .packageBudget, .pageTooLarge, .toolFailed, .remoteImage:
        .warning
      case .unknownCodeLanguage, .unusedFootnote, .futureArticle, .adapted, .needsNetwork, .toolMissing:
        .note
      }
    }
  }
}
