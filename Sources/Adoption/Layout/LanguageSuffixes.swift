/// Finds the files of a tree whose names end or begin with a language: `a.de.md`, `README_ja.md`,
/// `a-fr.md`, `de.a.md`, `a (de).md`, `a - Deutsch.md`.
struct LanguageSuffixes {
  /// A file's locale, and its name without it.
  struct Reading: Equatable {
    let locale: String
    let stem: String
  }

  /// The meaning of each file's name, by the file's index.
  private(set) var readings: [Int: Reading] = [:]

  /// A file and the ways to read its name.
  private struct Candidate {
    let index: Int
    let suffixes: [LocaleName.Suffixed]
  }

  private let files: [LooseFile]
  /// The languages of the texts of a folder's files, by its path and their name.
  private var stems: [String: SpokenLanguage] = [:]
  /// The tags that follow each name in a folder, by its path and the name.
  private var tags: [String: Set<String>] = [:]
  /// The names of languages that follow each name in a folder, in the same way.
  private var words: [String: Set<String>] = [:]

  /// Weighs the names of files.
  ///
  /// - Parameter indices: the files to look at.
  init(_ files: [LooseFile], _ indices: [Int]) {
    self.files = files
    var candidates: [Candidate] = []
    for index in indices {
      let file = files[index]
      let folder = file.folders.joined(separator: "/")
      stems[folder + "//" + file.stem] = file.hints.spoken
      // A name such as `zh-tw` is a language by itself.
      let suffixes = (LocaleName.suffixed(file.stem) + LocaleName.prefixed(file.stem)).filter {
        LocaleName($0.base) == nil || LocaleName(file.stem) == nil
      }
      if suffixes.isEmpty { continue }
      candidates.append(.init(index: index, suffixes: suffixes))
      for suffix in suffixes where suffix.locale.certainty >= .ambiguous {
        tags[folder + "//" + suffix.base, default: []].insert(suffix.locale.tag)
      }
      for suffix in suffixes where suffix.locale.certainty == .word {
        words[folder + "//" + suffix.base, default: []].insert(suffix.locale.tag)
      }
    }
    for candidate in candidates {
      let file = files[candidate.index]
      let spoken = file.hints.spoken
      for suffix in candidate.suffixes {
        let meant = suffix.locale.meant(by: spoken)
        if meant != suffix.locale || accepts(suffix, spoken, in: file) {
          readings[candidate.index] = Reading(locale: meant.tag, stem: suffix.base)
          break
        }
      }
    }
    joinFamilies(candidates)
    readBareNames(indices)
  }

  /// Reads the names that three languages or more follow in other files.
  ///
  /// The text must not be in a third language, other than this one and that of the file without one.
  private mutating func joinFamilies(_ candidates: [Candidate]) {
    var families: [String: Set<String>] = [:]
    for (index, reading) in readings {
      families[Self.name(reading.stem, in: files[index]), default: []].insert(reading.locale)
    }
    for candidate in candidates {
      let file = files[candidate.index]
      let known = readings[candidate.index]
      for suffix in candidate.suffixes {
        let name = Self.name(suffix.base, in: file)
        let own = Reading(locale: suffix.locale.tag, stem: suffix.base)
        guard known == nil || known == own, let tags = families[name],
          tags.subtracting([own.locale]).count >= LocaleName.familySize
        else { continue }
        let meant = suffix.locale.meant(by: file.hints.spoken, beside: tags)
        let isCode = suffix.locale.isCode || tags.count >= Self.largeFamily
        let spoken = file.hints.spoken
        let isUntranslated = isCode && stems[name].map { $0 == spoken } ?? true
        if known == nil, spoken.denies(meant.tag), !isUntranslated { continue }
        readings[candidate.index] = Reading(locale: meant.tag, stem: suffix.base)
        break
      }
    }
  }

  /// The number of languages beside which a word or department is a language as well.
  private static let largeFamily = 10

  private static func name(_ stem: String, in file: LooseFile) -> String {
    file.folders.joined(separator: "/") + "//" + stem
  }

  /// Reads files whose whole names are languages, such as `en.md` beside `fr.md`, if most files of
  /// their folder are such.
  private mutating func readBareNames(_ indices: [Int]) {
    let folders = Dictionary(grouping: indices) { files[$0].folders }
    for own in folders.values {
      var tags: Set<String> = []
      var found: [Int: String] = [:]
      var others: [(index: Int, name: LocaleName)] = []
      for index in own {
        guard readings[index] == nil, let name = LocaleName(files[index].stem) else { continue }
        let meant = name.meant(by: files[index].hints.spoken)
        let isPlain = name.certainty >= .plain || name.certainty == .word
        if files[index].hints.spoken.speaks(meant.tag) ?? isPlain {
          found[index] = meant.tag
          tags.insert(meant.tag)
        } else {
          others.append((index, name))
        }
      }
      guard tags.count > 1, found.count * 2 > own.count else { continue }
      for (index, name) in others where tags.count >= LocaleName.familySize {
        let meant = name.meant(by: files[index].hints.spoken, beside: tags)
        if !files[index].hints.spoken.denies(meant.tag) { found[index] = meant.tag }
      }
      for (index, tag) in found { readings[index] = Reading(locale: tag, stem: "index") }
    }
  }

  private func accepts(
    _ suffix: LocaleName.Suffixed, _ spoken: SpokenLanguage, in file: LooseFile
  ) -> Bool {
    let name = Self.name(suffix.base, in: file)
    let tag = suffix.locale.tag
    let speaks = spoken.speaks(tag)
    // Many names begin with a short word, so another language has to share the rest.
    if suffix.isFirst {
      return (tags[name]?.count ?? 0) > 1 && suffix.locale.certainty >= .ambiguous
        && (speaks ?? (suffix.locale.certainty > .ambiguous))
    }
    let isPaired = stems[name] != nil || (tags[name]?.count ?? 0) > 1
    let isDot = ".([（【".contains(suffix.separator)
    let isNamed = (words[name]?.count ?? 0) > 1
    return switch suffix.locale.certainty {
    case .sure: true
    case .plain where isDot: isPaired || speaks != false
    case .plain: speaks == true || isPaired && !spoken.denies(tag)
    case .ambiguous where isDot: speaks ?? isPaired
    case .ambiguous: isPaired && speaks == true
    case .word where isPaired: !spoken.denies(tag) || isDot && spoken == stems[name]
    case .word: speaks.map { $0 && (isNamed || isDot) } ?? (isNamed && isDot)
    case .misnomer: isPaired && speaks == true
    }
  }
}
