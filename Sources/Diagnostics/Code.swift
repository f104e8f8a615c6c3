extension Diagnostic {
  /// What is wrong, as a stable name that users can look up (`offprint explain broken-link`).
  ///
  /// Adding a case does not compile until both catalogues say it; a test holds every code against its manual page.
  /// Each case names its arguments in their order; "or empty" ones may be left out at the end; counts are integers.
  /// Where one is of a few fixed words, `Vocabulary` has them in both languages: pass the word, never a sentence.
  package enum Code: String, Hashable, Sendable, CaseIterable {
    // MARK: Front matter and configuration.
    /// {0} format (`YAML`, `TOML`, `JSON`), {1} a word of `Vocabulary`, else the parser's own words.
    case frontMatterSyntax = "front-matter-syntax"
    /// {0} the line that would close it: `---`, `+++`, `}`.
    case frontMatterUnclosed = "front-matter-unclosed"
    /// {0} the key, {1} the key that was probably meant, or empty.
    case unknownKey = "unknown-key"
    /// {0} the key.
    case duplicateKey = "duplicate-key"
    /// {0} the key, {1} what was expected (a word of `Vocabulary`, or the values), {2} the value as written, or empty.
    case badValue = "bad-value"
    /// {0} the key, {1} the value as written.
    case badDate = "bad-date"
    /// {0} how many ill-formed sequences were replaced by U+FFFD.
    case invalidEncoding = "invalid-encoding"
    /// {0} a word of `Vocabulary`, else the parser's own words.
    case configurationSyntax = "configuration-syntax"

    // MARK: Markdown and raw HTML.
    /// {0} the language as written, {1} the one that was probably meant, or empty.
    case unknownCodeLanguage = "unknown-code-language"
    /// {0} the words at which Graphviz stopped, or empty; {1} a word of `Vocabulary` or Graphviz's own words, or empty.
    case diagramSyntax = "diagram-syntax"
    /// {0} the attribute or element that names a file.
    case diagramFile = "diagram-file"
    /// {0} the language as written.
    case diagramLanguage = "diagram-language"
    /// {0} the program, {1} the Debian package that has it, {2} how many diagrams wait for it. Notes: each of them.
    case diagramNotDrawn = "diagram-not-drawn"
    /// {0} a word of `Vocabulary`.
    case formulaSyntax = "formula-syntax"
    /// {0} the command or environment, {1} the one that was probably meant, or empty.
    case unknownFormulaCommand = "unknown-formula-command"
    /// {0} the label without `^`.
    case undefinedFootnote = "undefined-footnote"
    case unusedFootnote = "unused-footnote"
    /// {0} the id. Note: the first place.
    case duplicateAnchor = "duplicate-anchor"
    /// {0} the element's name.
    case unclosedElement = "unclosed-element"
    case strayEndTag = "stray-end-tag"
    /// {0} the greatest depth that is allowed.
    case nestingTooDeep = "nesting-too-deep"
    /// {0} what there is too much of (a word of `Vocabulary`).
    case costlyMarkup = "costly-markup"

    // MARK: Binding.
    /// {0} the address as written, {1} the address that was probably meant, or empty.
    case brokenLink = "broken-link"
    /// {0} the anchor without `#`, {1} the path of the article that lacks it, {2} the one probably meant, or empty.
    case brokenAnchor = "broken-anchor"
    /// {0} the address as written, {1} the path that was probably meant, or empty.
    case missingAsset = "missing-asset"
    /// {0} the path that leads out of the folder.
    case unsafePath = "unsafe-path"
    /// {0} the site path, {1} the other article's source path. Note: the other article.
    case twinAddress = "twin-address"
    /// {0} this spelling, {1} the other spelling. Note: the other place.
    case twinTerm = "twin-term"
    /// {0} the former address, {1} the source path of what has it already. Note: that place.
    case duplicateAlias = "duplicate-alias"
    /// {0} the image's path.
    case unreadableImage = "unreadable-image"
    /// {0} the address.
    case remoteImage = "remote-image"
    /// {0} the article's date as it would be shown.
    case futureArticle = "future-article"
    /// {0} when it expired, as it would be shown.
    case expiredArticle = "expired-article"
    /// {0} the author as written, {1} the id that was probably meant, or empty.
    case unknownAuthor = "unknown-author"
    /// {0} the address, {1} what came back: a status, or the tool's own words.
    case deadLink = "dead-link"
    /// {0} a word of `Vocabulary`: why git's dates are not used.
    case gitUnavailable = "git-unavailable"

    // MARK: Templates.
    /// {0} what is wrong (a word of `Vocabulary`: `unclosed-tag`, …), {1} the tag's name, or empty.
    case templateSyntax = "template-syntax"
    /// {0} the name, {1} the name that was probably meant, or empty.
    case templateUnknownName = "template-unknown-name"
    case templateUnknownPartial = "template-unknown-partial"
    /// {0} the file's name inside the theme, {1} the name that was probably meant, or empty.
    case unknownThemeFile = "unknown-theme-file"

    // MARK: Editions.
    /// {0} the construct, {1} what the reader gets (`Adaptation.replacement`), {2} the edition's raw value.
    case adapted = "adapted"
    /// {0} the construct, {1} the edition's raw value, {2} `words` where a reader misses some (an error, else a note).
    case droppedContent = "dropped-content"
    /// {0} the construct, {1} the edition's raw value.
    case needsNetwork = "needs-network"
    /// {0} the image's path, {1} the reason (a word of `Vocabulary` or a tool's own words), or empty.
    case imageNotConverted = "image-not-converted"
    /// {0} the image's path, {1} its bytes, {2} bytes that are allowed or advised, {3} `carried` or `left-out`.
    case imageTooLarge = "image-too-large"
    /// {0} articles left out, {1} bytes that all need, {2} that are allowed, {3} which limit. Notes: each, its bytes.
    case packageBudget = "package-budget"
    /// {0} bytes that the search of the mini-program would need, {1} bytes that are left for it (plain integers).
    case searchReduced = "search-reduced"
    /// {0} the page, {1} its bytes, {2} bytes that are allowed. Notes: its heaviest files, {0} path, {1} bytes.
    case pageTooLarge = "page-too-large"

    // MARK: The machine: thrown as errors below, printed as diagnostics at the command.
    /// {0} the folder that was looked for.
    case sourceMissing = "source-missing"
    /// {0} the system's reason, or empty. The file is the diagnostic's path.
    case unreadableFile = "unreadable-file"
    /// {0} the path, {1} the system's reason, or empty.
    case unwritableOutput = "unwritable-output"
    /// {0} the output folder, {1} the other build's process id, or empty.
    case outputInUse = "output-in-use"
    /// {0} the path.
    case outputNotOurs = "output-not-ours"
    /// {0} the path of the link.
    case symbolicLinkRefused = "symbolic-link-refused"
    /// {0} the path of the file or folder.
    case alreadyExists = "already-exists"
    /// {0} the program, {1} the Debian package that has it, {2} how many files it was wanted for. Notes: each of them.
    case toolMissing = "tool-missing"
    /// {0} the program, {1} the file it worked on, {2} its own words, or empty.
    case toolFailed = "tool-failed"

    // MARK: Rules of the mini-program platform: packages and files.
    /// {0} the package, {1} its bytes, {2} bytes that are allowed (plain integers).
    case packageOverLimit = "package-over-limit"
    /// {0} bytes of all packages, {1} bytes that are allowed (plain integers).
    case programOverLimit = "program-over-limit"
    /// {0} bytes of the main package, {1} bytes that are advised (plain integers).
    case heavyMainPackage = "heavy-main-package"
    /// {0} how many there are, {1} how many are allowed.
    case tooManyPackages = "too-many-packages"
    /// {0} bytes of images and recordings, {1} bytes that are advised (plain integers).
    case heavyMedia = "heavy-media"
    /// {0} a subpackage, {1} bytes of the main package's scripts that it alone uses, {2} bytes that are let pass.
    case misplacedScript = "misplaced-script"
    /// {0} bytes of addresses that hold their data, {1} bytes that are nothing to speak of (plain integers).
    case heavyDataAddress = "heavy-data-address"
    /// {0} the path.
    case unuploadableFile = "unuploadable-file"
    /// {0} the path, or both paths where two differ only in letter case.
    case unportablePath = "unportable-path"
    /// {0} a word of `Vocabulary`.
    case textEncoding = "text-encoding"
    /// {0} the path.
    case imageContent = "image-content"
    /// {0} a word of `Vocabulary`.
    case vectorImage = "vector-image"
    // MARK: Rules: settings and pages.
    /// {0} a word of `Vocabulary`.
    case jsonSyntax = "json-syntax"
    /// {0} the key.
    case jsonDoubledKey = "json-doubled-key"
    /// {0} the key, {1} the key that was probably meant, or empty.
    case unknownSetting = "unknown-setting"
    /// {0} the key, {1} what is allowed (words or a word of `Vocabulary`), {2} the value as written, or empty.
    case settingValue = "setting-value"
    /// {0} the key.
    case missingSetting = "missing-setting"
    /// {0} the key, {1} the value that is advised.
    case advisedSetting = "advised-setting"
    /// {0} the component.
    case unusedComponent = "unused-component"
    /// {0} the page, {1} the file that it lacks.
    case missingPageFile = "missing-page-file"
    /// {0} the page; of the next too.
    case doubledPage = "doubled-page"
    case unlistedPage = "unlisted-page"
    /// {0} the page, {1} the root of the subpackage.
    case misplacedPage = "misplaced-page"
    case tabPage = "tab-page"
    /// {0} the icon, {1} a word of `Vocabulary`.
    case tabIcon = "tab-icon"
    /// {0} the root, {1} a word of `Vocabulary`.
    case subpackageRoot = "subpackage-root"
    /// {0} the page, {1} bytes that it preloads, {2} bytes that are allowed (plain integers).
    case preloadQuota = "preload-quota"
    /// {0} the page or the package.
    case preloadUnknown = "preload-unknown"
    /// {0} the variable without `@`.
    case themeVariable = "theme-variable"
    /// {0} the file as written, {1} the package that it lies in.
    case crossingPackages = "crossing-packages"
    /// {0} the path as written.
    case missingFile = "missing-file"
    // MARK: Rules: WXML.
    /// {0} a word of `Vocabulary`.
    case wxmlSyntax = "wxml-syntax"
    /// {0} the element; of the next too.
    case wxmlUnclosedTag = "wxml-unclosed-tag"
    case wxmlStrayEndTag = "wxml-stray-end-tag"
    /// {0} a word of `Vocabulary`.
    case wxmlExpression = "wxml-expression"
    /// {0} the element, {1} the one that was probably meant, or empty.
    case unknownComponent = "unknown-component"
    /// {0} the attribute, {1} the element, {2} the attribute that was probably meant, or empty.
    case unknownAttribute = "unknown-attribute"
    /// {0} the attribute.
    case doubledAttribute = "doubled-attribute"
    /// {0} the event, {1} the element, {2} the event that was probably meant, or empty.
    case unknownEvent = "unknown-event"
    /// {0} the attribute, {1} what is allowed, {2} the value as written.
    case attributeValue = "attribute-value"
    /// {0} the attribute, {1} the value as written.
    case booleanAsText = "boolean-as-text"
    /// {0} the directive, {1} the one that was probably meant, or empty.
    case unknownDirective = "unknown-directive"
    /// {0} the directive.
    case strayElse = "stray-else"
    case loopKey = "loop-key"
    /// {0} the handler.
    case unknownHandler = "unknown-handler"
    /// {0} the template.
    case undefinedTemplate = "undefined-template"
    /// {0} the address as written.
    case unknownPage = "unknown-page"
    /// {0} the address as written, {1} the open-type.
    case wrongOpenType = "wrong-open-type"
    /// {0} the component or the ability.
    case restrictedComponent = "restricted-component"
    /// {0} the address.
    case networkAddress = "network-address"
    /// {0} the element; of the next too.
    case textNesting = "text-nesting"
    case richTextElement = "rich-text-element"
    /// {0} the reference.
    case undecodedEntity = "undecoded-entity"
    /// {0} the attribute, {1} the element.
    case richTextAttribute = "rich-text-attribute"
    /// {0} the id, {1} a word of `Vocabulary`.
    case unusableID = "unusable-id"
    /// {0} how many there are, {1} how many are advised.
    case tooManyNodes = "too-many-nodes"
    /// {0} the depth, {1} the depth that is advised.
    case tooDeepPage = "too-deep-page"
    /// {0} the element, {1} how many are advised.
    case tooManyChildren = "too-many-children"
    // MARK: Rules: WXSS.
    /// {0} a word of `Vocabulary`.
    case styleSyntax = "style-syntax"
    /// {0} the selector.
    case styleSelector = "style-selector"
    case componentStyle = "component-style"
    /// {0} the rule.
    case styleAtRule = "style-at-rule"
    /// {0} the address.
    case styleLocalFile = "style-local-file"
    // MARK: Rules: scripts.
    /// {0} a word of `Vocabulary`.
    case scriptSyntax = "script-syntax"
    /// {0} what is not allowed.
    case forbiddenCode = "forbidden-code"
    /// {0} the name.
    case browserName = "browser-name"
    /// {0} the member of wx, {1} the one that was probably meant, or empty.
    case unknownInterface = "unknown-interface"
    /// {0} the member of wx; of the next too.
    case networkInterface = "network-interface"
    case unhandledRefusal = "unhandled-refusal"
    case undeclaredInterface = "undeclared-interface"
    case dynamicRequire = "dynamic-require"
    /// {0} the function: `Page` or `App`.
    case missingRegistration = "missing-registration"
    case timelineWithoutShare = "timeline-without-share"
    // MARK: The preview.
    /// {0} the address, {1} the port, {2} how many ports were tried.
    case portTaken = "port-taken"
    /// {0} the address or name, {1} the port or empty, {2} a word of `Vocabulary`, the system's own words, or empty.
    case addressUnavailable = "address-unavailable"
    /// {0} a word of `Vocabulary`; of the next too.
    case certificateSyntax = "certificate-syntax"
    case keySyntax = "key-syntax"
    /// {0} a word of `Vocabulary`: `no-pass-phrase` or `wrong-pass-phrase`.
    case keyEncrypted = "key-encrypted"
    /// {0} the file of the certificate.
    case keyMismatch = "key-mismatch"
    /// {0} the permissions in octal.
    case keyReadableByOthers = "key-readable-by-others"
    /// {0} its last moment, UTC.
    case certificateExpired = "certificate-expired"
    /// {0} its first moment, UTC.
    case certificateNotYetValid = "certificate-not-yet-valid"
    case certificateWithoutNames = "certificate-without-names"
    /// {0} the host that is wanted, {1} what the certificate names.
    case certificateWrongName = "certificate-wrong-name"
    case chainOutOfOrder = "chain-out-of-order"
    /// {0} who signed the last certificate that is there.
    case chainIncomplete = "chain-incomplete"
    /// {0} a word of `Vocabulary`, {1} what it is about: the host, the port or the issuer.
    case weChatHost = "wechat-host"
  }
}
