/// Finds out which files without a language are the source of the translations.
struct UntaggedFiles {
  private let files: [LooseFile]
  private let loose: [Int]
  private let tagged: [LayoutPlanner.Tagged]
  /// The keys of the translations, an index under each of its names.
  private let keys: Set<String>
  private let certain: [[String]]
  private let tags: Set<String>

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

  /// The keys of the source's files, and the folder that these begin in.
  func choose() -> (places: [Int: String], base: [String]?) {
    var places: [Int: String] = [:]
    var rest: [Int] = []
    for index in loose {
      guard let base = certain.first(where: { files[index].folders.starts(with: $0) }) else {
        rest.append(index)
        continue
      }
      places[index] = key(of: index, below: base)
    }
    if rest.isEmpty || !certain.isEmpty { return (places, certain.first) }
    let found = bases.map { base in (base: base, overlap: overlap(rest, below: base)) }
    guard let best = found.max(by: { ($0.overlap, $0.base.count) < ($1.overlap, $1.base.count) })
    else { return (places, nil) }
    if best.overlap == 0 {
      let above = above(rest)
      if !above.places.isEmpty { return above }
      let beside = beside(rest)
      if !beside.places.isEmpty { return beside }
      let found = strangers(rest)
      return found.places.isEmpty ? main(rest) : found
    }
    let below = rest.filter { files[$0].folders.starts(with: best.base) }
    let matches = below.filter { isMatch($0, best.base) }
    let withMatches = Set(matches.map { top($0, best.base) })
      .union(tops(of: below, below: best.base, speaking: matches))
    for index in below {
      let isMatch = isMatch(index, best.base)
      guard withMatches.contains(top(index, best.base)),
        isMatch || !isOfRepository(index, below: [])
      else { continue }
      places[index] = key(of: index, below: best.base)
    }
    return (places, best.base)
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
  private func strangers(_ rest: [Int]) -> (places: [Int: String], base: [String]?) {
    let prefixes = Set(tagged.map(\.prefix))
    let areSuffixed = tagged.allSatisfy(\.isSuffixed)
    guard prefixes.count == 1, let base = prefixes.first, !base.isEmpty || areSuffixed else {
      return ([:], nil)
    }
    let below = rest.filter {
      files[$0].folders.starts(with: base) && !isOfRepository($0, below: [])
    }
    let spoken = SpokenLanguage(ofMost: below.map { files[$0].hints.spoken })
    guard let language = spoken.language, !tags.contains(language) else { return ([:], nil) }
    return (
      Dictionary(uniqueKeysWithValues: below.map { ($0, key(of: $0, below: base)) }), base
    )
  }

  /// The files whose translations are in one folder below them, such as `README.md` beside
  /// `translations/README.fr.md` or above `docs/i18n/README.fr.md`; the nearest ones.
  private func above(_ rest: [Int]) -> (places: [Int: String], base: [String]?) {
    let folders = Set(tagged.map { $0.prefix + $0.rest.dropLast() })
    guard tagged.allSatisfy(\.isSuffixed), folders.count == 1, let folder = folders.first,
      !folder.isEmpty
    else { return ([:], nil) }
    for depth in (0..<folder.count).reversed() {
      let parent = Array(folder.prefix(depth))
      var places: [Int: String] = [:]
      for index in rest where files[index].folders == parent {
        let key = (folder + [files[index].stem]).joined(separator: "/")
        if keys.contains(KeyTidier.normalized(key)) { places[index] = key }
      }
      if !places.isEmpty { return (places, parent) }
    }
    return ([:], nil)
  }

  /// The files of a folder beside the languages that half of the translations are of, such as `docs`
  /// beside `translations/fr`.
  private func beside(_ rest: [Int]) -> (places: [Int: String], base: [String]?) {
    let folders = Set(rest.compactMap { files[$0].folders.first }).sorted().prefix(64)
    let found = folders.map { (base: [$0], overlap: overlap(rest, below: [$0])) }
    guard let best = found.max(by: { $0.overlap < $1.overlap }), best.overlap > 0,
      best.overlap * 2 >= keys.count,
      found.count(where: { $0.overlap == best.overlap }) == 1
    else { return ([:], nil) }
    let below = rest.filter { files[$0].folders.starts(with: best.base) }
    return (
      Dictionary(uniqueKeysWithValues: below.map { ($0, key(of: $0, below: best.base)) }), best.base
    )
  }

  /// All files that name no language, if fewer files name one, or if both speak the only language.
  ///
  /// A few translations, or one file with a language behind its name, do not make strangers of the
  /// text of a whole tree.
  private func main(_ rest: [Int]) -> (places: [Int: String], base: [String]?) {
    let own = rest.filter { !isOfRepository($0, below: []) }
    let spoken = SpokenLanguage(ofMost: own.map { files[$0].hints.spoken })
    let isOnly = tags.count == 1 && tags.contains(spoken.language ?? tags.first ?? "")
    guard
      own.count > tagged.count && spoken.language != nil
        || isOnly && tagged.allSatisfy({ $0.prefix.count > 1 })
    else { return ([:], nil) }
    return (Dictionary(uniqueKeysWithValues: own.map { ($0, key(of: $0, below: [])) }), [])
  }

  /// The folders right below the base that no translation has, and whose text is in the language of
  /// the files that have one.
  private func tops(of below: [Int], below base: [String], speaking matches: [Int]) -> Set<String> {
    let source = SpokenLanguage(ofMost: matches.map { files[$0].hints.spoken })
    guard let language = source.language else { return [] }
    let groups = Dictionary(grouping: below, by: { top($0, base) })
    return Set(
      groups.filter { top, indices in
        !top.isEmpty && !top.hasPrefix(".")
          && SpokenLanguage(ofMost: indices.map { files[$0].hints.spoken }).language == language
      }.keys)
  }

  /// Whether a file at the base is about the repository, not about its content.
  private func isOfRepository(_ index: Int, below base: [String]) -> Bool {
    files[index].folders.count == base.count
      && Self.repositoryNames.contains(files[index].stem.uppercased())
  }

  private func overlap(_ indices: [Int], below base: [String]) -> Int {
    indices.count { files[$0].folders.starts(with: base) && isMatch($0, base) }
  }

  private func isMatch(_ index: Int, _ base: [String]) -> Bool {
    keys.contains(KeyTidier.normalized(key(of: index, below: base)))
  }

  private func key(of index: Int, below base: [String]) -> String {
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
