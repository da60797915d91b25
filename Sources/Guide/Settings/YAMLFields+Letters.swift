import Base

extension YAMLFields {
  /// Reads `letters` of `guide.yml`: a preset's name, or a mapping of letters; RACI if it is missing.
  mutating func letterScheme() -> LetterScheme {
    guard let node = node("letters") else { return .raci }
    if let text = node.text { return preset(text, at: node.location) }
    var inner = YAMLFields(node, what: "'letters'", known: nil, invalid: .guideInvalid)
    var letters: [LetterScheme.Letter] = []
    for member in inner.all {
      guard let letter = inner.letter(member) else { continue }
      guard letters.count < LetterScheme.maximumCount else {
        inner.report(
          .guideInvalid, "'letters' has more than \(LetterScheme.maximumCount) letters",
          at: member.keyLocation)
        break
      }
      letters.append(letter)
    }
    absorb(inner)
    return letters.isEmpty ? .raci : LetterScheme(name: "own", letters: letters)
  }

  private mutating func preset(_ text: String, at location: SourceLocation) -> LetterScheme {
    if let preset = LetterScheme.presets.first(where: { $0.name == text.lowercased() }) {
      return preset
    }
    let known = LetterScheme.presets.map(\.name)
    report(
      .guideInvalid, "'\(text)' in 'letters' is not the name of a scheme", at: location,
      hint: didYouMean(text, among: known)
        ?? "write one of \(known.joined(separator: ", ")), or a mapping of letters")
    return .raci
  }

  /// One letter of a guide's own scheme.
  private mutating func letter(_ member: YAMLNode.Member) -> LetterScheme.Letter? {
    guard let character = member.key.first, member.key.count == 1, !LetterSet(character).isEmpty
    else {
      report(
        .guideInvalid, "'\(member.key)' in 'letters' is not a letter", at: member.keyLocation,
        hint: "write one capital letter, A to Z")
      return nil
    }
    if let name = member.value.text {
      return named(character, [LetterScheme.everyLanguage: name])
    }
    var inner = YAMLFields(
      member.value, what: "the letter '\(member.key)'",
      known: ["name", "description", "at_least", "at_most"], invalid: .guideInvalid)
    let names = inner.textsByLanguage("name")
    let descriptions = inner.textsByLanguage("description")
    let least = inner.count("at_least")
    let most = inner.count("at_most")
    if let least, let most, least > most {
      inner.report(
        .guideInvalid, "'at_least' of the letter '\(member.key)' is more than its 'at_most'",
        at: member.keyLocation)
    }
    absorb(inner)
    return named(
      character, names, descriptions: descriptions, minimum: least ?? 0,
      maximum: most.map { max($0, least ?? 0) })
  }

  /// A letter with a name of its own, else with the name that a preset has for it.
  private func named(
    _ character: Character, _ names: [String: String], descriptions: [String: String] = [:],
    minimum: Int = 0, maximum: Int? = nil
  ) -> LetterScheme.Letter {
    let usual = LetterScheme.usualWord(of: character)
    return LetterScheme.Letter(
      character, word: names.isEmpty ? usual : nil,
      names: names.isEmpty && usual == nil
        ? [LetterScheme.everyLanguage: String(character)] : names,
      descriptions: descriptions, minimum: minimum, maximum: maximum)
  }

  /// A text, or a mapping of languages to texts.
  private mutating func textsByLanguage(_ key: String) -> [String: String] {
    guard let node = node(key) else { return [:] }
    guard node.members != nil else {
      return text(node, "'\(key)'").map { [LetterScheme.everyLanguage: $0] } ?? [:]
    }
    var inner = YAMLFields(node, what: "'\(key)'", known: nil, invalid: .guideInvalid)
    var texts: [String: String] = [:]
    for member in inner.all {
      guard Identifier.isLanguageTag(member.key) else {
        inner.report(
          .guideInvalid, "'\(member.key)' is not a language tag", at: member.keyLocation)
        continue
      }
      if let text = inner.text(member.value, "'\(member.key)'") { texts[member.key] = text }
    }
    absorb(inner)
    return texts
  }

  /// A number of parties, 0 to 1000.
  private mutating func count(_ key: String) -> Int? {
    guard let value = node(key) else { return nil }
    if case .scalar(let text, isPlain: true) = value.content, let number = Int(text),
      (0...1000).contains(number)
    {
      return number
    }
    report(
      .guideInvalid, "'\(key)' must be a whole number from 0 to 1000", at: value.location)
    return nil
  }
}
