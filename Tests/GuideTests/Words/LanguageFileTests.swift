import Foundation
import Guide
import Testing

/// Rules for the UI words of every language.
@Suite struct LanguageFileTests {
  @Test func thereAreFortyThreeLanguages() {
    #expect(LanguageFile.all.count >= 43)
  }

  @Test(arguments: LanguageFile.all) func wordsAreTheEnglishOnesInTheirOrder(file: LanguageFile) {
    #expect(file.keys == LanguageFile.english.keys)
  }

  @Test(arguments: LanguageFile.all) func noWordIsBlank(file: LanguageFile) {
    let blank = file.forms.filter { $0.value.isEmpty || $0.value.values.contains("") }.keys
    #expect(blank.sorted() == [])
  }

  @Test(arguments: LanguageFile.all) func placeholdersAreTheEnglishOnes(file: LanguageFile) {
    for key in LanguageFile.english.keys {
      let wanted = placeholders(LanguageFile.english.text(key))
      #expect(placeholders(file.text(key)) == wanted, "\(key)")
      for (form, text) in file.forms[key] ?? [:] {
        #expect(placeholders(text).isSubset(of: wanted), "\(key).\(form)")
        // A form for one exact number may say the number in words.
        let rest = wanted.subtracting(placeholders(text))
        #expect(rest.isEmpty || ["zero", "one", "two"].contains(form), "\(key).\(form)")
      }
    }
  }

  @Test(arguments: LanguageFile.all) func eachFormOfItsPluralsIsThere(file: LanguageFile) {
    let categories = Set(PluralRules(file.tag).categories.map(\.rawValue) + ["other"])
    for (key, forms) in file.forms where LanguageFile.english.forms[key]?.count ?? 0 > 1 {
      #expect(Set(forms.keys) == categories, "\(key)")
    }
  }

  @Test(arguments: LanguageFile.all) func sentencesEndAsInEnglish(file: LanguageFile) {
    guard file.tag != "th" else { return }
    for key in LanguageFile.english.keys where !isList(key) && !isPattern(key) {
      // Korean asks where others begin a sentence.
      if file.tag == "ko", key == "search_placeholder" { continue }
      #expect(ending(file.text(key)) == ending(LanguageFile.english.text(key)), "\(key)")
    }
  }

  @Test(arguments: LanguageFile.all) func namesOfLettersDiffer(file: LanguageFile) {
    let names = ["raci_r", "raci_a", "raci_c", "raci_i"].map(file.text)
    #expect(Set(names).count == 4)
    #expect(names.filter { $0.count > 24 } == [])
  }

  @Test(arguments: LanguageFile.all) func noEnglishIsLeft(file: LanguageFile) {
    guard file.tag != "en" else { return }
    let equal = file.keys.filter { key in
      file.forms[key] == LanguageFile.english.forms[key] && hasLetters(file.text(key))
    }
    let foreign = equal.filter {
      !Self.equalInMostLanguages.contains($0) && !Self.equal[file.tag, default: []].contains($0)
    }
    #expect(foreign == [])
  }

  @Test(arguments: LanguageFile.all) func wordsAreInTheScriptOfTheLanguage(file: LanguageFile) {
    let language = String(file.tag.prefix { $0 != "-" })
    let script = Self.scripts[file.tag] ?? Self.scripts[language] ?? "\\p{script=Latin}"
    for key in file.keys where !isPattern(key) {
      let text = file.forms[key]?.values.sorted().joined() ?? ""
      let bare = text.replacing(
        /\{\w+\}|RACI|CSV|JSON|XLSX|Excel|JavaScript|rolebook export/, with: "")
      // The Arabic tatweel is a letter of no script.
      let letters = bare.replacing("\u{640}", with: "")
        .matches(of: /\p{L}/.matchingSemantics(.unicodeScalar)).count
      let regex = (try? Regex(script).matchingSemantics(.unicodeScalar)) ?? Regex(verbatim: " ")
      let own = bare.matches(of: regex).count
      #expect(own * 10 >= letters * 9, "\(key): \(text)")
    }
  }

  @Test(arguments: LanguageFile.all) func buttonsAndHeadsStayShort(file: LanguageFile) {
    let short = [
      "letter", "responsibility", "party", "search", "menu", "print", "close", "home", "section",
      "state", "document", "language", "filter_reset", "filter_open", "copy_link", "downloads",
      "state_stale", "state_machine", "state_fallback", "state_missing", "state_owner",
      "state_incomplete", "state_unstamped", "open_matrix", "all_parties", "all_letters",
    ]
    #expect(short.filter { file.text($0).count > 34 } == [])
  }

  @Test(arguments: LanguageFile.all) func wordsOfTablesSayOneThing(file: LanguageFile) {
    var known: [String: String] = [:]
    for key in ["read_r", "read_a", "read_c", "read_i", "read_yes", "read_no", "read_and"] {
      for word in file.text(key).split(separator: ",") {
        let word = word.trimmingCharacters(in: .whitespaces).lowercased()
        if let other = known[word] { Issue.record("'\(word)' is \(other) and \(key)") }
        known[word] = key
      }
    }
    for (key, name) in [("read_r", "raci_r"), ("read_a", "raci_a")] {
      #expect(known[file.text(name).lowercased()] == key || file.tag == "ar", "\(name)")
    }
  }

  @Test(arguments: LanguageFile.all) func theHeadSaysWhatCareItHad(file: LanguageFile) {
    let isReviewed = ["ar", "de", "en", "fr", "ko", "sv", "zh"].contains(file.tag)
    #expect(file.head.contains("# Care: ") != isReviewed)
  }

  private func placeholders(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{(\w+)\}/).map { String($0.1) })
  }

  private func isList(_ key: String) -> Bool { key.hasPrefix("read_") || key == "search_set_aside" }

  private func isPattern(_ key: String) -> Bool {
    key.hasSuffix("_pattern") || key.hasPrefix("state_symbol") || key.hasPrefix("read_no")
      || key == "key_names"
  }

  private func hasLetters(_ text: String) -> Bool {
    text.replacing(/\{\w+\}/, with: "").contains(where: \.isLetter)
  }

  /// The sign at a text's end, as English writes it.
  private func ending(_ text: String) -> String {
    let signs: [Character: String] = [
      ".": ".", "。": ".", "۔": ".", "।": ".", "?": "?", "؟": "?", "？": "?", ":": ":",
      "：": ":", "…": "…",
    ]
    return text.last.flatMap { signs[$0] } ?? ""
  }

  private static let scripts = [
    "ar": "\\p{script=Arabic}", "fa": "\\p{script=Arabic}", "ur": "\\p{script=Arabic}",
    "he": "\\p{script=Hebrew}", "ru": "\\p{script=Cyrillic}", "uk": "\\p{script=Cyrillic}",
    "bg": "\\p{script=Cyrillic}", "el": "\\p{script=Greek}", "th": "\\p{script=Thai}",
    "hi": "\\p{script=Devanagari}", "bn": "\\p{script=Bengali}", "zh": "\\p{script=Han}",
    "ja": "[\\p{script=Han}\\p{script=Hiragana}\\p{script=Katakana}ー]", "ko": "\\p{script=Hangul}",
  ]

  /// Names that are no words of a language.
  private static let equalInMostLanguages: Set<String> = [
    "matrix_title", "matrix_document_title", "key_names",
  ]

  /// Words that another language shares with English.
  private static let equal: [String: Set<String>] = [
    "ca": ["documents", "document", "alert_important", "severity_error"], "cs": ["alert_tip"],
    "da": ["menu", "navigation", "link", "alert_tip"], "de": ["link", "contact_url"],
    "es": ["severity_error"],
    "et": ["link"],
    "fr": ["menu", "navigation", "documents", "document", "section", "alert_important", "contact"],
    "id": ["menu"], "it": ["menu", "link"], "ms": ["menu"],
    "nl": ["menu", "link", "alert_tip", "row_details", "document", "contact", "contact_url"],
    "pl": ["menu", "link"],
    "pt-BR": ["menu", "link"], "pt-PT": ["menu"],
    "ro": ["link", "document", "alert_important", "contact"],
    "sk": ["alert_tip"], "sv": ["navigation"],
  ]
}
