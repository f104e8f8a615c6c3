extension Diagnostic.Code {
  /// English words; `Diagnostic.Code` says what each argument is.
  var english: Explanation {
    switch self {
    case .frontMatterSyntax:
      Explanation(
        "the front matter is not valid {0}: {1:word}",
        help: "Mend the line shown. Texts that hold a colon, a # or a quotation mark must be put in quotes.")
    case .frontMatterUnclosed:
      Explanation(
        "the front matter is never closed",
        help: "Put a line with only “{0}” after the last key; the article begins below it.",
        note: "it begins here")
    case .unknownKey:
      Explanation(
        "unknown key “{0}”[[; did you mean “{1}”?]]",
        help: "The key was ignored. Correct its spelling, or remove it.")
    case .duplicateKey:
      Explanation(
        "the key “{0}” occurs twice",
        help: "The last value was used. Keep one of them.",
        note: "it first occurs here")
    case .badValue:
      Explanation(
        "[[“{2}” is not a value for “{0}”: ]]expected {1:word}",
        help: "“{0}” was ignored. Write {1:word}.")
    case .badDate:
      Explanation(
        "“{1}” is no date that “{0}” can hold",
        help: "Write it as 2024-05-01, 2024-05-01 08:30 or 2024-05-01 08:30:00 +0800.")
    case .invalidEncoding:
      Explanation(
        "the file is not valid UTF-8[[ (places replaced by “\u{FFFD}”: {0})]]",
        help: "Save it as UTF-8 in your editor, or convert it: iconv -f GB18030 -t UTF-8 old.md > new.md")
    case .configurationSyntax:
      Explanation(
        "the configuration is not valid YAML: {0:word}",
        help: "Mend the line shown. Indent with spaces, never with tabs, and put a space after each colon.")

    case .unknownCodeLanguage:
      Explanation(
        "no colours for code in “{0}”[[; did you mean “{1}”?]]",
        help: "The code is printed without colours. Name another language, or “text” to silence this.")
    case .diagramSyntax:
      Explanation(
        "Graphviz cannot read this diagram[[ at “{0}”]][[: {1:word}]]",
        help: "Readers see the diagram's source until it is mended.")
    case .diagramFile:
      Explanation(
        "the diagram asks for a file with “{0}”",
        help: "Diagrams are drawn without access to files. Take the attribute out; readers see the source until then.")
    case .diagramLanguage:
      Explanation(
        "diagrams in “{0}” are shown as their source",
        help:
          "It is drawn by a script in a browser. A “dot” block is drawn here, by Graphviz; “{0} draw=false” silences this."
      )
    case .diagramNotDrawn:
      Explanation(
        "diagrams are shown as their source: the program “{0}” is not installed",
        help: "To have them drawn: apt install {1}", note: "shown as its source")
    case .formulaSyntax:
      Explanation(
        "a mistake in the formula: {0:word}",
        help: "Readers see the formula's source until it is mended.")
    case .unknownFormulaCommand:
      Explanation(
        "formulas know no “{0}”[[; did you mean “{1}”?]]",
        help: "Use another command, or define it by `\\newcommand` in an earlier formula or under `math-macros`.")
    case .undefinedFootnote:
      Explanation(
        "there is no footnote “{0}”",
        help: "Add a line “[^{0}]: …” to the article, or write \\[^{0}] if you mean the signs themselves.")
    case .unusedFootnote:
      Explanation(
        "nothing refers to the footnote “{0}”",
        help: "The footnote was left out. Put [^{0}] where it belongs, or remove it.")
    case .duplicateAnchor:
      Explanation(
        "the id “{0}” is used twice in this article",
        help: "Links lead to the first place. Give this one an id of its own.",
        note: "first used here")
    case .unclosedElement:
      Explanation(
        "<{0}> is never closed",
        help: "It was closed where its surroundings end. Write </{0}> where it should end.")
    case .strayEndTag:
      Explanation(
        "</{0}> closes nothing",
        help: "The tag was ignored. Remove it, or write <{0}> where it should begin.")
    case .nestingTooDeep:
      Explanation(
        "lists, quotes or elements are nested more than {0} deep",
        help: "The words stay, but what lies deeper loses its levels. Take some of them away.")
    case .costlyMarkup:
      Explanation(
        "this paragraph or table would hold up the build: {0:word}",
        help: "Its article was not read. Divide it by blank lines, or put it into a code block, where it is text.")

    case .brokenLink:
      Explanation(
        "the link “{0}” leads nowhere[[; did you mean “{1}”?]]",
        help: "Name a file of the source folder (../posts/hello.md), a path of the site (/about/) or a full address.")
    case .brokenAnchor:
      Explanation(
        "there is no “#{0}”[[ in {1}]][[; did you mean “#{2}”?]]",
        help: "The link leads to the top of the page. Use the id of a heading, or give the heading one: ## Title {#{0}}"
      )
    case .missingAsset:
      Explanation(
        "there is no file “{0}”[[; did you mean “{1}”?]]",
        help:
          "Put the file beside the article or under assets/. Letter case counts: IMG.JPG and img.jpg are two files.")
    case .unsafePath:
      Explanation(
        "“{0}” leads out of the folder",
        help: "Nothing outside the source and output folders is read or written. Remove “..” and absolute paths.")
    case .twinAddress:
      Explanation(
        "this article has the same address as something else: {0}",
        help: "Give one of the two another slug or permalink in its front matter.[[ The other: {1}]]",
        note: "the other article")
    case .twinTerm:
      Explanation(
        "“{0}” and “{1}” differ only in letter case",
        help: "They share one page, under the name that the newest post uses. Spell it the same way everywhere.",
        note: "spelt “{1}” here")
    case .duplicateAlias:
      Explanation(
        "the former address {0} belongs to something else already[[: {1}]]",
        help: "One address can lead to one article only. Remove it from one of them.",
        note: "it is used here")
    case .unreadableImage:
      Explanation(
        "{0} is no image that can be read",
        help: "Its size is not known, so pages will jump while it loads. Open it in an image program and save it again."
      )
    case .remoteImage:
      Explanation(
        "the image lies on another server: {0}",
        help: "The mini-program works offline and cannot show it. Download it and put it under assets/.")
    case .futureArticle:
      Explanation(
        "the article is dated in the future ({0}) and was left out",
        help: "It will appear in the first build after that date. To see it now: --future")
    case .expiredArticle:
      Explanation(
        "the article expired ({0}) and was left out",
        help: "Change or remove `expires` to print it again.")
    case .unknownAuthor:
      Explanation(
        "the author “{0}” is not in the table of authors",
        help: "[[Did you mean “{1}”? ]]Add the author under `authors` in offprint.yml; the name is shown as written.")
    case .deadLink:
      Explanation(
        "the page at {0} did not answer as it should: {1:word}",
        help: "Open the address in a browser. Mend the link, or remove it.")
    case .gitUnavailable:
      Explanation(
        "the dates of the last changes were not taken from git: {0:word}",
        help: "Build in a full clone, or remove `last-modified: git` from offprint.yml.")

    case .templateSyntax:
      Explanation(
        "the template cannot be read: {0:word}[[ ({1})]]",
        help: "Every {{#name}} needs its {{/name}}, every {{ its }}, properly nested.",
        note: "opened here")
    case .templateUnknownName:
      Explanation(
        "the template names “{0}”, which this page does not have[[; did you mean “{1}”?]]",
        help: "Correct the name. The manual lists the names that each template can use.")
    case .templateUnknownPartial:
      Explanation(
        "there is no template “{0}” to include[[; did you mean “{1}”?]]",
        help: "Correct the name, or add the file to assets/theme/.")
    case .unknownThemeFile:
      Explanation(
        "the theme has no file “{0}”, so this one replaces nothing[[; did you mean “{1}”?]]",
        help: "Only files with the name of a theme file take effect under assets/theme/. Rename or remove it.")

    case .adapted:
      Explanation(
        "{0}: the {2:word} shows {1:word} instead",
        help: "Nothing to mend: readers get the content in the way that this edition can show it.")
    case .droppedContent:
      Explanation(
        "{0}: the {1:word} leaves this out[[, and {2:word} would be lost]]",
        help: "Write it in another way, or keep the article out of that edition with “editions” in its front matter.")
    case .needsNetwork:
      Explanation(
        "{0}: of use only with a network; the {1:word} shows its address",
        help: "Nothing to mend, if that is what you want. Readers of the offline edition can copy the address.")
    case .imageNotConverted:
      Explanation(
        "{0} was not converted[[: {1:word}]]",
        help: "The original was used. Save the image again in a usual format and size.")
    case .imageTooLarge:
      Explanation(
        "{0} takes {1:bytes} of the mini-program, {2:bytes} are advised at most: {3:word}",
        help: "Make it smaller, or show a still picture in its place.")
    case .packageBudget:
      Explanation(
        "articles left out of the mini-program for lack of room: {0} ({1:bytes} needed, {2:bytes} allowed[[ in {3:word}]])",
        help:
          "The oldest were left out, pinned ones last. Make images smaller, choose articles with “editions” in the front matter, or set “overflow” under “miniprogram”.",
        note: "left out[[: {0:bytes}]]")
    case .searchReduced:
      Explanation(
        "the mini-program's search finds titles and tags only: the text would need {0:bytes}, {1:bytes} are left",
        help: "The website still searches everything. Make images smaller or choose articles with “editions”; "
          + "“search: titles” silences this.")
    case .pageTooLarge:
      Explanation(
        "{0} is too large: {1:bytes}, {2:bytes} allowed",
        help: "Make images smaller, or split the article into two; the mini-program cannot hold it as it is.",
        note: "{0} takes {1:bytes}")

    case .sourceMissing:
      Explanation(
        "there is no source folder here: {0} does not exist",
        help:
          "Go to the folder that holds offprint.yml and content/, or name it with --source. To begin: offprint init DIR"
      )
    case .unreadableFile:
      Explanation(
        "the file cannot be read[[: {0:word}]]",
        help: "Check that it exists and that you may read it (ls -l).")
    case .unwritableOutput:
      Explanation(
        "cannot write {0}[[: {1}]]",
        help: "Check permissions and free space (df -h), or choose another folder with --output.")
    case .outputInUse:
      Explanation(
        "another build is writing to {0}[[ (process {1})]]",
        help: "Wait until it has finished, or choose another folder with --output.")
    case .outputNotOurs:
      Explanation(
        "{0} holds files that Offprint did not write",
        help: "Nothing was touched. Choose an empty folder with --output, or empty this one yourself.")
    case .symbolicLinkRefused:
      Explanation(
        "{0} is a symbolic link and is not followed",
        help: "Links could lead out of the folder. Put the file itself here.")
    case .alreadyExists:
      Explanation(
        "{0} exists already",
        help: "Nothing was touched. Choose another name or an empty folder, or move it away yourself.")
    case .toolMissing:
      Explanation(
        "the program “{0}” is not installed",
        help: "The build works without it, with the original images. To install it: apt install {1}",
        note: "not made smaller or converted")
    case .toolFailed:
      Explanation(
        "“{0}” failed on {1}[[: {2}]]",
        help: "The original file was used. Run the program by hand to see more.")

    case .packageOverLimit, .programOverLimit, .heavyMainPackage, .tooManyPackages, .unuploadableFile, .unportablePath,
      .textEncoding, .imageContent, .vectorImage, .jsonSyntax, .jsonDoubledKey, .unknownSetting, .settingValue,
      .missingSetting, .missingPageFile, .doubledPage, .misplacedPage, .unlistedPage, .tabPage, .tabIcon,
      .subpackageRoot, .preloadQuota, .preloadUnknown, .themeVariable, .crossingPackages, .missingFile, .wxmlSyntax,
      .wxmlUnclosedTag, .wxmlStrayEndTag, .wxmlExpression, .unknownComponent, .unknownAttribute, .doubledAttribute,
      .unknownEvent, .attributeValue, .booleanAsText, .unknownDirective, .strayElse, .loopKey, .unknownHandler,
      .undefinedTemplate, .unknownPage, .wrongOpenType, .restrictedComponent, .networkAddress, .textNesting,
      .undecodedEntity, .richTextElement, .tooManyNodes, .tooDeepPage, .tooManyChildren, .styleSyntax,
      .styleSelector, .styleAtRule, .styleLocalFile, .scriptSyntax, .forbiddenCode, .browserName, .unknownInterface,
      .networkInterface, .undeclaredInterface, .dynamicRequire, .missingRegistration, .timelineWithoutShare,
      .portTaken, .addressUnavailable,
      .certificateSyntax, .keySyntax, .keyEncrypted, .keyMismatch, .keyReadableByOthers, .certificateExpired,
      .certificateNotYetValid, .certificateWithoutNames, .certificateWrongName, .chainOutOfOrder, .chainIncomplete,
      .weChatHost,
      .heavyMedia, .misplacedScript, .heavyDataAddress, .advisedSetting, .unusedComponent,
      .richTextAttribute, .unusableID, .componentStyle, .unhandledRefusal:
      ruleWords.english
    }
  }
}
