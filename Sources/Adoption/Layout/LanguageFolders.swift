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
    let firm = group.candidates.filter { $0.name.certainty >= .plain }
    let firmPaths = Set(firm.flatMap { relativePaths($0, below: group) })
    let evidence = Evidence(
      isPaired: isPaired, hasBase: !group.base.isEmpty, hasFirm: !firm.isEmpty,
      wordCount: group.candidates.count { $0.name.certainty == .word },
      isAlone: beside.count == group.candidates.count, isCautious: isCautious)
    for candidate in group.candidates {
      let spoken = SpokenLanguage(
        ofMost: candidate.files.prefix(40).map { files[$0].hints.spoken })
      let own = relativePaths(candidate, below: group)
      let shared = own.count(where: firmPaths.contains)
      // A department has an "index" as well, and hardly ever most of a language's files.
      let sharesFiles = shared > 1 && shared * 2 >= own.count
      func accept(_ name: LocaleName) {
        accepted[candidate.path] = Folder(
          locale: name.tag, parent: group.parent, base: group.base)
      }
      if evidence.accepts(candidate.name, spoken.speaks(candidate.name.tag), sharesFiles) {
        accept(candidate.name)
      } else if let second = candidate.name.secondMeaning, spoken.speaks(second.tag) == true {
        accept(second)
      } else if group.base.isEmpty, candidate.name.certainty >= .ambiguous,
        let language = spoken.language
      {
        departments.append((candidate.path, language))
      }
    }
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
  /// Whether the language comes after a name: `guide.de`.
  let hasBase: Bool
  /// Whether a sibling is a language beyond doubt.
  let hasFirm: Bool
  /// How many siblings are names of languages.
  let wordCount: Int
  /// Whether no other folder is next to the group.
  let isAlone: Bool
  let isCautious: Bool

  /// Whether a name is that of a language.
  ///
  /// - Parameters:
  ///   - speaks: whether the text is in the language; nil if it does not tell.
  ///   - sharesFiles: whether siblings that are languages beyond doubt have most of its files.
  func accepts(_ name: LocaleName, _ speaks: Bool?, _ sharesFiles: Bool) -> Bool {
    switch name.certainty {
    case .sure: true
    case _ where !isPaired: false
    case .plain: !hasBase || speaks != false
    case .ambiguous where hasFirm: sharesFiles || speaks != false
    case .ambiguous: speaks ?? (isAlone && !isCautious && !hasBase)
    case .word: speaks ?? (hasFirm || wordCount > 1)
    case .misnomer: speaks == true
    }
  }
}
