import Foundation
import TestSupport

/// The bundled guide with contacts, reviews in every state, and a row that changed since.
enum ReviewedGuide {
  /// Options of a build that reports the changes.
  static let options = ["--since", Project.content.path, "--date", "2026-11-30"]

  /// The site of the guide.
  static func site() throws -> BuiltSite {
    let folder = try folder()
    return try withExtendedLifetime(folder) {
      try BuiltSite(of: folder.file("content"), isStrict: false, options)
    }
  }

  /// A folder with the guide in `content`.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(at: Project.content, to: folder.file("content"))
    let settings = try folder.read("content/guide.yml")
    try folder.write(
      settings.replacing(
        "  - provider\n",
        with: """
            - id: provider
              contact:
                mail: desk-with-a-rather-long-address@service-desk.example
                phone: "+49 30 901820"
                url: https://desk.example/a/rather/long/address/of/a/page
                deputy: operations
              members: [A. Long Name Of Somebody, B, C]

          """
      ).replacing(
        "  - customer-it\n",
        with: "  - id: customer-it\n    contact: {mail: it@example.com, deputy: Somebody}\n"),
      to: "content/guide.yml")
    for (scope, reviewer, duration) in [
      ("guide", "customer-it", "P1D"), ("roles-and-responsibilities", "Somebody", "P50Y"),
      ("roles-and-responsibilities#printing", "provider", "P99Y"),
      ("getting-help", "provider", "P99Y"),
    ] {
      let result = try run(
        try Project.executable(),
        [
          "approve", "--scope", scope, "--by", reviewer, "--valid", duration, "--date",
          "2026-01-31",
        ], in: folder.url)
      guard result.status == 0 else { throw BuiltSite.Unbuilt(description: result.errors) }
    }
    let letters = "content/raci/roles-and-responsibilities.yml"
    try folder.write(
      try folder.read(letters).replacing(
        "printing:\n        raci: {customer-it: RA}",
        with: "printing:\n        raci: {customer-it: RA, provider: I}"), to: letters)
    let text = "content/en-US/roles-and-responsibilities.md"
    try folder.write(
      try folder.read(text).replacing("manage printers and", with: "repair printers and"), to: text)
    return folder
  }
}
