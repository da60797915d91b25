import Base
import Foundation
import Guide
import TestSupport
import Testing

/// A file of UI words as it is written: keys in their order, and each word with its forms.
struct LanguageFile: Sendable, CustomTestStringConvertible {
  let tag: String
  let head: String
  let keys: [String]
  /// The forms of each word; one that has no plural has the form `other` alone.
  let forms: [String: [String: String]]

  var testDescription: String { tag }

  /// The form that every word has.
  func text(_ key: String) -> String { forms[key]?["other"] ?? "" }

  static let english = read("en")
  /// All that Rolebook brings, by name.
  static let all: [LanguageFile] = {
    let folder = Project.templates.appending(path: "strings")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yml") }.sorted().map { read(String($0.dropLast(4))) }
  }()

  private static func read(_ tag: String) -> LanguageFile {
    let url = Project.templates.appending(path: "strings/\(tag).yml")
    let bytes = (try? Data(contentsOf: url)).map { [UInt8]($0) } ?? []
    let head = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .prefix { $0.hasPrefix("#") }.joined(separator: "\n")
    let members = YAMLParser.parse(bytes, path: url.path).root?.members ?? []
    var forms: [String: [String: String]] = [:]
    for member in members {
      var own: [String: String] = [:]
      for form in member.value.members ?? [] { own[form.key] = form.value.text ?? "" }
      forms[member.key] = member.value.members == nil ? ["other": member.value.text ?? ""] : own
    }
    return LanguageFile(tag: tag, head: head, keys: members.map(\.key), forms: forms)
  }
}
