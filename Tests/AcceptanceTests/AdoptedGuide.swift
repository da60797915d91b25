import Foundation
import TestSupport

/// The five real translations beside the checkout, made into a guide by `rolebook init`.
struct AdoptedGuide {
  /// The folder of the guide and its site.
  let folder: TemporaryFolder
  /// The key under which the translations were laid out.
  let key = "microsoft-managed-desktop-roles-and-responsibilities"
  let locales = ["de-DE", "fr-FR", "ko-KR", "sv-SE", "zh-CN"]

  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// Adopts the translations.
  init() throws {
    guard let seeds = Project.shared?.appending(path: "seeds") else {
      throw Failed(description: "needs ../shared")
    }
    folder = try TemporaryFolder()
    try Self.succeed(["init", "--from", seeds.path, "guide"], in: folder.url)
  }

  var site: URL { folder.file("guide/public") }

  /// Builds the site inside the guide's folder, as its owner would.
  func build(_ options: [String] = []) throws {
    try Self.succeed(["build"] + options, in: folder.file("guide"))
  }

  private static func succeed(_ arguments: [String], in folder: URL) throws {
    let result = try run(Project.executable(), arguments, in: folder)
    guard result.status == 0 else { throw Failed(description: result.errors) }
  }

  /// Puts the bundled guide's letters and parties in the place of the generated ones.
  ///
  /// Evidence counts the clauses of the bundled text, which are others, so it is left out.
  func takeBundledLetters() throws {
    let raci = try String(
      contentsOf: Project.content.appending(path: "raci/roles-and-responsibilities.yml"),
      encoding: .utf8)
    let lines = raci.split(separator: "\n", omittingEmptySubsequences: false)
    let letters = lines.filter { !$0.contains("evidence:") }.joined(separator: "\n")
    try folder.write(letters, to: "guide/content/raci/\(key).yml")
    let bundled = try MatrixParties(Project.content.appending(path: "guide.yml"))
    let own = try folder.read("guide/content/guide.yml")
    let settings = own.split(separator: "\n").map { line in
      line.hasPrefix("parties:") ? "parties: [\(bundled.ids.joined(separator: ", "))]" : "\(line)"
    }
    try folder.write(settings.joined(separator: "\n") + "\n", to: "guide/content/guide.yml")
    for locale in locales {
      try folder.write("title: Guide\n", to: "guide/content/\(locale)/locale.yml")
    }
  }

  /// Makes the one document many, each under a title of its own, with the same letters.
  func multiply(by count: Int) throws {
    let raci = try folder.read("guide/content/raci/\(key).yml")
    for number in 1...count {
      let name = String(format: "service-%03d", number)
      try folder.write(raci, to: "guide/content/raci/\(name).yml")
      for locale in locales {
        let text = try folder.read("guide/content/\(locale)/\(key).md")
        let titled = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
          line.hasPrefix("title: ") || line.hasPrefix("# ") ? "\(line) \(number)" : "\(line)"
        }
        try folder.write(
          titled.joined(separator: "\n"), to: "guide/content/\(locale)/\(name).md")
      }
    }
    try FileManager.default.removeItem(at: folder.file("guide/content/raci/\(key).yml"))
    for locale in locales {
      try FileManager.default.removeItem(at: folder.file("guide/content/\(locale)/\(key).md"))
    }
  }
}

/// The parties that a `guide.yml` lists, one a line.
struct MatrixParties {
  let ids: [String]

  init(_ file: URL) throws {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let list = lines.drop { !$0.hasPrefix("parties:") }.dropFirst()
    ids = list.prefix { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
  }
}
