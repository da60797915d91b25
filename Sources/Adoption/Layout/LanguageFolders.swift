/// Finds the folders of a tree that are languages, by all of their siblings and texts together.
struct LanguageFolders {
  /// A folder whose name means a language.
  struct Folder: Equatable {
    let locale: String
    /// The folders above it.
    let parent: [String]
    /// The folder's name without the language: `guide` of `guide.de-de`; empty for `de`.
    let base: String
  }

  /// The folders that are languages, by their paths.
  private(set) var accepted: [String: Folder] = [:]
  /// Those that only have a language's name, each with the language of its text.
  private(set) var departments: [(path: String, spoken: String)] = []

  private let files: [LooseFile]
  private let isCautious: Bool
  /// The names of the folders in each folder, by its path.
  private let children: [String: Set<String>]
  /// The paths of all files, without endings.
  private let places: Set<String>

  /// Folders of one parent that would be the same but for the language.
  private struct Group {
    let parent: [String]
    let base: String
    var candidates: [Candidate] = []
  }

  private struct Candidate {
    let path: String
    let name: LocaleName
    var files: [Int]
  }

  /// A candidate with its text.
  private struct Member {
    let candidate: Candidate
    let spoken: SpokenLanguage
    /// The places of its files in it.
    let paths: Set<String>

    /// Whether the name or the text leaves no doubt.
    var isSure: Bool {
      candidate.name.certainty == .sure || spoken.speaks(candidate.name.tag) == true
    }
    /// Whether the text is in another language.
    var isDenied: Bool { !isSure && spoken.denies(candidate.name.tag) }
  }

  /// Weighs all folders.
  ///
  /// - Parameters:
  ///   - given: the locales that the user or a configuration named for folders, by their paths.
  ///   - isCautious: whether the user named a language for all files that name none. Then a folder
  ///     whose name is also a word needs a text in the language.
  init(_ files: [LooseFile], given: [String: String], isCautious: Bool) {
    self.files = files
    self.isCautious = isCautious
    var children: [String: Set<String>] = [:]
    var candidates: [String: Candidate] = [:]
    var groups: [String: Group] = [:]
    for (index, file) in files.enumerated() {
      var parent = ""
      for (depth, name) in file.folders.enumerated() {
        let path = depth == 0 ? name : parent + "/" + name
        if given[path] != nil { break }
        children[parent, default: []].insert(name)
        if candidates[path] != nil {
          candidates[path]?.files.append(index)
        } else if let reading = Self.read(name) {
          candidates[path] = Candidate(path: path, name: reading.name, files: [index])
          let above = Array(file.folders[..<depth])
          groups[parent + "//" + reading.base, default: Group(parent: above, base: reading.base)]
            .candidates.append(.init(path: path, name: reading.name, files: []))
        }
        parent = path
      }
    }
    self.children = children
    places = Set(files.map(\.place))
    for key in groups.keys.sorted() {
      guard var group = groups[key] else { continue }
      group.candidates = group.candidates.compactMap { candidates[$0.path] }
        .sorted { $0.path < $1.path }
      weigh(group)
    }
    for (path, locale) in given {
      let names = path.split(separator: "/").map(String.init)
      accepted[path] = Folder(locale: locale, parent: names.dropLast(), base: "")
    }
  }

  /// The outermost folder of a file that is a language, and how many folders lie above it; nil if
  /// none is.
  func folder(of file: LooseFile) -> (folder: Folder, depth: Int)? {
    var path = ""
    for (depth, name) in file.folders.enumerated() {
      path = depth == 0 ? name : path + "/" + name
      if let folder = accepted[path] { return (folder, depth) }
    }
    return nil
  }

  private static func read(_ name: String) -> (base: String, name: LocaleName)? {
    if let locale = LocaleName(name) { return ("", locale) }
    return LocaleName.suffixed(name).first.map { ($0.base, $0.locale) }
  }

  private mutating func weigh(_ group: Group) {
    let beside = children[group.parent.joined(separator: "/")] ?? []
    let tags = Set(group.candidates.map(\.name.tag))
    let isPaired = group.base.isEmpty || beside.contains(group.base) || tags.count > 1
    let members = group.candidates.map { candidate in
      Member(
        candidate: candidate,
        spoken: SpokenLanguage(
          ofMost: candidate.files.prefix(40).map { files[$0].hints.spoken }),
        paths: relativePaths(candidate, below: group))
    }
    let firm = firm(members, group)
    let firmPaths = Set(firm.values.flatMap(\.paths))
    let evidence = Evidence(
      isPaired: isPaired, hasFirm: !firm.isEmpty,
      wordCount: group.candidates.count { $0.name.certainty == .word },
      isAlone: beside.count == group.candidates.count && group.base.isEmpty && !isCautious)
    for member in members {
      let (name, spoken) = (member.candidate.name, member.spoken)
      let shared = member.paths.count(where: firmPaths.contains)
      // A department has an "index" as well, and hardly ever most of a language's files.
      let sharesFiles = shared > 1 && shared * 2 >= member.paths.count
      let meant = name.meant(by: spoken)
      let isFirm = firm[member.candidate.path] != nil && evidence.acceptsFirm(name)
      let isLanguage =
        name.certainty >= .plain
        ? isFirm : evidence.accepts(name, spoken.speaks(name.tag), sharesFiles)
      if meant != name || isLanguage { accept(member, meant, group) }
    }
    acceptFamily(members, group)
    for member in members where accepted[member.candidate.path] == nil {
      if group.base.isEmpty, member.candidate.name.certainty >= .ambiguous,
        let language = member.spoken.language
      {
        departments.append((member.candidate.path, language))
      }
    }
  }

  private mutating func accept(_ member: Member, _ name: LocaleName, _ group: Group) {
    accepted[member.candidate.path] = Folder(
      locale: name.tag, parent: group.parent, base: group.base)
  }

  /// Accepts the folders with half of their files in those of three languages or more beside them.
  private mutating func acceptFamily(_ members: [Member], _ group: Group) {
    let family = members.filter { accepted[$0.candidate.path] != nil }
    let tags = Set(family.compactMap { accepted[$0.candidate.path]?.locale })
    if tags.count < LocaleName.familySize { return }
    let paths = Set(family.flatMap(\.paths))
    for member in members {
      let name = member.candidate.name
      let isNew = accepted[member.candidate.path] == nil
      if tags.count - (isNew ? 0 : 1) < LocaleName.familySize { continue }
      let shared = member.paths.count(where: paths.contains)
      let isDenied = member.isDenied && !name.isCode
      let meant = name.meant(by: member.spoken, beside: tags)
      if isNew ? !isDenied && shared * 2 >= member.paths.count : meant != name {
        accept(member, meant, group)
      }
    }
  }

  /// The folders whose names are codes that mean nothing else, by their paths.
  ///
  /// A team's folder can have such a name. A text in another language is therefore a translation
  /// only below a folder for these, or beside a file with its path.
  private func firm(_ members: [Member], _ group: Group) -> [String: Member] {
    let codes = members.filter { $0.candidate.name.certainty >= .plain }
    let isOfTranslations =
      group.parent.last.map { UntaggedFiles.translationFolders.contains($0.lowercased()) } ?? false
    func isNamed(_ path: String) -> Bool {
      !KeyTidier.isIndex(path.split(separator: "/").last.map(String.init) ?? "")
    }
    let sure = codes.filter { $0.isSure }
    let surePaths = Set(sure.flatMap(\.paths))
    let hasTeams = sure.isEmpty && codes.contains { $0.isDenied }
    var quiet: [String: Int] = [:]
    for member in codes where !member.isSure && !member.isDenied {
      for path in member.paths { quiet[path, default: 0] += 1 }
    }
    let parent = group.parent.isEmpty ? "" : group.parent.joined(separator: "/") + "/"
    let accepted = codes.filter { member in
      if member.isSure || isOfTranslations && group.base.isEmpty { return true }
      // A team's folder has others beside it.
      if members.count == 1, member.paths.count == places.count { return true }
      if !member.isDenied, !hasTeams { return true }
      if !group.base.isEmpty { return !member.isDenied }
      return member.paths.contains { path in
        let others = (quiet[path] ?? 0) - (member.isDenied ? 0 : 1)
        return surePaths.contains(path)
          || isNamed(path) && (others > 0 || places.contains(parent + path))
      }
    }
    return Dictionary(accepted.map { ($0.candidate.path, $0) }) { first, _ in first }
  }

  /// The places of a folder's files in it.
  private func relativePaths(_ candidate: Candidate, below group: Group) -> Set<String> {
    let depth = group.parent.count + 1
    return Set(
      candidate.files.prefix(2_000).map { index in
        (files[index].folders.dropFirst(depth) + [files[index].stem]).joined(separator: "/")
      })
  }
}

/// The facts about each folder that its group provides.
private struct Evidence {
  /// Whether the folder is there without a language, or with another one.
  let isPaired: Bool
  /// Whether a sibling is a language beyond doubt.
  let hasFirm: Bool
  /// How many siblings are names of languages.
  let wordCount: Int
  /// Whether no other folder is next to the group, and nothing speaks against languages.
  let isAlone: Bool

  /// Whether a code that means nothing else is that of a language.
  func acceptsFirm(_ name: LocaleName) -> Bool { isPaired || name.certainty == .sure }

  /// Whether another name is that of a language.
  ///
  /// - Parameters:
  ///   - speaks: whether the text is in the language; nil if it does not tell.
  ///   - sharesFiles: whether siblings that are languages beyond doubt have most of its files.
  func accepts(_ name: LocaleName, _ speaks: Bool?, _ sharesFiles: Bool) -> Bool {
    switch name.certainty {
    case _ where !isPaired: false
    case .plain, .sure: true
    case .ambiguous where hasFirm: sharesFiles || speaks != false
    case .ambiguous: speaks ?? isAlone
    case .word: speaks ?? (hasFirm || wordCount > 1)
    case .misnomer: speaks == true
    }
  }
}
