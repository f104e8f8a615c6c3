extension Diagnostic.Code {
  /// The severity unless the reporter says otherwise; `--strict` turns every warning into an error.
  package var severity: Diagnostic.Severity {
    switch self {
    case .frontMatterSyntax, .frontMatterUnclosed, .configurationSyntax, .costlyMarkup, .twinAddress, .duplicateAlias,
      .unsafePath,
      .templateSyntax, .templateUnknownName, .templateUnknownPartial, .droppedContent, .sourceMissing,
      .unreadableFile, .unwritableOutput, .outputInUse, .outputNotOurs, .symbolicLinkRefused, .alreadyExists,
      .packageOverLimit, .programOverLimit, .tooManyPackages, .unuploadableFile, .unportablePath, .textEncoding,
      .imageContent, .vectorImage, .jsonSyntax, .jsonDoubledKey, .settingValue, .missingSetting, .missingPageFile,
      .doubledPage, .misplacedPage, .tabPage, .tabIcon, .subpackageRoot, .preloadQuota, .preloadUnknown,
      .themeVariable, .crossingPackages, .missingFile, .wxmlSyntax, .wxmlUnclosedTag, .wxmlStrayEndTag,
      .wxmlExpression, .unknownComponent, .unknownAttribute, .doubledAttribute, .unknownEvent, .attributeValue,
      .booleanAsText, .unknownDirective, .strayElse, .unknownHandler, .undefinedTemplate, .unknownPage,
      .wrongOpenType, .restrictedComponent, .networkAddress, .textNesting, .richTextElement, .styleSyntax,
      .styleSelector, .styleAtRule, .styleLocalFile, .scriptSyntax, .forbiddenCode, .browserName,
      .unknownInterface, .networkInterface, .undeclaredInterface, .dynamicRequire, .missingRegistration,
      .unhandledRefusal, .portTaken, .addressUnavailable, .certificateSyntax, .keySyntax, .keyEncrypted, .keyMismatch:
      .error
    case .unknownKey, .duplicateKey, .badValue, .badDate, .invalidEncoding, .undefinedFootnote, .duplicateAnchor,
      .formulaSyntax, .unknownFormulaCommand, .diagramSyntax, .diagramFile,
      .unclosedElement, .strayEndTag, .nestingTooDeep, .brokenLink, .brokenAnchor, .missingAsset, .twinTerm,
      .unreadableImage, .unknownThemeFile, .imageNotConverted, .imageTooLarge, .packageBudget, .searchReduced,
      .pageTooLarge,
      .toolFailed, .remoteImage, .unknownAuthor, .deadLink,
      .heavyMainPackage, .unknownSetting, .unlistedPage, .loopKey, .undecodedEntity, .tooManyNodes, .tooDeepPage,
      .tooManyChildren, .timelineWithoutShare, .richTextAttribute, .unusableID, .unusedComponent, .componentStyle,
      .advisedSetting, .keyReadableByOthers, .certificateExpired, .certificateNotYetValid, .certificateWithoutNames,
      .certificateWrongName, .chainOutOfOrder, .chainIncomplete:
      .warning
    case .unknownCodeLanguage, .unusedFootnote, .futureArticle, .expiredArticle, .gitUnavailable, .adapted,
      .needsNetwork, .toolMissing, .diagramLanguage, .diagramNotDrawn, .heavyMedia, .misplacedScript,
      .heavyDataAddress,
      .weChatHost:
      .note
    }
  }
}
