import Base

extension GuideLoader {
  /// The settings of `guide.yml`; nil if there is no usable one.
  mutating func settings() throws -> GuideSettings? {
    let path = content + "/guide.yml"
    guard try isRegularFile(path) else {
      diagnostics.append(
        Diagnostic(
          .guideMissing, "there is no guide.yml", at: SourceLocation(path: path),
          hint: "run 'rolebook init' to create a guide"))
      return nil
    }
    let (settings, findings) = GuideSettings.load(
      try snapshot.takeSourceFile(path, below: content, limit: InputLimits().yamlBytes),
      limitFactor: limitFactor)
    diagnostics += findings
    return basePath.flatMap { path in settings.map { $0.hung(under: path) } } ?? settings
  }

  /// Compares the folders with the locales of `guide.yml`.
  mutating func checkFolders(_ tree: SourceTree, _ settings: GuideSettings) {
    let tags = settings.locales.map(\.text)
    let known = Set(tags)
    var hints = NameHints(tags)
    for folder in tree.localeFolders
    where settings.knowsAllLocales && !known.contains(folder.tag)
      && !settings.presentation.folders.contains(folder.tag)
    {
      diagnostics.append(
        Diagnostic(
          .localeFolderUnknown,
          "the folder '\(folder.tag)' is not listed under 'locales' in guide.yml",
          at: SourceLocation(path: folder.path),
          hint: hints.didYouMean(folder.tag)
            ?? "add it to 'locales', or move it out of the content folder"))
    }
    let folders = Dictionary(
      tree.localeFolders.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
    for name in settings.locales {
      guard let folder = folders[name.text] else {
        diagnostics.append(
          Diagnostic(
            .localeFolderMissing, "the locale '\(name.text)' has no folder in \(tree.root)",
            at: name.location, locale: name.text))
        continue
      }
      if folder.documents.isEmpty {
        diagnostics.append(
          Diagnostic(
            .localeWithoutDocuments, "the locale '\(name.text)' has no documents",
            at: SourceLocation(path: folder.path), locale: name.text))
      }
    }
  }

  /// The locales with the content of their `locale.yml` and the UI words.
  mutating func locales(
    _ settings: GuideSettings, _ folders: [String: SourceTree.LocaleFolder],
    _ reading: Words
  ) throws -> [Locale] {
    let tags = settings.locales.map(\.text) + [settings.sourceLocale]
    let strings = try reading(tags, &diagnostics)
    words = memory.words(strings.tableWords, for: scheme)
    var locales: [Locale] = []
    for name in settings.locales {
      let folder = folders[name.text]
      let path = (folder?.path ?? content + "/" + name.text) + "/locale.yml"
      var said = LocaleSettings()
      var (isNamed, isComplete) = (false, true)
      if let folder, folder.hasLocaleFile {
        let (own, findings) = LocaleSettings.load(
          try snapshot.takeSourceFile(path, below: content, limit: limits.yamlBytes),
          locale: name.text,
          parties: settings.parties.map(\.text))
        said = own
        isNamed = !findings.containsError
        isComplete = isNamed
        diagnostics += findings.known(to: settings)
      } else if folder != nil {
        diagnostics.append(
          Diagnostic(
            .localeFileMissing, "missing locale.yml; the title and party names are not translated",
            at: SourceLocation(path: path), locale: name.text))
      }
      let builder = LocaleBuilder(settings: settings, strings: strings)
      let (locale, findings) = builder.build(
        name.text, said, SourceLocation(path: path), isNamed: isNamed, isComplete: isComplete)
      diagnostics += findings
      locales.append(locale)
    }
    return LocaleBuilder.toldApart(locales)
  }
}

extension [Diagnostic] {
  /// Those that follow from the guide's settings.
  ///
  /// If some of its parties could not be read, an unknown name may be one of those.
  func known(to settings: GuideSettings) -> [Diagnostic] {
    settings.knowsAllParties ? self : filter { $0.id != .partyUnknown }
  }
}
