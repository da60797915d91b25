import Foundation
import TestSupport
import Testing

@testable import Base
@testable import Guide

/// The messages of findings in each language: all of them, and no others.
@Suite struct MessageFileTests {
  private static let folder = Project.templates.appending(path: "messages")
  private static let reviewed = ["ar", "de", "fr", "ko", "sv", "zh"]

  static var languages: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .map { String($0.prefix { $0 != "." }) }
    }
  }

  private static func catalog(_ tag: String) throws -> MessageCatalog {
    var findings: [Diagnostic] = []
    let path = folder.appending(path: "\(tag).yml").path
    let catalog = MessageCatalog(try readSourceFile(path), tag: tag, diagnostics: &findings)
    try #require(findings.isEmpty, "\(findings.map(\.text))")
    return catalog
  }

  @Test func theLanguagesOfTheBundledGuideAreThere() throws {
    #expect(Set(try Self.languages).isSuperset(of: Self.reviewed + ["es", "ja", "pt-BR", "tr"]))
  }

  @Test(arguments: try languages) func theHeadSaysWhatCareItHad(tag: String) throws {
    let path = Self.folder.appending(path: "\(tag).yml")
    let head = try String(contentsOf: path, encoding: .utf8).prefix { $0 != "\"" }
    #expect(head.contains("# Care: ") != Self.reviewed.contains(tag))
  }

  @Test(arguments: try languages) func everyMessageHasAText(tag: String) throws {
    let catalog = try Self.catalog(tag)
    let messages = try MessageSource().messages
    #expect(messages.count > 300, "messages were not found")
    let missing = messages.filter { catalog.messages[$0] == nil }.sorted()
    #expect(missing == [], "add these messages to templates/messages/\(tag).yml")
  }

  @Test(arguments: try languages) func everyTextHasAMessage(tag: String) throws {
    let library = try Data(contentsOf: Self.yamlLibrary)
    let known = Set(try MessageSource().literals.map(\.template)).union(
      Script.allCases.map(\.name.template)
    ).union(LanguageProfile.languages.map { $0.name })
    let dead = try Self.catalog(tag).messages.keys.filter { key in
      !known.contains(key) && library.range(of: Data(key.utf8)) == nil
    }
    #expect(dead.sorted() == [], "delete these messages of templates/messages/\(tag).yml")
  }

  @Test(arguments: try languages) func eachFormHasTheEnglishValues(tag: String) throws {
    for (key, forms) in try Self.catalog(tag).messages {
      for (category, text) in forms {
        // A form for one exact number may say the number in words.
        let isExact = [.zero, .one, .two].contains(category) && forms.count > 1
        let rest = Self.values(key).subtracting(Self.values(text))
        #expect(rest.isEmpty || isExact && rest.count == 1, "\(key).\(category)")
        #expect(text.contains { !$0.isWhitespace }, "\(key)")
      }
    }
  }

  @Test(arguments: try languages) func formsAreThoseOfTheLanguage(tag: String) throws {
    let categories = Set(PluralRules(tag).categories + [.other])
    let counted = ["{1} columns", "{1} clauses", "{1} parties", "{1} errors", "{1} files"]
    let catalog = try Self.catalog(tag)
    for (key, forms) in catalog.messages where forms.count > 1 || counted.contains(key) {
      #expect(Set(forms.keys) == categories, "\(key)")
    }
  }

  @Test(arguments: try languages) func noEnglishIsLeft(tag: String) throws {
    let equal = try Self.catalog(tag).messages.filter { key, forms in
      let words = key.replacing(/\{\d+\}|'[^']*'/, with: "")
      return words.contains(where: \.isLetter) && forms[.other] == key
    }
    #expect(equal.keys.sorted() == Self.shared[tag, default: []])
  }

  @Test(arguments: try languages) func quotationMarksAreTheLanguagesOwn(tag: String) throws {
    let marks = [
      "ar": "«»", "de": "„“", "fr": "«»", "ko": "‘’", "sv": "””", "zh": "“”",
      "es": "«»", "ja": "「」", "pt-BR": "“”", "tr": "“”",
    ][tag]
    for (key, forms) in try Self.catalog(tag).messages {
      for text in forms.values {
        #expect(!text.contains("'") || text.contains(/l'|d'/), "\(key): \(text)")
        guard let marks, let open = marks.first, let close = marks.last, open != close else {
          continue
        }
        #expect(text.count { $0 == open } == text.count { $0 == close }, "\(key): \(text)")
      }
    }
  }

  /// Words that a language shares with English.
  private static let shared = [
    "de": ["Urdu"], "es": ["{1} shortcodes"], "fr": ["{1} shortcodes"], "pt-BR": ["{1} shortcodes"],
    "sv": ["text"],
  ]

  /// Text to type is not translated: names of files, options, addresses, and examples.
  @Test(arguments: try languages) func whatIsToBeWrittenStays(tag: String) throws {
    let code =
      /[a-z_]+\.yml|--[a-z]+|https?:\/\/[a-z.\/{}]+|<br>|rolebook [a-z]+|P1Y|#[0-9a-f]{6}|\b[a-z]+_[a-z]+\b/
    for (key, forms) in try Self.catalog(tag).messages {
      let wanted = Set(key.matches(of: code).map { String($0.0) })
      for text in forms.values {
        let lost = wanted.filter { !text.contains($0) }
        #expect(lost == [], "\(key): \(text)")
      }
    }
  }

  private static func values(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{(\d+)\}/).map { String($0.1) })
  }

  /// The library whose problems are messages, too.
  private static var yamlLibrary: URL {
    let folder = "/usr/lib/\(machine)-linux-gnu"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let name = names.sorted().first { $0.hasPrefix("libyaml-0.so") } ?? "libyaml.a"
    return URL(fileURLWithPath: folder + "/" + name)
  }

  private static var machine: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }
}
