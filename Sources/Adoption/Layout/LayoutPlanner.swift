import Guide

/// Decides the locale and the key of every file of a tree, by rules that look at all of them at
/// once.
///
/// A language shows in a folder's name, in the end of a file's name, or in the front matter. Files
/// without one are the source, if their places are those of translations.
struct LayoutPlanner {
  /// The facts that are known in addition to the files.
  struct Hints {
    /// The locales that the user or a configuration named for folders, by their paths.
    var given: [String: String] = [:]
    /// The locale that the user named for files that name none.
    var language: String?
    /// The source that the user named.
    var source: String?
    /// The default locale of another tool's configuration.
    var configured: String?
    /// The name of the one folder that is adopted; empty if there are several.
    var rootName = ""
    /// Whether the first folder of each file is one of several that were named.
    var hasSeveralRoots = false
  }

  /// A file whose language is known by its place.
  struct Tagged {
    let file: Int
    let locale: String
    /// The folders above the language.
    let prefix: [String]
    /// The path below it, without the language.
    let rest: [String]
    /// Whether the file's own name ends in the language.
    var isSuffixed = false
  }

  let files: [LooseFile]
  let hints: Hints
  var layout = Layout()

  /// The files of older versions of the text.
  private let older: Set<Int>

  init(_ files: [LooseFile], _ hints: Hints) {
    (self.files, older) = DocusaurusTree.unversioned(files)
    self.hints = hints
  }

  /// The layout of the tree.
  ///
  /// - Throws: `AdoptionError` if cannot tell the language of any file.
  static func plan(_ files: [LooseFile], _ hints: Hints) throws(AdoptionError) -> Layout {
    var planner = LayoutPlanner(files, hints)
    try planner.plan()
    return planner.layout
  }

  private mutating func plan() throws(AdoptionError) {
    let folders = LanguageFolders(files, given: hints.given, isCautious: hints.language != nil)
    layout.folders = folders.accepted.mapValues(\.locale)
    noteDepartments(folders)
    var (tagged, loose) = byFolder(folders)
    leaveOut(older.sorted(), Self.olderVersion)
    let suffixes = LanguageSuffixes(files, loose)
    for index in loose {
      guard let reading = suffixes.readings[index] else { continue }
      tagged.append(
        .init(
          file: index, locale: reading.locale, prefix: [],
          rest: files[index].folders + [reading.stem], isSuffixed: true))
    }
    loose.removeAll { suffixes.readings[$0] != nil }
    if tagged.isEmpty {
      try placeWithoutNames(loose)
    } else {
      placeTagged(tagged)
      let untagged = UntaggedFiles(
        files, loose, tagged, keys: Set(layout.places.map(\.key)),
        certain: certainBases(folders, loose))
      placeUntagged(untagged.choose(), loose)
    }
    pairByFrontMatter()
    layout.places.sort { $0.file < $1.file }
    KeyTidier.tidy(&layout, files)
  }

  private func byFolder(_ folders: LanguageFolders) -> (tagged: [Tagged], loose: [Int]) {
    var tagged: [Tagged] = []
    var loose: [Int] = []
    for (index, file) in files.enumerated() where !older.contains(index) {
      guard let (folder, depth) = folders.folder(of: file) else {
        loose.append(index)
        continue
      }
      let rest = Array(file.folders[(depth + 1)...]) + [file.stem]
      tagged.append(.init(file: index, locale: folder.locale, prefix: folder.parent, rest: rest))
    }
    return (DocusaurusTree.unfolded(tagged), loose)
  }

  /// The folders whose files are the source beyond doubt.
  ///
  /// These are the ones that `guide.de` is a translation of, and the one of several adopted folders
  /// that names no language.
  private func certainBases(_ folders: LanguageFolders, _ loose: [Int]) -> [[String]] {
    let paired = folders.accepted.values.filter { !$0.base.isEmpty }.map { $0.parent + [$0.base] }
    let roots =
      hints.hasSeveralRoots ? loose.compactMap { files[$0].folders.first.map { [$0] } } : []
    return Set(paired + roots).sorted {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count
    }
  }

  private mutating func noteDepartments(_ folders: LanguageFolders) {
    for (path, spoken) in folders.departments where hints.language == nil {
      layout.notes.append(
        "'\(path)' is not adopted as a language, because its text is in '\(spoken)'; "
          + "to adopt it as one, name it: --from FOLDER --locale TAG")
    }
  }

  /// Places files by the paths below their languages.
  private mutating func placeTagged(_ tagged: [Tagged]) {
    var prefixes: [String: Set<[String]>] = [:]
    for item in tagged { prefixes[item.locale, default: []].insert(item.prefix) }
    let all = Set(tagged.map(\.prefix))
    let keeps = prefixes.values.contains { $0.count > 1 } && all.count > 1
    let trims = keeps ? PrefixTrimmer(all) : nil
    layout.bases = all.sorted { $0.count > $1.count }
    var versions: [Int] = []
    for item in tagged {
      if item.rest.isEmpty {
        versions.append(item.file)
        continue
      }
      let key = ((trims?.trimmed(item.prefix) ?? []) + item.rest).joined(separator: "/")
      layout.places.append(.init(file: item.file, locale: item.locale, key: key))
    }
    leaveOut(versions, Self.olderVersion)
  }

  private static let olderVersion = "an older version of the text"

  private mutating func placeUntagged(
    _ chosen: UntaggedFiles.Choice, _ loose: [Int]
  ) {
    for index in layout.places.indices where !chosen.moved.isEmpty {
      let key = KeyTidier.normalized(layout.places[index].key)
      if let moved = chosen.moved[key] { layout.places[index].key = moved }
    }
    let own = loose.filter { chosen.places[$0] != nil }
    if let base = chosen.base { layout.bases.append(base) }
    if !own.isEmpty {
      let tags = Set(layout.places.map(\.locale))
      let locale = untaggedLocale(own, tags)
      var taken = Set(layout.places.map { $0.locale + "/" + $0.key })
      var doubles: [Int] = []
      for index in own {
        let tag = files[index].hints.locale ?? locale
        guard let key = chosen.places[index] else { continue }
        if taken.insert(tag + "/" + key).inserted {
          layout.places.append(.init(file: index, locale: tag, key: key))
        } else {
          doubles.append(index)
        }
      }
      if doubles.count < own.count { layout.untagged = locale }
      leaveOut(doubles, "a file with a language in its path is the same document")
    }
    leaveOut(
      loose.filter { chosen.places[$0] == nil },
      "unknown language, and no translation has the same path")
  }

  mutating func leaveOut(_ files: [Int], _ reason: String) {
    if !files.isEmpty { layout.leftOut.append(.init(files: files, reason: reason)) }
  }

  /// The locale of files that name none, as one of the known tags if that is its language.
  private mutating func untaggedLocale(_ own: [Int], _ tags: Set<String>) -> String {
    let told = hints.language ?? hints.source ?? hints.configured
    let written = Self.usual(own.compactMap { files[$0].hints.locale })
    let spoken = SpokenLanguage(ofMost: own.map { files[$0].hints.spoken }).language
    guard let locale = told ?? written ?? spoken else {
      layout.notes.append(
        "files without a language in their names are adopted as English; use '--locale' for another language"
      )
      return Self.fitting("en", tags)
    }
    let fitting = Self.fitting(locale, tags)
    if told == nil, written == nil {
      layout.notes.append(
        "files without a language in their names are taken for '\(fitting)' by their text; "
          + "'--locale' names another")
    }
    return fitting
  }

  /// The only tag of the same language, if the locale itself is not one of the tags.
  private static func fitting(_ locale: String, _ tags: Set<String>) -> String {
    if tags.contains(locale) || locale.contains("-") { return locale }
    let own = tags.filter { $0.hasPrefix(locale + "-") }
    return own.count == 1 ? own.first ?? locale : locale
  }

  static func usual(_ texts: [String]) -> String? {
    let counts = Dictionary(grouping: texts, by: { $0 }).mapValues(\.count)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
