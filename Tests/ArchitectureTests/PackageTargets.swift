import Foundation
import TestSupport

/// The targets that `Package.swift` declares, except those that only contain tests.
enum PackageTargets {
  /// Their names, and the folder of each below the package's own.
  static func folders() throws -> [String: String] {
    let text = try String(
      contentsOf: Project.root.appending(path: "Package.swift"), encoding: .utf8)
    let declaration =
      /(?:\broom|\blibrary|\.systemLibrary|\.target|\.executableTarget)\(\s*(?:name:\s*)?"(\w+)"([^)]*)/
    var folders: [String: String] = [:]
    for match in text.matches(of: declaration) {
      let name = String(match.1)
      let path = match.2.firstMatch(of: /path:\s*"([^"]+)"/)?.1
      let folder = name.wholeMatch(of: /C[A-Z]\w+/) == nil ? "Sources/" : "Sources/C/"
      folders[name] = path.map(String.init) ?? folder + name
    }
    return folders
  }
}
