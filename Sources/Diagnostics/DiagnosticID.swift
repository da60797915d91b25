/// Every rule that Rolebook checks, by the name that messages carry in brackets.
public enum DiagnosticID: String, Sendable, CaseIterable {
  case tableExcessCell = "document/table-excess-cell"
  case alertUnknown = "document/unknown-alert"
  case anchorDuplicate = "document/duplicate-anchor"
  case anchorInvalid = "document/invalid-anchor"
  case controlCharacter = "document/control-character"
  case encodingInvalid = "file/invalid-utf-8"
  case fileUnreadable = "file/unreadable"
  case fileSymbolicLink = "file/symbolic-link"
  case fileNameInvalid = "file/invalid-name"
  case frontMatterInvalid = "document/front-matter"
  case htmlEscaped = "document/html-escaped"
  case imageExternal = "link/external-image"
  case imageMissing = "link/image-missing"
  case linkFragmentMissing = "link/fragment-missing"
  case linkUnresolved = "link/unresolved"
  case linkUnsafe = "link/unsafe-scheme"

  case guideMissing = "guide/missing"
  case guideInvalid = "guide/invalid"
  case localeFolderMissing = "guide/locale-folder-missing"
  case localeFolderUnknown = "guide/unknown-locale-folder"
  case localeWithoutDocuments = "guide/locale-without-documents"
  case localeInvalid = "locale/invalid"
  case localeFileMissing = "locale/file-missing"
  case documentWithoutSource = "guide/document-without-source"
  case outputCollision = "site/path-collision"

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

  case accountableCount = "matrix/accountable-count"
  case responsibleMissing = "matrix/responsible-missing"
  case consultedAndInformed = "matrix/consulted-and-informed"
  case bystandersMany = "matrix/many-bystanders"
  case partyOverloaded = "matrix/overloaded-party"
  case partyIdle = "matrix/idle-party"
  case titleShared = "matrix/shared-title"

  case labelsEqual = "strings/equal-labels"
  case partyNameMissing = "strings/party-name-missing"
  case stringMissing = "strings/missing"
  case stringUnknown = "strings/unknown"

  case alignmentUncertain = "translation/uncertain-row"
  case clauseCount = "translation/clause-count"

  /// The weight of the rule outside strict mode.
  public var severity: Severity {
    switch self {
    case .tableExcessCell, .alertUnknown, .htmlEscaped, .imageExternal,
      .imageMissing,
      .linkFragmentMissing, .linkUnresolved, .linkUnsafe, .fileSymbolicLink, .controlCharacter,
      .localeFileMissing, .documentWithoutSource, .localeFolderUnknown, .localeWithoutDocuments,
      .responsibilityMissing, .rowUnassigned, .bystandersMany, .partyOverloaded, .partyIdle,
      .titleShared, .labelsEqual, .partyNameMissing, .stringMissing, .stringUnknown,
      .alignmentUncertain, .entryUncertain, .anchorInvalid, .clauseCount:
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
    case .responsibilityMissing, .rowUnassigned, .linkUnresolved, .linkFragmentMissing,
      .imageMissing, .alignmentUncertain, .entryUncertain:
      true
    default:
      severity == .error
    }
  }
}
