extension UntaggedFiles {
  /// The files that have the names of translations in other folders, such as
  /// `patterns/done/x.md` beside `translation/es/patterns/x.md`.
  ///
  /// At least two must have one, and half of the translations. A name counts if only one file has
  /// it, and one translation in each language. The other files in their language come along.
  ///
  /// - Parameter count: how many of them another way to choose finds.
  func namesakes(_ rest: [Int], moreThan count: Int) -> Choice? {
    let translated = translatedNames
    let owners = Dictionary(grouping: rest, by: { files[$0].stem })
    var choice = Choice(base: [])
    for index in rest {
      let stem = files[index].stem
      if isMatch(index, []) {
        choice.places[index] = key(of: index, below: [])
      } else if owners[stem]?.count == 1, let names = translated.unique[stem] {
        choice.places[index] = key(of: index, below: [])
        for name in names { choice.moved[name] = key(of: index, below: []) }
      }
    }
    let spoken = SpokenLanguage(ofMost: choice.places.keys.map { files[$0].hints.spoken })
    let stems = Set(choice.places.keys.map { files[$0].stem })
    let isTranslation = tagged.contains { item in
      item.locale.prefix { $0 != "-" } == spoken.language ?? ""
        && stems.contains(item.rest.last ?? "")
    }
    guard choice.places.count > max(1, count), choice.places.count * 2 >= translated.count,
      !isTranslation
    else { return nil }
    addCompanions(to: &choice, from: rest)
    return choice
  }

  /// The keys of translations by their last parts, and the number of these parts.
  ///
  /// A language has each of these once. An index has no name.
  private var translatedNames: (unique: [String: Set<String>], count: Int) {
    var seen: Set<String> = []
    var doubles: Set<String> = []
    for item in tagged {
      guard let name = item.rest.last, !KeyTidier.isIndex(name) else { continue }
      if !seen.insert(item.locale + "/" + name).inserted { doubles.insert(name) }
    }
    var result: [String: Set<String>] = [:]
    for key in keys {
      guard let name = key.split(separator: "/").last.map(String.init), !KeyTidier.isIndex(name)
      else { continue }
      result[name, default: []].insert(key)
    }
    return (result.filter { !doubles.contains($0.key) }, result.count)
  }
}
