import Foundation
import TestSupport

/// A small guide of two languages in which one file is hostile.
struct HostileGuide {
  static let files = [
    "content/guide.yml":
      "source_locale: en-US\nlocales: [en-US, de-DE]\nparties: [provider, customer]\n",
    "content/en-US/locale.yml": "title: Guide\nparties: {provider: Provider, customer: Customer}\n",
    "content/de-DE/locale.yml": "title: Guide\nparties: {provider: Anbieter, customer: Kunde}\n",
    "content/en-US/index.md": "# Home\n\nWelcome.\n",
    "content/de-DE/index.md": "# Start\n\nWillkommen.\n",
    "content/en-US/x.md": "# X\n",
    "content/de-DE/x.md": "# X\n",
    "content/raci/x.yml": "sections: {}\n",
  ]

  let folder: TemporaryFolder

  init(_ hostile: [String: String] = [:]) throws {
    folder = try TemporaryFolder(files: Self.files.merging(hostile) { $1 })
  }

  /// Builds the guide's site.
  func build(_ arguments: [String] = []) throws -> MeasuredCommand {
    try MeasuredCommand(try Project.executable(), ["build"] + arguments, in: folder.url)
  }
}
