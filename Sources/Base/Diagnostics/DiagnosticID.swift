/// Every rule that Rolebook checks, by the name that messages carry in brackets.
public enum DiagnosticID: String, Sendable, CaseIterable {
  case tableExcessCell = "document/table-excess-cell"
  case tableAsText = "document/table-as-text"
  case alertUnknown = "document/unknown-alert"
  case anchorDuplicate = "document/duplicate-anchor"
  case anchorInvalid = "document/invalid-anchor"
  case controlCharacter = "document/control-character"
  case encodingInvalid = "file/invalid-utf-8"
  case templateCode = "document/template-code"
  case footnoteUndefined = "document/undefined-footnote"
  case footnoteUnused = "document/unused-footnote"
  case codeNotDrawn = "document/code-not-drawn"
  case fileUnreadable = "file/unreadable"
  case fileTooLarge = "limit/file-size"
  case filesTooMany = "limit/files"
  case lineTooLong = "limit/line-length"
  case marksTooMany = "limit/marks"
  case nestingTooDeep = "limit/nesting"
  case imagesTooMany = "limit/images"
  case cellsTooMany = "limit/cells"
  case columnsTooMany = "limit/columns"
  case fileSymbolicLink = "file/symbolic-link"
  case fileNameInvalid = "file/invalid-name"
  case frontMatterInvalid = "document/front-matter"
  case headingEmpty = "document/empty-heading"
  case titleTooLong = "document/title-too-long"
  case htmlDropped = "document/html-dropped"
  case htmlUnpaired = "document/html-unpaired"
  case imageExternal = "link/external-image"
  case imageMissing = "link/image-missing"
  case fileRefused = "link/file-refused"
  case linkFragmentMissing = "link/fragment-missing"
  case linkUnresolved = "link/unresolved"
  case linkUnsafe = "link/unsafe-scheme"

  case guideMissing = "guide/missing"
  case guideInvalid = "guide/invalid"
  case contrastLow = "guide/low-contrast"
  case localeFolderMissing = "guide/locale-folder-missing"
  case localeFolderUnknown = "guide/unknown-locale-folder"
  case documentUnknown = "guide/unknown-document"
  case localeWithoutDocuments = "guide/locale-without-documents"
  case localeInvalid = "locale/invalid"
  case localeFileMissing = "locale/file-missing"
  case documentWithoutSource = "guide/document-without-source"
  case outputCollision = "site/path-collision"
  case documentMoved = "site/moved-document"

  case yamlInvalid = "yaml/invalid"
  case yamlDuplicateKey = "yaml/duplicate-key"
  case yamlUnknownKey = "yaml/unknown-key"

  case raciInvalid = "raci/invalid"
  case raciWithoutDocument = "raci/without-document"
  case letterUnknown = "raci/unknown-letter"
  case partyUnknown = "raci/unknown-party"
  case sectionUnknown = "raci/unknown-section"
  case responsibilityDuplicate = "raci/duplicate-responsibility"
  case evidenceUnanswered = "raci/evidence-unanswered"
  case evidenceWithoutAssignment = "raci/evidence-without-letters"
  case responsibilityMissing = "raci/responsibility-missing"
  case entryUncertain = "raci/uncertain-row"
  case rowUnassigned = "raci/row-without-responsibility"
  case rowRenamed = "raci/renamed-row"

  case tableUnread = "letters/unread-table"
  case columnUnknown = "letters/unknown-column"
  case cellUnread = "letters/unread-cell"

  case accountableCount = "matrix/accountable-count"
  case responsibleMissing = "matrix/responsible-missing"
  case letterCount = "matrix/letter-count"
  case consultedAndInformed = "matrix/consulted-and-informed"
  case bystandersMany = "matrix/many-bystanders"
  case partyOverloaded = "matrix/overloaded-party"
  case partyIdle = "matrix/idle-party"
  case contactMissing = "party/contact-missing"
  case deputyUnknown = "party/unknown-deputy"
  case titleShared = "matrix/shared-title"

  case labelsEqual = "strings/equal-labels"
  case partyNameMissing = "strings/party-name-missing"
  case stringMissing = "strings/missing"
  case stringUnknown = "strings/unknown"
  case placeholderDiffers = "strings/placeholder"

  case alignmentUncertain = "translation/uncertain-row"
  case lettersDiffer = "translation/letters-differ"
  case clauseCount = "translation/clause-count"
  case wordingChanged = "translation/changed-wording"
  case ownerChanged = "translation/changed-owner"
  case textChanged = "translation/changed-text"
  case stampInvalid = "translation/invalid-stamp"
  case stampNeedless = "translation/needless-stamp"
  case linkLost = "translation/link-lost"
  case keptTokenLost = "translation/kept-token"
  case scriptWrong = "translation/wrong-script"
  case textIdentical = "translation/identical"
  case languageWrong = "translation/wrong-language"
  case machineTranslated = "translation/machine"

  case reviewInvalid = "review/invalid"
  case reviewChanged = "review/changed"
  case reviewExpired = "review/expired"

  case ignoreInvalid = "ignore/invalid"
  case ignoreUnused = "ignore/unused"

  /// The weight of the rule outside strict mode.
  public var severity: Severity {
    switch self {
    case .machineTranslated, .rowRenamed, .codeNotDrawn: .note
    case .lineTooLong, .marksTooMany, .nestingTooDeep, .imagesTooMany, .columnsTooMany,
      .cellsTooMany,
      .tableExcessCell, .tableAsText, .alertUnknown, .headingEmpty, .titleTooLong,
      .htmlDropped, .htmlUnpaired,
      .imageExternal,
      .imageMissing, .fileRefused,
      .linkFragmentMissing, .linkUnresolved, .linkUnsafe, .fileSymbolicLink, .controlCharacter,
      .localeFileMissing, .documentWithoutSource, .contrastLow, .localeFolderUnknown,
      .localeWithoutDocuments, .documentUnknown,
      .tableUnread, .columnUnknown, .cellUnread, .lettersDiffer,
      .responsibilityMissing, .rowUnassigned, .bystandersMany, .partyOverloaded, .partyIdle,
      .contactMissing, .deputyUnknown,
      .titleShared, .labelsEqual, .partyNameMissing, .stringMissing, .stringUnknown,
      .alignmentUncertain, .entryUncertain, .anchorInvalid, .clauseCount, .wordingChanged,
      .ownerChanged,
      .textChanged, .stampNeedless, .placeholderDiffers, .linkLost, .keptTokenLost, .scriptWrong,
      .textIdentical, .languageWrong, .reviewInvalid, .reviewChanged, .reviewExpired,
      .ignoreInvalid, .ignoreUnused, .anchorDuplicate, .frontMatterInvalid, .fileNameInvalid,
      .localeFolderMissing, .raciWithoutDocument, .evidenceWithoutAssignment, .accountableCount,
      .responsibleMissing, .letterCount, .consultedAndInformed, .stampInvalid, .templateCode,
      .documentMoved,
      .footnoteUndefined, .footnoteUnused:
      .warning
    default:
      .error
    }
  }

  /// Whether strict mode, which publishers use, makes an error of it.
  ///
  /// Strict mode asks for a guide without gaps: every row answered in every locale, and no link
  /// that leads nowhere.
  public var isErrorInStrictMode: Bool {
    switch self {
    case .tableUnread, .columnUnknown, .cellUnread, .lettersDiffer,
      .responsibilityMissing, .rowUnassigned, .linkUnresolved, .linkFragmentMissing,
      .imageMissing, .fileRefused, .alignmentUncertain, .entryUncertain, .lineTooLong,
      .marksTooMany,
      .nestingTooDeep,
      .imagesTooMany, .columnsTooMany, .cellsTooMany, .frontMatterInvalid, .fileNameInvalid,
      .localeFolderMissing, .raciWithoutDocument, .evidenceWithoutAssignment, .accountableCount,
      .responsibleMissing, .letterCount, .stampInvalid:
      true
    default:
      severity == .error
    }
  }

  /// Whether it is an error in spite of the guide's settings.
  ///
  /// Then the source could not be read, and a site without it would be wrong.
  public var isAlwaysError: Bool {
    switch self {
    case .encodingInvalid, .fileUnreadable, .guideMissing, .guideInvalid, .localeInvalid,
      .outputCollision, .yamlInvalid,
      .yamlDuplicateKey, .yamlUnknownKey, .raciInvalid, .letterUnknown, .partyUnknown,
      .responsibilityDuplicate:
      true
    default: false
    }
  }

  /// The rules whose severity a guide may change, or that it may suppress, by name.
  public static let weighable = allCases.filter { !$0.isAlwaysError }
}
