import Base

/// Words that are looked up only where a table or a title raises the question.
extension LetterWords {
  /// The words of a list in a text's language and in English, as they are compared.
  func list(_ key: String, in locale: String) -> Set<String> {
    lists.meaning(of: key, in: locale) {
      (LanguageTag.chain(of: locale) + ["en"]).reduce(into: []) { words, language in
        words.formUnion(Self.normalizedList(texts[language]?[key]))
      }
    }
  }

  /// The words of a list in one language alone.
  func ownList(_ key: String, of language: String) -> Set<String> {
    ownLists.meaning(of: key, in: language) { Set(Self.normalizedList(texts[language]?[key])) }
  }

  /// Whether a title names only the kind of text below it, such as "Overview" or "Roles and duties",
  /// and nobody who does anything.
  func isGeneric(_ title: String, in locale: String) -> Bool {
    genericTitles.meaning(of: title, in: locale) { readsAsGeneric(title, in: locale) }
  }

  /// Whether a head is a clear word for tasks, such as "Task" or "Activity", unlike "Stage".
  func isClearTask(_ head: String, in locale: String) -> Bool {
    list("read_task", in: locale).contains(Self.normalized(head))
  }

  private func readsAsGeneric(_ title: String, in locale: String) -> Bool {
    var words = list("read_heading", in: locale)
    for key in ["read_task", "read_and", "read_period"] { words.formUnion(list(key, in: locale)) }
    let isNumberOrSpace = { (character: Character) in character.isNumber || character == " " }
    var rest = Self.normalized(withoutAside(title, in: locale)).drop(while: isNumberOrSpace)
    guard !rest.isEmpty else { return false }
    while !rest.isEmpty {
      let start = words.filter { Self.begins(rest, with: $0) }.max { $0.count < $1.count }
      guard let start else { return false }
      rest = rest.dropFirst(start.count).drop(while: isNumberOrSpace)
    }
    return true
  }

  /// A title without a text in parentheses that names nobody: "(no overlaps)", "(draft)".
  private func withoutAside(_ title: String, in locale: String) -> String {
    let (base, aside) = NameReader.withoutParentheses(title)
    guard let aside, let first = aside.first, !base.isEmpty, !first.isUppercase else {
      return title
    }
    let isOfPeople =
      mentionsPeople(aside, in: locale)
      || words(of: aside, in: locale).contains { $0 == .party || $0 == .shared || $0 == .person }
    return isOfPeople ? title : base
  }

  /// Whether a text begins with a word and not with a part of one, if its script divides words.
  private static func begins(_ text: Substring, with word: String) -> Bool {
    guard !word.isEmpty, text.hasPrefix(word) else { return false }
    let rest = text.dropFirst(word.count)
    return rest.isEmpty || rest.first == " " || word.unicodeScalars.first?.value ?? 0 >= 0xE00
  }

  /// Whether a text says when or how: it begins with a word such as "if" or "only" in small letters.
  func beginsCondition(_ text: String, in locale: String) -> Bool {
    guard text.first?.isUppercase == false else { return false }
    let word = LetterWords.normalized(String(text.prefix { $0 != " " }))
    return list("read_condition", in: locale).contains(word)
  }

  /// Whether a column's texts, folded, are words that people write in place of letters, or signs for
  /// none.
  func areRoles(_ texts: Set<String>, in locale: String) -> Bool {
    guard texts.allSatisfy({ $0.utf8.count <= Self.longestRole }) else { return false }
    let roles = list("read_role", in: locale)
    let said = texts.filter { text in
      let sign = LetterForms.sign(text)
      return sign != .nothing && sign != .no && meaning(of: text, in: locale) != .no
    }
    return !said.isEmpty
      && said.allSatisfy { text in
        text.split { "/,;+&、，".contains($0) }
          .allSatisfy { roles.contains(Self.normalized(String($0))) }
      }
  }

  /// The length in bytes of the longest text that can be a word in place of a letter.
  private static let longestRole = 48
}
