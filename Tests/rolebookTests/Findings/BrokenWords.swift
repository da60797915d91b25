import Foundation
import TestSupport

/// Defects of UI words in a publisher's own templates.
enum BrokenWords {
  /// The words that come along in a language, one of them put otherwise.
  private static func words(_ language: String, _ replaced: String, with text: String) -> String {
    let file = Project.templates.appending(path: "strings/\(language).yml")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.filter { !$0.hasPrefix("#") }
      .map { $0.hasPrefix(replaced + ":") ? text : String($0) }.joined(separator: "\n")
  }

  static let all: [BrokenGuide] =
    ["de", "fr", "sv"].flatMap { language in
      [
        ("a word that nobody reads", "⟦serch: x", "search", ["strings/unknown"]),
        ("a word twice", "search: x\n⟦search: y", "search", ["yaml/duplicate-key"]),
        ("a word that is a list", "search: ⟦[x]", "search", ["yaml/invalid"]),
        ("a word without its filling", "⟦search_count: x", "search_count", ["strings/placeholder"]),
        (
          "a filling with a misspelt name", "⟦⟦search_count: '{cuont}'", "search_count",
          ["strings/placeholder", "strings/placeholder"]
        ),
      ].map { name, text, replaced, rules in
        var guide = BrokenGuide(
          "\(language).yml: \(name)",
          ["templates/strings/\(language).yml": words(language, replaced, with: text)])
        guide.rules = rules
        if language == "de", rules == ["strings/unknown"] {
          guide.whole = ["de/locale.yml strings/missing"]
        }
        return guide
      }
    } + [
      BrokenGuide(
        "a language without words",
        [
          "guide.yml": "source_locale: en\nlocales: [en, cy]\nparties: []\n",
          "en/locale.yml": "title: G\n", "cy/locale.yml": "title: G\n", "cy/index.md": "",
        ], whole: ["cy/locale.yml strings/missing"], absent: ["de/locale.yml", "de/index.md"]),
      BrokenGuide(
        "English without a word", ["templates/strings/en.yml": words("en", "search", with: "")],
        whole: ["templates/strings/en.yml strings/missing"]),
      BrokenGuide(
        "a template that reads a word that is not there",
        [
          "templates/not-found.mustache": "{{t.lost}}",
          "templates/strings/en.yml": words("en", "none", with: ""),
        ], whole: ["templates/strings/en.yml strings/missing"]),
      BrokenGuide(
        "an English word that nobody reads",
        ["templates/strings/en.yml": words("en", "search", with: "search: S\n⟦lost: x")],
        "strings/unknown"),
    ]
}
