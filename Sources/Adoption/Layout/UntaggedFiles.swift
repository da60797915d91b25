/// Finds out which files without a language are the source of the translations.
struct UntaggedFiles {
  let files: [LooseFile]
  private let loose: [Int]
  let tagged: [LayoutPlanner.Tagged]
  /// The keys of the translations, an index under each of its names.
  let keys: Set<String>
  private let certain: [[String]]
  let tags: Set<String>

  init(
    _ files: [LooseFile], _ loose: [Int], _ tagged: [LayoutPlanner.Tagged],
    keys: Set<String>, certain: [[String]]
  ) {
    self.files = files
    self.loose = loose
    self.tagged = tagged
    self.keys = Set(keys.map(KeyTidier.normalized))
    self.certain = certain
    tags = Set(tagged.map { String($0.locale.prefix { $0 != "-" }) })
  }

  /// The files that are the source.
  struct Choice {
    /// The key of each file.
    var places: [Int: String] = [:]
    /// The folder that the keys begin in; nil if there is none.
    var base: [String]?
    /// The new keys of translations, which are those of their sources, by the old ones.
    var moved: [String: String] = [:]
  }

  /// Chooses the files.
  func choose() -> Choice {
    var choice = Choice(base: certain.first)
    var rest: [Int] = []
    for index in loose {
      guard let base = certain.first(where: { files[index].folders.starts(with: $0) }) else {
        rest.append(index)
        continue
      }
      choice.places[index] = key(of: index, below: base)
    }
    if rest.isEmpty || !certain.isEmpty { return choice }
    let found = bases.map { base in (base: base, overlap: overlap(rest, below: base)) }
    guard let best = found.max(by: { ($0.overlap, $0.base.count) < ($1.overlap, $1.base.count) })
    else { return choice }
    if best.overlap == 0 {
      return above(rest) ?? beside(rest) ?? namesakes(rest, moreThan: 0) ?? strangers(rest)
        ?? main(rest) ?? choice
    }
    if best.overlap * 2 < keys.count,
      let choice = namesakes(rest, moreThan: best.overlap * 2)
    {
      return choice
    }
    let below = rest.filter { files[$0].folders.starts(with: best.base) }
    let matches = below.filter { isMatch($0, best.base) }
    let kept = matches + companions(of: matches, among: below, below: best.base)
    choice.places = keys(of: kept, below: best.base)
    choice.base = best.base
    return choice
  }

  /// How deep the folder of a source is looked for: each is compared with all files.
  private static let deepestBase = 16

  /// The folders that the source may begin in: those of the languages and all above them.
  private var bases: [[String]] {
    var result: Set<[String]> = [[]]
    for prefix in Set(tagged.map(\.prefix)).sorted(by: { $0.count < $1.count }).prefix(64) {
      for length in 0...min(prefix.count, Self.deepestBase) {
        result.insert(Array(prefix.prefix(length)))
      }
    }
    return result.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The files beside the languages, if no translation has their paths and they are in another
  /// language than all translations.
  private func strangers(_ rest: [Int]) -> Choice? {
    let prefixes = Set(tagged.map(\.prefix))
    let areSuffixed = tagged.allSatisfy(\.isSuffixed)
    guard prefixes.count == 1, let base = prefixes.first, !base.isEmpty || areSuffixed else {
      return nil
    }
    let below = rest.filter {
      files[$0].folders.starts(with: base) && !isOfRepository($0, below: [])
    }
    let spoken = SpokenLanguage(ofMost: below.map { files[$0].hints.spoken })
    guard let language = spoken.language, !tags.contains(language) else { return nil }
    return Choice(places: keys(of: below, below: base), base: base)
  }

  /// The files whose translations are in one folder below them, such as `README.md` beside
  /// `translations/README.fr.md` or above `docs/i18n/README.fr.md`; the nearest ones.
  ///
  /// The other files in their language come along.
  private func above(_ rest: [Int]) -> Choice? {
    let folders = Set(tagged.map { $0.prefix + $0.rest.dropLast() })
    guard tagged.allSatisfy(\.isSuffixed), folders.count == 1, let folder = folders.first,
      !folder.isEmpty
    else { return nil }
    for depth in (0..<folder.count).reversed() {
      let parent = Array(folder.prefix(depth))
      let moved = { (name: String) in (parent + [name]).joined(separator: "/") }
      let own = rest.filter { files[$0].folders == parent }
      var choice = Choice(base: [])
      if areBare {
        guard let source = namesake(of: folder, among: own, of: rest) else { continue }
        choice.places[source] = moved(files[source].stem)
        choice.moved[(folder + ["index"]).joined(separator: "/")] = moved(files[source].stem)
      } else {
        for index in own {
          let key = (folder + [files[index].stem]).joined(separator: "/")
          if keys.contains(KeyTidier.normalized(key)) {
            choice.places[index] = moved(files[index].stem)
          }
        }
        for item in tagged {
          let key = KeyTidier.normalized(item.rest.joined(separator: "/"))
          choice.moved[key] = moved(item.rest.last ?? "")
        }
      }
      if choice.places.isEmpty { continue }
      addCompanions(to: &choice, from: rest)
      return choice
    }
    return nil
  }

  /// The files of a folder beside the languages that half of the translations are of, such as `docs`
  /// beside `translations/fr`.
  ///
  /// The other files in their language come along.
  private func beside(_ rest: [Int]) -> Choice? {
    let folders = Set(rest.compactMap { files[$0].folders.first }).sorted().prefix(64)
    let found = folders.map { (base: [$0], overlap: overlap(rest, below: [$0])) }
    guard let best = found.max(by: { $0.overlap < $1.overlap }), best.overlap > 0,
      best.overlap * 2 >= keys.count,
      found.count(where: { $0.overlap == best.overlap }) == 1
    else { return nil }
    let below = rest.filter { files[$0].folders.starts(with: best.base) }
    var choice = Choice(places: keys(of: below, below: best.base), base: best.base)
    addCompanions(to: &choice, from: rest)
    return choice
  }

  /// All files that name no language, if fewer files name one, or if both speak the only language.
  ///
  /// A few translations, or one file with a language behind its name, do not make strangers of the
  /// text of a whole tree.
  private func main(_ rest: [Int]) -> Choice? {
    let own = rest.filter { !isOfRepository($0, below: []) }
    let spoken = SpokenLanguage(ofMost: own.map { files[$0].hints.spoken })
    let isOnly = tags.count == 1 && tags.contains(spoken.language ?? tags.first ?? "")
    guard
      own.count > tagged.count && spoken.language != nil
        || isOnly && tagged.allSatisfy({ $0.prefix.count > 1 })
    else { return nil }
    return Choice(places: keys(of: own, below: []), base: [])
  }

  /// Adds the other files in the language of those that are chosen, each where it was.
  func addCompanions(to choice: inout Choice, from rest: [Int]) {
    var taken = keys.union(choice.places.values.map(KeyTidier.normalized))
    let chosen = choice.places
    let own = Array(chosen.keys)
    let others = rest.filter { chosen[$0] == nil }
    for index in companions(of: own, among: others, below: []) {
      let key = key(of: index, below: [])
      if taken.insert(KeyTidier.normalized(key)).inserted { choice.places[index] = key }
    }
  }

  /// The files beside those that translations have, if they are not in another language.
  ///
  /// A folder right below the base counts as a whole, unless its texts disagree. The base's own
  /// files count one by one.
  private func companions(
    of matches: [Int], among below: [Int], below base: [String]
  ) -> [Int] {
    let source = SpokenLanguage(ofMost: matches.map { files[$0].hints.spoken }).language
    let isSource = { (language: String) in
      source.map { $0 == language } ?? !tags.contains(language)
    }
    let withMatches = Set(matches.map { top($0, base) })
    let groups = Dictionary(grouping: below, by: { top($0, base) })
    return groups.sorted { $0.key < $1.key }.flatMap { top, indices in
      let own = indices.filter { !isMatch($0, base) && !isOfRepository($0, below: []) }
      if withMatches.contains(top) { return own }
      if top.hasPrefix(".") { return [] }
      let spoken = SpokenLanguage(ofMost: indices.map { files[$0].hints.spoken }).language
      if !top.isEmpty, let spoken { return isSource(spoken) ? own : [] }
      return own.filter { files[$0].hints.spoken.language.map(isSource) ?? true }
    }
  }

  /// Whether most translations have no name but their languages: `translations/fr.md`.
  private var areBare: Bool {
    let bare = tagged.count {
      $0.rest.last == "index" && LocaleName(files[$0.file].stem) != nil
    }
    return bare * 2 > tagged.count
  }

  /// The file that a folder of languages is named after, such as `code-of-conduct` above
  /// `coc-languages`.
  ///
  /// The translations in a folder such as `i18n` are those of the README.
  private func namesake(of folder: [String], among own: [Int], of rest: [Int]) -> Int? {
    let words = Self.words(folder.last ?? "")
    let named = own.filter { index in
      let name = Self.words(files[index].stem)
      let initials = String(name.compactMap(\.first))
      return !name.isEmpty && words.starts(with: name) || name.count > 1 && words.first == initials
    }
    if let longest = named.max(by: { files[$0].stem.count < files[$1].stem.count }) {
      return longest
    }
    let isGeneral = Self.translationFolders.contains(words.first ?? "")
    let isOnly = rest.allSatisfy { isOfRepository($0, below: []) }
    return isGeneral || isOnly ? own.first { KeyTidier.isIndex(files[$0].stem) } : nil
  }

  /// The words of a name, in lower case.
  private static func words(_ name: String) -> [String] {
    name.lowercased().split { "-_. ".contains($0) }.map(String.init)
  }

  /// Folders of translations of everything.
  static let translationFolders: Set<String> = [
    "i18n", "l10n", "lang", "langs", "language", "languages", "locale", "locales", "localization",
    "localizations", "translated", "translation", "translations",
  ]

  /// Whether a file at the base is about the repository, not about its content.
  private func isOfRepository(_ index: Int, below base: [String]) -> Bool {
    files[index].folders.count == base.count
      && Self.repositoryNames.contains(files[index].stem.uppercased())
  }

  private func overlap(_ indices: [Int], below base: [String]) -> Int {
    indices.count { files[$0].folders.starts(with: base) && isMatch($0, base) }
  }

  func isMatch(_ index: Int, _ base: [String]) -> Bool {
    keys.contains(KeyTidier.normalized(key(of: index, below: base)))
  }

  private func keys(of indices: [Int], below base: [String]) -> [Int: String] {
    Dictionary(
      indices.map { ($0, key(of: $0, below: base)) }, uniquingKeysWith: { first, _ in first })
  }

  func key(of index: Int, below base: [String]) -> String {
    (files[index].folders.dropFirst(base.count) + [files[index].stem]).joined(separator: "/")
  }

  /// The folder right below the base; empty for the base's own files.
  private func top(_ index: Int, _ base: [String]) -> String {
    files[index].folders.dropFirst(base.count).first ?? ""
  }

  /// Files that speak about a repository and not in it.
  private static let repositoryNames: Set<String> = [
    "README", "CONTRIBUTING", "CHANGELOG", "LICENSE", "CODE_OF_CONDUCT", "SECURITY", "AUTHORS",
    "SUPPORT", "TRANSLATING", "HISTORY",
  ]
}
