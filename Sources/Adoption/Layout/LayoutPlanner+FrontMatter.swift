import Base

extension LayoutPlanner {
  /// Places files none of whose paths names a language: by their front matter, else all in one.
  mutating func placeWithoutNames(_ indices: [Int]) throws(AdoptionError) {
    let written = Set(indices.compactMap { files[$0].hints.locale })
    if written.count > 1
      || written.count == 1 && hints.language.map({ !written.contains($0) }) == true
    {
      return placeByFrontMatter(indices)
    }
    let locale = try onlyLocale(indices, written.first)
    layout.untagged = locale
    for index in indices {
      layout.placesAppend(index, locale, files[index].place)
    }
  }

  private mutating func onlyLocale(
    _ indices: [Int], _ written: String?
  ) throws(AdoptionError) -> String {
    if let told = hints.language ?? written ?? rootLocale ?? hints.source ?? hints.configured {
      return told
    }
    let spoken = SpokenLanguage(ofMost: indices.map { files[$0].hints.spoken })
    guard let language = spoken.language else {
      throw AdoptionError.localeUnknown(paths: indices.map { files[$0].path })
    }
    layout.notes.append(
      "no path names a language; the text reads like '\(language)'; '--locale' names another")
    return language
  }

  /// The language that the adopted folder itself is named after.
  private var rootLocale: String? {
    if let name = LocaleName(hints.rootName), name.certainty >= .plain { return name.tag }
    let suffix = LocaleName.suffixed(hints.rootName).first
    return suffix.flatMap { $0.locale.certainty == .sure ? $0.locale.tag : nil }
  }

  /// Places files whose front matter names their languages.
  ///
  /// The key that translations share: a field for it, the first heading's anchor, or their names.
  private mutating func placeByFrontMatter(_ indices: [Int]) {
    var lacking: [Int] = []
    let shared = sharedPairings(indices)
    var taken: Set<String> = []
    for index in indices {
      let file = files[index]
      guard let locale = file.hints.locale ?? hints.language else {
        lacking.append(index)
        continue
      }
      let name = file.hints.pairing.flatMap { shared.contains($0) ? asciiSlug($0) : nil }
      let candidates = [name, file.hints.anchor.map(asciiSlug), Self.plainName(file.stem)]
      let stem = candidates.lazy.compactMap { $0 }.first { !$0.isEmpty } ?? "document"
      var key = (file.folders + [stem]).joined(separator: "/")
      if !taken.insert(locale + "/" + key).inserted { key = file.place }
      layout.placesAppend(index, locale, key)
    }
    leaveOut(lacking, "unknown language; add 'lang' to the front matter, or use '--locale'")
  }

  /// Gives translations with other names the key of the source, if a field of their front matter
  /// says that they are one document.
  mutating func pairByFrontMatter() {
    var groups: [String: [Int]] = [:]
    for (index, place) in layout.places.enumerated() {
      if let pairing = files[place.file].hints.pairing {
        groups[pairing, default: []].append(index)
      }
    }
    var taken = Set(layout.places.map { $0.locale + "/" + $0.key })
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      let locales = Set(group.map { layout.places[$0].locale })
      guard locales.count > 1, locales.count == group.count,
        let original = source(of: locales),
        let key = group.first(where: { layout.places[$0].locale == original }).map({
          layout.places[$0].key
        })
      else { continue }
      for index in group {
        let place = layout.places[index]
        guard taken.insert(place.locale + "/" + key).inserted else { continue }
        taken.remove(place.locale + "/" + place.key)
        layout.places[index].key = key
      }
    }
  }

  /// The locale among some that the others are most likely translated from.
  private func source(of locales: Set<String>) -> String? {
    let told = [hints.source, layout.untagged, hints.configured].compactMap { $0 }
    return told.first(where: locales.contains) ?? locales.sorted().first { $0.hasPrefix("en") }
      ?? locales.min()
  }

  /// The values of fields that files of two languages have.
  private func sharedPairings(_ indices: [Int]) -> Set<String> {
    var locales: [String: Set<String>] = [:]
    for index in indices {
      guard let pairing = files[index].hints.pairing, let locale = files[index].hints.locale else {
        continue
      }
      locales[pairing, default: []].insert(locale)
    }
    return Set(locales.filter { $0.value.count > 1 }.keys)
  }

  private static func plainName(_ stem: String) -> String {
    if stem == "index" || stem == "README" || stem == "_index" { return stem }
    return asciiSlug(stem.split(separator: ".").first.map(String.init) ?? stem)
  }
}

extension Layout {
  /// Places a file.
  fileprivate mutating func placesAppend(_ file: Int, _ locale: String, _ key: String) {
    places.append(.init(file: file, locale: locale, key: key))
  }
}
