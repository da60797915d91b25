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

  private let files: [LooseFile]
  /// The files of a folder by its path and their name.
  private var stems: Set<String> = []
  /// The tags that follow each name in a folder, by its path and the name.
  private var tags: [String: Set<String>] = [:]
  /// The names of languages that follow each name in a folder, in the same way.
  private var words: [String: Set<String>] = [:]

  /// Weighs the names of files.
  ///
  /// - Parameter indices: the files to look at.
  init(_ files: [LooseFile], _ indices: [Int]) {
    self.files = files
    var candidates: [(index: Int, suffixes: [LocaleName.Suffixed])] = []
    for index in indices {
      let file = files[index]
      let folder = file.folders.joined(separator: "/")
      stems.insert(folder + "//" + file.stem)
      let suffixes = LocaleName.suffixed(file.stem) + LocaleName.prefixed(file.stem)
      if suffixes.isEmpty { continue }
      candidates.append((index, suffixes))
      for suffix in suffixes where suffix.locale.certainty >= .ambiguous {
        tags[folder + "//" + suffix.base, default: []].insert(suffix.locale.tag)
      }
      for suffix in suffixes where suffix.locale.certainty == .word {
        words[folder + "//" + suffix.base, default: []].insert(suffix.locale.tag)
      }
    }
    for (index, suffixes) in candidates {
      let spoken = files[index].hints.spoken
      for suffix in suffixes {
        if accepts(suffix, spoken.speaks(suffix.locale.tag), in: files[index]) {
          readings[index] = Reading(locale: suffix.locale.tag, stem: suffix.base)
        } else if let second = suffix.locale.secondMeaning, spoken.speaks(second.tag) == true {
          readings[index] = Reading(locale: second.tag, stem: suffix.base)
        } else {
          continue
        }
        break
      }
    }
    readBareNames(indices)
  }

  /// Reads files whose whole names are languages, such as `en.md` beside `fr.md`, if most files of
  /// their folder are such.
  private mutating func readBareNames(_ indices: [Int]) {
    let folders = Dictionary(grouping: indices) { files[$0].folders }
    for own in folders.values {
      let found = own.compactMap { index -> (index: Int, tag: String)? in
        guard readings[index] == nil, let name = LocaleName(files[index].stem) else { return nil }
        let isPlain = name.certainty >= .plain || name.certainty == .word
        let speaks = files[index].hints.spoken.speaks(name.tag)
        return speaks ?? isPlain ? (index, name.tag) : nil
      }
      guard Set(found.map(\.tag)).count > 1, found.count * 2 > own.count else { continue }
      for (index, tag) in found { readings[index] = Reading(locale: tag, stem: "index") }
    }
  }

  private func accepts(_ suffix: LocaleName.Suffixed, _ speaks: Bool?, in file: LooseFile) -> Bool {
    let name = file.folders.joined(separator: "/") + "//" + suffix.base
    // Many names begin with a short word, so another language has to share the rest.
    if suffix.isFirst {
      return (tags[name]?.count ?? 0) > 1 && suffix.locale.certainty >= .ambiguous
        && (speaks ?? (suffix.locale.certainty > .ambiguous))
    }
    let isPaired = stems.contains(name) || (tags[name]?.count ?? 0) > 1
    let isDot = ".([（【".contains(suffix.separator)
    let isNamed = (words[name]?.count ?? 0) > 1
    return switch suffix.locale.certainty {
    case .sure: true
    case .plain where isDot: isPaired || speaks != false
    case .plain: speaks ?? isPaired
    case .ambiguous where isDot: speaks ?? isPaired
    case .ambiguous: isPaired && speaks == true
    case .word: isPaired ? speaks != false : isNamed && speaks == true
    case .misnomer: isPaired && speaks == true
    }
  }
}
